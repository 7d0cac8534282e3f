package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * EventBridge rule: a schedule or a pattern of events, and what it starts
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html).
 */
@WithBuilder
public record EventRule(
        @Nullable String name,
        @Nullable String arn,
        @Nullable Node eventPattern,
        @Nullable String state,
        @Nullable String description,
        @Nullable String scheduleExpression,
        @Nullable String roleArn,
        @Nullable String managedBy,
        @Nullable String eventBusName,
        List<Tag> tags,
        List<EventTarget> targets) {

    public EventRule {
        tags = Copies.of(tags);
        targets = Copies.of(targets);
    }
}
