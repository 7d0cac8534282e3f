package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.WithBuilder;
import io.github.ecs2k8s.source.Node;
import org.jspecify.annotations.Nullable;

/** EventBridge Scheduler schedule (https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html). */
@WithBuilder
public record Schedule(
        @Nullable String actionAfterCompletion,
        @Nullable String arn,
        @Nullable String creationDate,
        @Nullable String description,
        @Nullable String endDate,
        @Nullable FlexibleTimeWindow flexibleTimeWindow,
        @Nullable String groupName,
        @Nullable String kmsKeyArn,
        @Nullable String lastModificationDate,
        @Nullable String name,
        @Nullable String scheduleExpression,
        @Nullable String scheduleExpressionTimezone,
        @Nullable String startDate,
        @Nullable String state,
        @Nullable Target target) {

    /** Minutes within which a schedule starts its target. */
    public record FlexibleTimeWindow(
            @Nullable Integer maximumWindowInMinutes,
            @Nullable String mode) {}

    /** What a schedule starts. */
    public record Target(
            @Nullable String arn,
            @Nullable DeadLetterConfig deadLetterConfig,
            @Nullable EcsParameters ecsParameters,
            @Nullable Node eventBridgeParameters,
            @Nullable String input,
            @Nullable Node kinesisParameters,
            @Nullable RetryPolicy retryPolicy,
            @Nullable String roleArn,
            @Nullable Node sageMakerPipelineParameters,
            @Nullable Node sqsParameters) {}
}
