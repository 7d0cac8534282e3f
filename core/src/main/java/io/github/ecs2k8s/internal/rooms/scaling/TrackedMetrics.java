package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.ecs.resource.MetricDataQuery;
import io.github.ecs2k8s.ecs.resource.MetricDimension;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.CustomizedMetric;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.PredefinedMetric;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.TargetTracking;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Target tracking → triggers: the service's own CPU and memory as utilization, everything else from CloudWatch
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html).
 */
final class TrackedMetrics {
    static final String FIELD = "TargetTrackingScalingPolicyConfiguration";
    private static final String PREDEFINED = "PredefinedMetricSpecification";
    private static final String TARGET_GROUP = "targetgroup/";
    private static final int MINUTE = 60;

    private final ScalingPlan plan;
    private final Resource<ScalingPolicy> policy;
    private final TargetTracking tracking;

    TrackedMetrics(ScalingPlan plan, Resource<ScalingPolicy> policy, TargetTracking tracking) {
        this.plan = plan;
        this.policy = policy;
        this.tracking = tracking;
    }

    void read() {
        Double target = tracking.targetValue();
        Trigger trigger = target == null || target <= 0 ? null : trigger(target);
        if (target == null || target <= 0) {
            plan.remark(
                    FindingCode.INVALID_VALUE,
                    "a policy needs a target value above 0; it is left out",
                    null,
                    policy.node());
        }
        if (trigger != null) {
            plan.add(trigger, policy);
            plan.raisesTasks();
            pace();
        }
    }

    private @Nullable Trigger trigger(double target) {
        PredefinedMetric predefined = tracking.predefinedMetricSpecification();
        if (predefined != null && predefined.predefinedMetricType() != null) {
            return switch (predefined.predefinedMetricType()) {
                case "ECSServiceAverageCPUUtilization" -> utilization("cpu", target);
                case "ECSServiceAverageMemoryUtilization" -> utilization("memory", target);
                case "ALBRequestCountPerTarget" -> requests(predefined.resourceLabel(), target);
                default -> {
                    say("no metric of a service is called " + predefined.predefinedMetricType());
                    yield null;
                }
            };
        }
        CustomizedMetric customized = tracking.customizedMetricSpecification();
        if (customized == null) {
            say("the policy names no metric");
            return null;
        }
        return customized(customized, target);
    }

    private Trigger utilization(String resource, double target) {
        int percent = (int) Math.max(1, Math.round(target));
        if (percent != target) {
            plan.remark(
                    FindingCode.SCALING_ROUNDED,
                    "utilization is a whole percentage; " + percent + " is written",
                    null,
                    policy.node(),
                    FIELD,
                    "TargetValue");
        }
        return new Trigger.Utilization(resource, percent);
    }

    /** The requests of the whole target group, which the Pods share: as much as the requests for each target. */
    private @Nullable Trigger requests(@Nullable String label, double target) {
        int group = label == null ? -1 : label.indexOf(TARGET_GROUP);
        int split = group > 0 ? group : label == null ? -1 : label.indexOf("/${") + 1;
        if (label == null || split <= 0) {
            say("the resource label names no target group of a load balancer");
            return null;
        }
        List<MetricDimension> dimensions = List.of(
                new MetricDimension("LoadBalancer", label.substring(0, split - 1)),
                new MetricDimension("TargetGroup", label.substring(split)));
        CloudWatchMetrics metrics =
                new CloudWatchMetrics("AWS/ApplicationELB", "RequestCount", dimensions, "Sum", null, MINUTE);
        if (plan.hasKeda()) {
            plan.remark(
                    FindingCode.SCALING_BALANCER,
                    "the requests are those of the load balancer of ECS; the one that Kubernetes makes has another name",
                    "when it is there, write its name and its target group's into dimensionValue (aws elbv2"
                            + " describe-target-groups)",
                    policy.node(),
                    FIELD,
                    PREDEFINED,
                    "ResourceLabel");
        }
        return new Trigger.CloudWatch(metrics.metadata(target, plan.region()), true);
    }

    private @Nullable Trigger customized(CustomizedMetric metric, double target) {
        CloudWatchMetrics metrics = single(metric);
        if (metrics == null) {
            say(
                    metric.metrics().isEmpty()
                            ? "the policy names no metric"
                            : "a trigger reads one metric and does no arithmetic with several");
            return null;
        }
        return new Trigger.CloudWatch(metrics.metadata(target, plan.region()), false);
    }

    private static @Nullable CloudWatchMetrics single(CustomizedMetric metric) {
        if (metric.metricName() != null && metric.namespace() != null) {
            String statistic = metric.statistic() == null ? "Average" : metric.statistic();
            return new CloudWatchMetrics(
                    metric.namespace(), metric.metricName(), metric.dimensions(), statistic, metric.unit(), MINUTE);
        }
        return single(metric.metrics());
    }

    /** The one metric of a list of queries; null when there are several, or an expression. */
    static @Nullable CloudWatchMetrics single(List<MetricDataQuery> queries) {
        MetricDataQuery.Stat stat = queries.size() == 1 ? queries.get(0).metricStat() : null;
        if (stat == null
                || stat.metric() == null
                || stat.metric().metricName() == null
                || stat.metric().namespace() == null) {
            return null;
        }
        return new CloudWatchMetrics(
                stat.metric().namespace(),
                stat.metric().metricName(),
                stat.metric().dimensions(),
                stat.stat() == null ? "Average" : stat.stat(),
                stat.unit(),
                stat.period() == null ? MINUTE : stat.period());
    }

    private void say(String why) {
        plan.remark(
                FindingCode.SCALING_METRIC,
                why + "; the policy is left out",
                "publish one metric that says how busy the service is, or use KEDA's metrics-api or prometheus trigger",
                policy.node());
    }

    private void pace() {
        if (Boolean.TRUE.equals(tracking.disableScaleIn())) {
            plan.keepsTasks(policy);
        } else {
            plan.lowersTasks();
        }
        if (tracking.scaleOutCooldown() != null) {
            plan.pace().up().waitAtMost(tracking.scaleOutCooldown());
            cooldown("ScaleOutCooldown", tracking.scaleOutCooldown(), "up");
        }
        if (tracking.scaleInCooldown() != null) {
            plan.pace().down().waitAtLeast(tracking.scaleInCooldown());
            cooldown("ScaleInCooldown", tracking.scaleInCooldown(), "down");
        }
    }

    private void cooldown(String field, int seconds, String direction) {
        plan.remark(
                FindingCode.COOLDOWN,
                "ECS waits " + seconds + " s after it has scaled; before it scales " + direction
                        + " Kubernetes looks back over that time, at most " + ScalingRate.LONGEST_WINDOW + " s",
                null,
                policy.node(),
                FIELD,
                field);
    }
}
