package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CloudWatch metric, or an expression over other metrics
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDataQuery.html).
 */
@WithBuilder
public record MetricDataQuery(
        @Nullable String id,
        @Nullable Stat metricStat,
        @Nullable String expression,
        @Nullable String label,
        @Nullable Boolean returnData,
        @Nullable Integer period,
        @Nullable String accountId) {

    /** Statistic of a metric over a period in seconds. */
    public record Stat(
            @Nullable Metric metric,
            @Nullable Integer period,
            @Nullable String stat,
            @Nullable String unit) {}

    /** Name and dimensions of a metric. */
    public record Metric(
            @Nullable String namespace, @Nullable String metricName, List<MetricDimension> dimensions) {

        public Metric {
            dimensions = Copies.of(dimensions);
        }
    }
}
