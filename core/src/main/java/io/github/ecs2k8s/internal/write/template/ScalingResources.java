package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scalable targets with their scheduled actions, scaling policies, alarms. */
final class ScalingResources {
    private static final String TARGET = "ServiceNamespace ResourceId ScalableDimension";

    private final Parts parts;
    private final List<TemplateResource> all;

    ScalingResources(Parts parts, List<TemplateResource> all) {
        this.parts = parts;
        this.all = all;
    }

    void add(Part part) {
        Map<String, Object> properties = switch (part.kind()) {
            case SCALABLE_TARGET -> target(part);
            case SCALING_POLICY -> policy(part);
            default ->
                PlainTrees.pick(
                        part.members(),
                        "AlarmName AlarmDescription ActionsEnabled OKActions AlarmActions"
                                + " InsufficientDataActions MetricName Namespace Statistic ExtendedStatistic"
                                + " Dimensions Period Unit EvaluationPeriods DatapointsToAlarm Threshold"
                                + " ThresholdMetricId ComparisonOperator TreatMissingData"
                                + " EvaluateLowSampleCountPercentile Metrics Tags");
        };
        all.add(new TemplateResource(part.logicalId(), TemplateResources.type(part.kind()), properties));
    }

    private Map<String, Object> target(Part target) {
        Map<String, Object> properties =
                PlainTrees.pick(target.members(), TARGET + " MinCapacity MaxCapacity RoleARN SuspendedState");
        List<Object> actions = new ArrayList<>();
        for (Object action : PlainTrees.list(target.members(), "ScheduledActions")) {
            actions.add(action(PlainTrees.map(action)));
        }
        for (Part action : parts.of(PartKind.SCHEDULED_ACTION)) {
            if (isSame(target, action)) {
                actions.add(action(action.members()));
            }
        }
        if (!actions.isEmpty()) {
            properties.put("ScheduledActions", actions);
        }
        return properties;
    }

    private static Map<String, Object> action(Map<String, Object> action) {
        return PlainTrees.pick(action, "ScheduledActionName Schedule Timezone StartTime EndTime ScalableTargetAction");
    }

    private Map<String, Object> policy(Part policy) {
        Map<String, Object> properties = PlainTrees.pick(policy.members(), "PolicyName PolicyType ScalingTargetId");
        properties.putIfAbsent("PolicyName", policy.name());
        Part target = targetOf(policy);
        if (target != null) {
            properties.put("ScalingTargetId", "${" + target.logicalId() + "}");
        } else if (!properties.containsKey("ScalingTargetId")) {
            properties.putAll(PlainTrees.pick(policy.members(), TARGET));
        }
        boolean steps = policy.members().containsKey("StepScalingPolicyConfiguration");
        properties.putIfAbsent("PolicyType", steps ? "StepScaling" : "TargetTrackingScaling");
        properties.putAll(PlainTrees.pick(
                policy.members(),
                "StepScalingPolicyConfiguration TargetTrackingScalingPolicyConfiguration"
                        + " PredictiveScalingPolicyConfiguration"));
        return properties;
    }

    private @Nullable Part targetOf(Part policy) {
        for (Part target : parts.of(PartKind.SCALABLE_TARGET)) {
            if (isSame(target, policy)) {
                return target;
            }
        }
        return null;
    }

    private static boolean isSame(Part target, Part other) {
        return PlainTrees.pick(target.members(), TARGET).equals(PlainTrees.pick(other.members(), TARGET));
    }
}
