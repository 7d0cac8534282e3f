package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.LinkedHashMap;
import java.util.Map;

/** Scalable targets, their policies and scheduled actions, and the alarms that start step scaling. */
final class ScalingCalls {
    private static final String TARGET = "ServiceNamespace ResourceId ScalableDimension ";

    private final Parts parts;
    private final Drafts drafts;

    ScalingCalls(Parts parts, Drafts drafts) {
        this.parts = parts;
        this.drafts = drafts;
    }

    void add(Part part) {
        switch (part.kind()) {
            case SCALABLE_TARGET -> scalableTarget(part);
            case SCALING_POLICY -> {
                Map<String, Object> body = drafts.create(
                        "application-autoscaling put-scaling-policy",
                        part,
                        "PolicyName " + TARGET
                                + "PolicyType StepScalingPolicyConfiguration"
                                + " TargetTrackingScalingPolicyConfiguration PredictiveScalingPolicyConfiguration");
                Drafts.require(body, "PolicyName", part.name());
                Part target = parts.meantBy(part.text("ScalingTargetId"));
                if (target != null) {
                    body.putAll(PlainTrees.pick(target.members(), TARGET.trim()));
                }
            }
            case SCHEDULED_ACTION -> scheduledAction(part, part.members());
            default ->
                Drafts.require(
                        drafts.create(
                                "cloudwatch put-metric-alarm",
                                part,
                                "AlarmName AlarmDescription ActionsEnabled OKActions AlarmActions"
                                        + " InsufficientDataActions MetricName Namespace Statistic ExtendedStatistic"
                                        + " Dimensions Period Unit EvaluationPeriods DatapointsToAlarm Threshold"
                                        + " ComparisonOperator TreatMissingData EvaluateLowSampleCountPercentile"
                                        + " Metrics Tags ThresholdMetricId EvaluationCriteria EvaluationInterval"),
                        "AlarmName",
                        part.name());
        }
    }

    private void scalableTarget(Part part) {
        Map<String, Object> body = drafts.create(
                "application-autoscaling register-scalable-target",
                part,
                TARGET + "MinCapacity MaxCapacity RoleARN SuspendedState");
        Drafts.tagsAsMap(body, PlainTrees.list(part.members(), "Tags"), "Tags");
        for (Object action : PlainTrees.list(part.members(), "ScheduledActions")) {
            Map<String, Object> whole = new LinkedHashMap<>(PlainTrees.map(action));
            whole.putAll(PlainTrees.pick(part.members(), TARGET.trim()));
            scheduledAction(part, whole);
        }
    }

    private void scheduledAction(Part part, Map<String, Object> action) {
        Map<String, Object> body = PlainTrees.pick(
                action, "ScheduledActionName " + TARGET + "Schedule Timezone StartTime EndTime ScalableTargetAction");
        Drafts.require(body, "ScheduledActionName", part.name());
        drafts.then("application-autoscaling put-scheduled-action", part, body);
    }
}
