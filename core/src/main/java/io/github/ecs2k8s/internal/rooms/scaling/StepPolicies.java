package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.ecs.resource.Alarm;
import io.github.ecs2k8s.ecs.resource.MetricDimension;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.StepAdjustment;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.StepScaling;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Step scaling → a metric that is kept at the alarm's threshold, and a behavior that allows no larger steps. A scaler
 * works out how many Pods there should be; it has no steps, and no alarm that starts them
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-stepscaling.html).
 */
final class StepPolicies {
    private static final int COOLDOWN = 300;
    private static final int MINUTE = 60;

    private final ScalingPlan plan;
    private final List<Step> steps = new ArrayList<>();

    private record Step(Resource<ScalingPolicy> policy, StepScaling steps, Resource<Alarm> alarm, int size) {
        boolean isUp() {
            return size > 0;
        }
    }

    StepPolicies(ScalingPlan plan) {
        this.plan = plan;
    }

    /** Takes one policy; the metric is chosen when all are there. */
    void add(Resource<ScalingPolicy> policy, StepScaling scaling) {
        List<Resource<Alarm>> alarms = ScaledServices.alarms(policy, plan.launch());
        int size = size(scaling);
        if (alarms.isEmpty()) {
            plan.remark(
                    FindingCode.DANGLING_REFERENCE,
                    "the alarm that starts this policy is not in the input; the policy is left out",
                    "add the output of: aws cloudwatch describe-alarms",
                    policy.node());
        } else if (size == 0 || "ExactCapacity".equals(scaling.adjustmentType())) {
            plan.remark(
                    FindingCode.SCALING_METRIC,
                    "a scaler works out the number of Pods itself; the policy is left out",
                    "choose a metric and a value to keep it at, and a HorizontalPodAutoscaler for it",
                    policy.node());
            for (Resource<Alarm> alarm : alarms) {
                plan.use(alarm);
                plan.remark(FindingCode.SCALING_METRIC, "what it starts is not written", null, alarm.node());
            }
        } else {
            alarms.forEach(plan::use);
            steps.add(new Step(policy, scaling, alarms.get(0), size));
        }
    }

    /** The largest adjustment, upwards or downwards. */
    private static int size(StepScaling scaling) {
        int size = 0;
        for (StepAdjustment step : scaling.stepAdjustments()) {
            Integer adjustment = step.scalingAdjustment();
            if (adjustment != null && Math.abs((long) adjustment) > Math.abs((long) size)) {
                size = adjustment;
            }
        }
        return size;
    }

    /** Writes what was taken: one trigger for each metric, at the threshold above which tasks are added. */
    void finish() {
        for (Step step : steps) {
            boolean leads = step.isUp() || steps.stream().noneMatch(other -> other.isUp() && isSame(other, step));
            Trigger trigger = trigger(step.alarm(), step.policy());
            if (trigger == null) {
                continue;
            }
            if (leads) {
                plan.add(trigger, step.policy());
            } else {
                plan.name(step.policy().value().policyName());
            }
            pace(step);
            sayAbout(step, leads);
        }
    }

    private static boolean isSame(Step one, Step other) {
        return one.alarm().value().metricName() != null
                && one.alarm().value().metricName().equals(other.alarm().value().metricName());
    }

    private @Nullable Trigger trigger(Resource<Alarm> alarm, Resource<ScalingPolicy> policy) {
        Alarm value = alarm.value();
        Double threshold = value.threshold();
        CloudWatchMetrics metrics = metrics(value);
        if (threshold == null || threshold <= 0 || metrics == null) {
            plan.remark(
                    FindingCode.SCALING_METRIC,
                    "the alarm has no threshold of one metric that could be kept; the policy is left out",
                    "choose a metric and a value to keep it at, and a HorizontalPodAutoscaler for it",
                    policy.node());
            return null;
        }
        if (metrics.namespace().equals("AWS/ECS") && isOfThis(metrics.dimensions())) {
            if (metrics.name().equals("CPUUtilization")) {
                return new Trigger.Utilization("cpu", (int) Math.max(1, Math.round(threshold)));
            } else if (metrics.name().equals("MemoryUtilization")) {
                return new Trigger.Utilization("memory", (int) Math.max(1, Math.round(threshold)));
            }
        }
        return new Trigger.CloudWatch(metrics.metadata(threshold, plan.region()), false);
    }

    private static @Nullable CloudWatchMetrics metrics(Alarm alarm) {
        if (alarm.metricName() == null || alarm.namespace() == null) {
            return TrackedMetrics.single(alarm.metrics());
        }
        String statistic = alarm.statistic() == null ? alarm.extendedStatistic() : alarm.statistic();
        return new CloudWatchMetrics(
                alarm.namespace(),
                alarm.metricName(),
                alarm.dimensions(),
                statistic == null ? "Average" : statistic,
                alarm.unit(),
                alarm.period() == null ? MINUTE : alarm.period());
    }

    private boolean isOfThis(List<MetricDimension> dimensions) {
        for (MetricDimension dimension : dimensions) {
            if ("ServiceName".equals(dimension.name())) {
                return ScaledServices.isService(dimension.value(), plan.target().node(), plan.launch());
            }
        }
        return false;
    }

    private void pace(Step step) {
        StepScaling scaling = step.steps();
        Integer cooldown = scaling.cooldown();
        int seconds = cooldown == null ? COOLDOWN : Math.max(1, cooldown);
        ScalingRate.Direction direction =
                step.isUp() ? plan.pace().up() : plan.pace().down();
        boolean percent = "PercentChangeInCapacity".equals(scaling.adjustmentType());
        direction.allow(percent ? "Percent" : "Pods", Math.abs(step.size()), seconds);
        if (percent && scaling.minAdjustmentMagnitude() != null && scaling.minAdjustmentMagnitude() > 0) {
            direction.allow("Pods", scaling.minAdjustmentMagnitude(), seconds);
        }
        if (step.isUp()) {
            plan.raisesTasks();
        } else {
            plan.lowersTasks();
            direction.waitAtLeast(seconds);
        }
    }

    private void sayAbout(Step step, boolean leads) {
        String value = CloudWatchMetrics.number(
                step.alarm().value().threshold() == null
                        ? 0
                        : step.alarm().value().threshold());
        plan.remark(
                FindingCode.SCALING_STEPS,
                leads
                        ? "a scaler keeps the metric at " + value + ", the alarm's threshold, and changes no more at a"
                                + " time than the largest step"
                        : "a scaler has one value for both directions: it shrinks when fewer Pods would do; the"
                                + " threshold " + value + " is not written",
                "choose the value to keep the metric at",
                step.policy().node());
        plan.remark(
                FindingCode.SCALING_STEPS,
                "a scaler looks at the metric every few seconds; how the alarm evaluates it is not written",
                null,
                step.alarm().node());
    }
}
