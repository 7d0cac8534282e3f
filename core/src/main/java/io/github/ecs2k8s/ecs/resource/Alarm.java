package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch alarm: the metric and the threshold that start a step scaling policy
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html).
 */
public record Alarm(
        @Nullable String alarmName,
        @Nullable String alarmArn,
        @Nullable String alarmDescription,
        @Nullable String alarmConfigurationUpdatedTimestamp,
        @Nullable Boolean actionsEnabled,
        @ApiName("OKActions") List<String> okActions,
        List<String> alarmActions,
        List<String> insufficientDataActions,
        @Nullable String stateValue,
        @Nullable String stateReason,
        @Nullable String stateReasonData,
        @Nullable String stateUpdatedTimestamp,
        @Nullable String metricName,
        @Nullable String namespace,
        @Nullable String statistic,
        @Nullable String extendedStatistic,
        List<MetricDimension> dimensions,
        @Nullable Integer period,
        @Nullable String unit,
        @Nullable Integer evaluationPeriods,
        @Nullable Integer datapointsToAlarm,
        @Nullable Double threshold,
        @Nullable String comparisonOperator,
        @Nullable String treatMissingData,
        @Nullable String evaluateLowSampleCountPercentile,
        List<MetricDataQuery> metrics,
        @Nullable String thresholdMetricId,
        @Nullable String evaluationState,
        @Nullable String stateTransitionedTimestamp,
        @Nullable Node evaluationCriteria,
        @Nullable Integer evaluationInterval,
        List<Tag> tags,
        @Nullable Node actionConfiguration,
        @Nullable Node evaluationWindow,
        @Nullable Node warmUpConfiguration) {

    public Alarm {
        okActions = Copies.of(okActions);
        alarmActions = Copies.of(alarmActions);
        insufficientDataActions = Copies.of(insufficientDataActions);
        dimensions = Copies.of(dimensions);
        metrics = Copies.of(metrics);
        tags = Copies.of(tags);
    }
}
