package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.ecs.resource.MetricDataQuery;
import io.github.ecs2k8s.ecs.resource.MetricDimension;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CloudWatch metric as KEDA's aws-cloudwatch trigger reads it (https://keda.sh/docs/latest/scalers/aws-cloudwatch/).
 *
 * @param unit null when not said
 * @param period seconds
 */
record CloudWatchMetrics(
        String namespace,
        String name,
        List<MetricDimension> dimensions,
        String statistic,
        @Nullable String unit,
        int period) {
    private static final int MINUTE = 60;

    /** The trigger's metadata for a value at which the metric is kept. */
    Map<String, String> metadata(double target, String region) {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (dimensions.isEmpty()) {
            // Only a query can ask for a metric without dimensions.
            metadata.put(
                    "expression", "SELECT " + function() + "(\"" + name + "\") FROM SCHEMA(\"" + namespace + "\")");
        } else {
            metadata.put("namespace", namespace);
            metadata.put("metricName", name);
            metadata.put("dimensionName", joined(true));
            metadata.put("dimensionValue", joined(false));
            metadata.put("metricStat", statistic);
            if (unit != null) {
                metadata.put("metricUnit", unit);
            }
        }
        metadata.put("metricStatPeriod", String.valueOf(wholePeriod()));
        metadata.put("metricCollectionTime", String.valueOf(wholePeriod() * 5L));
        metadata.put("targetMetricValue", number(target));
        // No data is no reason to scale, as in ECS.
        metadata.put("minMetricValue", "0");
        metadata.put("ignoreNullValues", "false");
        metadata.put("awsRegion", region);
        return metadata;
    }

    /** Whole minutes, which is what CloudWatch has for metrics of AWS services. */
    private int wholePeriod() {
        return Math.max(MINUTE, (Math.min(period, 86_400) + MINUTE - 1) / MINUTE * MINUTE);
    }

    private String function() {
        return switch (statistic) {
            case "Sum" -> "SUM";
            case "Minimum" -> "MIN";
            case "Maximum" -> "MAX";
            case "SampleCount" -> "COUNT";
            case "Average" -> "AVG";
            default -> statistic;
        };
    }

    private String joined(boolean names) {
        StringBuilder joined = new StringBuilder();
        for (MetricDimension dimension : dimensions) {
            String part = names ? dimension.name() : dimension.value();
            joined.append(joined.length() == 0 ? "" : ";").append(part == null ? "" : part);
        }
        return joined.toString();
    }

    /** {@code 75} for 75.0. */
    static String number(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return number.toPlainString();
    }

    /** The metric that a query asks for which was written for one without dimensions; null for any other query. */
    static MetricDataQuery.@Nullable Stat ofQuery(String query) {
        int open = query.indexOf("(\"");
        int middle = query.indexOf("\") FROM SCHEMA(\"");
        if (!query.startsWith("SELECT ") || open < 0 || middle < open || !query.endsWith("\")")) {
            return null;
        }
        String statistic = switch (query.substring("SELECT ".length(), open)) {
            case "SUM" -> "Sum";
            case "MIN" -> "Minimum";
            case "MAX" -> "Maximum";
            case "COUNT" -> "SampleCount";
            case "AVG" -> "Average";
            default -> null;
        };
        String namespace = query.substring(middle + "\") FROM SCHEMA(\"".length(), query.length() - 2);
        MetricDataQuery.Metric metric =
                new MetricDataQuery.Metric(namespace, query.substring(open + 2, middle), List.of());
        return statistic == null || namespace.contains("\"")
                ? null
                : new MetricDataQuery.Stat(metric, null, statistic, null);
    }
}
