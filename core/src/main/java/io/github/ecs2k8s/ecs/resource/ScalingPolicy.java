package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scaling policy of a scalable target
 * (https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ScalingPolicy.html).
 */
@WithBuilder
public record ScalingPolicy(
        @Nullable String policyARN,
        @Nullable String policyName,
        @Nullable String serviceNamespace,
        @Nullable String resourceId,
        @Nullable String scalableDimension,
        @Nullable String policyType,
        @Nullable StepScaling stepScalingPolicyConfiguration,
        @Nullable TargetTracking targetTrackingScalingPolicyConfiguration,
        @Nullable PredictiveScaling predictiveScalingPolicyConfiguration,
        List<AlarmReference> alarms,
        @Nullable String creationTime,
        @Nullable String scalingTargetId) {

    public ScalingPolicy {
        alarms = Copies.of(alarms);
    }

    /** Step scaling: how far to scale for each part of the range beyond an alarm's threshold. */
    public record StepScaling(
            @Nullable String adjustmentType,
            List<StepAdjustment> stepAdjustments,
            @Nullable Integer minAdjustmentMagnitude,
            @Nullable Integer cooldown,
            @Nullable String metricAggregationType) {

        public StepScaling {
            stepAdjustments = Copies.of(stepAdjustments);
        }
    }

    /** Adjustment between two bounds, which are relative to the alarm's threshold. */
    public record StepAdjustment(
            @Nullable Double metricIntervalLowerBound,
            @Nullable Double metricIntervalUpperBound,
            @Nullable Integer scalingAdjustment) {}

    /** Target tracking: the value a metric is kept at. Cooldowns are seconds. */
    public record TargetTracking(
            @Nullable Double targetValue,
            @Nullable PredefinedMetric predefinedMetricSpecification,
            @Nullable CustomizedMetric customizedMetricSpecification,
            @Nullable Integer scaleOutCooldown,
            @Nullable Integer scaleInCooldown,
            @Nullable Boolean disableScaleIn) {}

    /** Metric that Application Auto Scaling knows by name. */
    public record PredefinedMetric(
            @Nullable String predefinedMetricType, @Nullable String resourceLabel) {}

    /** CloudWatch metric of one's own, or an expression over several. */
    public record CustomizedMetric(
            @Nullable String metricName,
            @Nullable String namespace,
            List<MetricDimension> dimensions,
            @Nullable String statistic,
            @Nullable String unit,
            List<MetricDataQuery> metrics) {

        public CustomizedMetric {
            dimensions = Copies.of(dimensions);
            metrics = Copies.of(metrics);
        }
    }

    /** Predictive scaling: capacity from a forecast. */
    public record PredictiveScaling(
            List<Node> metricSpecifications,
            @Nullable String mode,
            @Nullable Integer schedulingBufferTime,
            @Nullable String maxCapacityBreachBehavior,
            @Nullable Integer maxCapacityBuffer) {

        public PredictiveScaling {
            metricSpecifications = Copies.of(metricSpecifications);
        }
    }

    /** Alarm that was created for a policy. */
    public record AlarmReference(
            @Nullable String alarmName, @Nullable String alarmARN) {}
}
