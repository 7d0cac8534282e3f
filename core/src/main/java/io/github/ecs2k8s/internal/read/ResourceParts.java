package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Outputs and inputs that tell only a part of a resource: the attributes of a load balancer, the targets of an
 * EventBridge rule, the configuration of a scaling policy, instances of a service. Most do not say whose part they are.
 */
final class ResourceParts {
    private ResourceParts() {}

    /**
     * A part of a resource that is described elsewhere.
     *
     * @param owner the kind of resource it belongs to
     * @param reference ARN, id, name or {@code ${LogicalId}} of the resource, null when it does not say
     * @param member the member that it is of the resource
     * @param value the member's value; lists are appended
     */
    record Part(ResourceKind owner, @Nullable String reference, String member, Node value) {

        /** What it is called in a sentence. */
        String title() {
            return "this list of " + (member.endsWith("Attributes") ? "attributes" : member.toLowerCase(Locale.ROOT));
        }
    }

    /** The part an object is, null when it is none. */
    static @Nullable Part of(MappingNode object) {
        if (Recognition.member(object, "Attributes") instanceof SequenceNode attributes) {
            return attributes(object, attributes);
        }
        if (Recognition.member(object, "Targets") instanceof SequenceNode targets
                && areEventTargets(targets)
                && Recognition.member(object, "ScheduleExpression") == null
                && Recognition.member(object, "EventPattern") == null) {
            return new Part(ResourceKind.EVENT_RULE, text(object, "Rule"), "Targets", targets);
        }
        return null;
    }

    private static @Nullable Part attributes(MappingNode object, SequenceNode attributes) {
        for (ResourceKind owner :
                List.of(ResourceKind.TARGET_GROUP, ResourceKind.LOAD_BALANCER, ResourceKind.LISTENER)) {
            String reference = text(object, owner.naming().get(0));
            if (reference != null) {
                return new Part(owner, reference, ElbAttributes.member(owner), attributes);
            }
        }
        ResourceKind owner = ElbAttributes.owner(attributes);
        return owner == null ? null : new Part(owner, null, ElbAttributes.member(owner), attributes);
    }

    private static boolean areEventTargets(SequenceNode targets) {
        for (Node item : targets.items()) {
            if (!(item instanceof MappingNode target) || text(target, "Arn") == null) {
                return false;
            }
        }
        return !targets.items().isEmpty();
    }

    /**
     * A scaling policy of which only the configuration is there, as {@code put-scaling-policy} takes it from a file; the
     * scalable target it belongs to is not in it.
     */
    static @Nullable MappingNode scalingPolicy(MappingNode object) {
        boolean tracking = Recognition.member(object, "TargetValue") != null
                && (Recognition.member(object, "PredefinedMetricSpecification") != null
                        || Recognition.member(object, "CustomizedMetricSpecification") != null);
        if (tracking) {
            return policy(object, "TargetTrackingScaling", "TargetTrackingScalingPolicyConfiguration");
        }
        boolean steps = Recognition.member(object, "StepAdjustments") != null
                && Recognition.member(object, "AdjustmentType") != null;
        return steps ? policy(object, "StepScaling", "StepScalingPolicyConfiguration") : null;
    }

    private static MappingNode policy(MappingNode configuration, String type, String member) {
        MappingNode empty = new MappingNode(configuration.location(), configuration.pointer(), null, List.of());
        return NodeEdits.with(NodeEdits.withText(empty, "PolicyType", type), member, configuration);
    }

    /** The text of a member in whatever case it is written, null when there is none. */
    static @Nullable String text(MappingNode object, String key) {
        return Recognition.member(object, key) instanceof ScalarNode scalar
                        && !scalar.text().isEmpty()
                ? scalar.text()
                : null;
    }
}
