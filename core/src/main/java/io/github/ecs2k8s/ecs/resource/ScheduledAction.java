package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.WithBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Scheduled action: limits of a scalable target that begin to apply at a point in time
 * (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScheduledAction.html).
 */
@WithBuilder
public record ScheduledAction(
        @Nullable String scheduledActionName,
        @Nullable String scheduledActionARN,
        @Nullable String serviceNamespace,
        @Nullable String schedule,
        @Nullable String timezone,
        @Nullable String resourceId,
        @Nullable String scalableDimension,
        @Nullable String startTime,
        @Nullable String endTime,
        @Nullable ScalableTargetAction scalableTargetAction,
        @Nullable String creationTime) {

    /** Limits that begin to apply; one that is absent stays as it is. */
    public record ScalableTargetAction(
            @Nullable Integer minCapacity, @Nullable Integer maxCapacity) {}
}
