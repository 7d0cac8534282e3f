package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scalable target: a service whose desired count Application Auto Scaling keeps between two limits
 * (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalableTarget.html).
 */
@WithBuilder
public record ScalableTarget(
        @Nullable String serviceNamespace,
        @Nullable String resourceId,
        @Nullable String scalableDimension,
        @Nullable Integer minCapacity,
        @Nullable Integer maxCapacity,
        @Nullable Integer predictedCapacity,
        @Nullable String roleARN,
        @Nullable String creationTime,
        @Nullable SuspendedState suspendedState,
        @Nullable String scalableTargetARN,
        List<Tag> tags,
        List<ScheduledAction> scheduledActions) {

    public ScalableTarget {
        tags = Copies.of(tags);
        scheduledActions = Copies.of(scheduledActions);
    }

    /** Scaling activities that do not take place. */
    public record SuspendedState(
            @Nullable Boolean dynamicScalingInSuspended,
            @Nullable Boolean dynamicScalingOutSuspended,
            @Nullable Boolean scheduledScalingSuspended) {}
}
