package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import io.github.ecs2k8s.source.Node;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Target of an EventBridge rule (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html). */
@WithBuilder
public record EventTarget(
        @Nullable String id,
        @Nullable String arn,
        @Nullable String roleArn,
        @Nullable String input,
        @Nullable String inputPath,
        @Nullable InputTransformer inputTransformer,
        @Nullable Node kinesisParameters,
        @Nullable Node runCommandParameters,
        @Nullable EcsParameters ecsParameters,
        @Nullable Node batchParameters,
        @Nullable Node sqsParameters,
        @Nullable Node httpParameters,
        @Nullable Node redshiftDataParameters,
        @Nullable Node sageMakerPipelineParameters,
        @Nullable DeadLetterConfig deadLetterConfig,
        @Nullable RetryPolicy retryPolicy,
        @Nullable Node appSyncParameters) {

    /** Input that is made from parts of the event. */
    public record InputTransformer(
            Map<String, String> inputPathsMap, @Nullable String inputTemplate) {

        public InputTransformer {
            inputPathsMap = Copies.of(inputPathsMap);
        }
    }
}
