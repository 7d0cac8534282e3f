package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.ecs.resource.MetricDataQuery;
import io.github.ecs2k8s.ecs.resource.MetricDataQueryBuilder;
import io.github.ecs2k8s.ecs.resource.MetricDimension;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.CustomizedMetric;
import io.github.ecs2k8s.ecs.resource.ScalingPolicy.PredefinedMetric;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.internal.rooms.schedule.Nodes;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * KEDA's triggers on CloudWatch and on SQS → customized metrics. A total that Pods share is divided by the number of tasks,
 * as AWS recommends for queues
 * (https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html).
 */
final class CloudWatchTriggers {
    private static final String BALANCER = "AWS/ApplicationELB";
    private static final int USUAL_LENGTH = 5;

    /** How KEDA reads a metric, and what it then means; Application Auto Scaling has its own way. */
    private static final Map<String, String> WAYS = Map.of(
            "metricStatPeriod", "300",
            "metricCollectionTime", "300",
            "metricEndTimeOffset", "0",
            "minMetricValue", "0",
            "ignoreNullValues", "true",
            "activationTargetMetricValue", "0",
            "activationQueueLength", "0",
            "awsEndpoint", "",
            "awsRegion", "",
            "identityOwner", "pod");

    private final ServiceScaler scaler;

    CloudWatchTriggers(ServiceScaler scaler) {
        this.scaler = scaler;
    }

    /** The metric of a trigger of type {@code aws-cloudwatch}; null when it has no form. */
    ServiceScaler.@Nullable Tracked read(MappingNode trigger, MappingNode metadata) {
        Double target = Scalars.number(metadata.get("targetMetricValue"));
        MetricDataQuery.Stat stat = stat(metadata);
        if (target == null || target <= 0 || stat == null || stat.metric() == null) {
            scaler.find(
                    FindingCode.SCALER_METRIC,
                    "a policy keeps one metric at a value above 0; the trigger is left out",
                    "name metricName, namespace and dimensions instead of a query, or write a policy with metric math",
                    trigger);
            return null;
        }
        sayWays(metadata);
        String metricType = Nodes.text(trigger, "metricType");
        boolean shared = metricType == null || metricType.equals("AverageValue");
        MetricDataQuery.Metric metric = stat.metric();
        String name = kebab(String.valueOf(metric.metricName()));
        if (shared && BALANCER.equals(metric.namespace()) && "RequestCount".equals(metric.metricName())) {
            String label = label(metric.dimensions());
            if (label != null) {
                return new ServiceScaler.Tracked(
                        name, target, new PredefinedMetric("ALBRequestCountPerTarget", label), null);
            }
        }
        if (shared) {
            return divided(name, target, List.of(query("m1", stat)), "m1", metadata);
        }
        CustomizedMetric customized = new CustomizedMetric(
                metric.metricName(), metric.namespace(), metric.dimensions(), stat.stat(), stat.unit(), List.of());
        return new ServiceScaler.Tracked(name, target, null, customized);
    }

    /** The messages of a queue for each task; null when it does not say which queue. */
    ServiceScaler.@Nullable Tracked readQueue(MappingNode metadata) {
        String url = Nodes.text(metadata, "queueURL");
        if (url == null) {
            scaler.find(
                    FindingCode.SCALER_METRIC,
                    "the queue's address is known only when the Pod runs; the trigger is left out",
                    "write queueURL",
                    metadata);
            return null;
        }
        sayWays(metadata);
        String queue = url.substring(url.lastIndexOf('/') + 1);
        Double length = Scalars.number(metadata.get("queueLength"));
        List<MetricDataQuery> queries = new ArrayList<>();
        queries.add(query("m1", messages("ApproximateNumberOfMessagesVisible", queue)));
        boolean inFlight = !"false".equals(Nodes.text(metadata, "scaleOnInFlight"));
        if (inFlight) {
            queries.add(query("m2", messages("ApproximateNumberOfMessagesNotVisible", queue)));
        }
        if ("true".equals(Nodes.text(metadata, "scaleOnDelayed"))) {
            queries.add(query("m3", messages("ApproximateNumberOfMessagesDelayed", queue)));
        }
        StringBuilder sum = new StringBuilder();
        for (MetricDataQuery query : queries) {
            sum.append(sum.length() == 0 ? "" : " + ").append(query.id());
        }
        return divided(
                kebab(queue),
                length == null ? USUAL_LENGTH : length,
                queries,
                queries.size() == 1 ? sum.toString() : "(" + sum + ")",
                metadata);
    }

    private static MetricDataQuery.Stat messages(String metric, String queue) {
        return new MetricDataQuery.Stat(
                new MetricDataQuery.Metric("AWS/SQS", metric, List.of(new MetricDimension("QueueName", queue))),
                null,
                "Average",
                null);
    }

    /** What the tasks share, for each of them; where none runs, for one. */
    private ServiceScaler.Tracked divided(
            String name, double target, List<MetricDataQuery> queries, String sum, MappingNode place) {
        scaler.find(
                FindingCode.SCALING_PER_TASK,
                "KEDA divides the metric by the number of Pods; the policy divides it by RunningTaskCount, which only"
                        + " Container Insights measures",
                "aws ecs update-cluster-settings --cluster "
                        + (scaler.isInDefaultCluster() ? "…" : Shell.word(scaler.clusterName()))
                        + " --settings name=containerInsights,value=enabled",
                place);
        List<MetricDataQuery> all = new ArrayList<>(queries);
        List<MetricDimension> service = List.of(
                new MetricDimension(
                        "ClusterName", scaler.isInDefaultCluster() ? "${ClusterName}" : scaler.clusterName()),
                new MetricDimension("ServiceName", scaler.serviceName()));
        all.add(query(
                "tasks",
                new MetricDataQuery.Stat(
                        new MetricDataQuery.Metric("ECS/ContainerInsights", "RunningTaskCount", service),
                        null,
                        "Average",
                        null)));
        all.add(MetricDataQueryBuilder.builder()
                .id("each")
                .expression(sum + " / IF(tasks > 0, tasks, 1)")
                .returnData(true)
                .build());
        return new ServiceScaler.Tracked(
                name, target, null, new CustomizedMetric(null, null, List.of(), null, null, all));
    }

    private static MetricDataQuery query(String id, MetricDataQuery.Stat stat) {
        return MetricDataQueryBuilder.builder()
                .id(id)
                .metricStat(stat)
                .returnData(false)
                .build();
    }

    /** The metric that a trigger names, or asks for in the one form of query that is written for a metric without dimensions. */
    private static MetricDataQuery.@Nullable Stat stat(MappingNode metadata) {
        String query = Nodes.text(metadata, "expression");
        if (query != null) {
            return CloudWatchMetrics.ofQuery(query);
        }
        String name = Nodes.text(metadata, "metricName");
        String namespace = Nodes.text(metadata, "namespace");
        if (name == null || namespace == null) {
            return null;
        }
        List<MetricDimension> dimensions = new ArrayList<>();
        String names = Nodes.text(metadata, "dimensionName");
        String values = Nodes.text(metadata, "dimensionValue");
        if (names != null && values != null) {
            String[] keys = names.split(";", -1);
            String[] texts = values.split(";", -1);
            for (int i = 0; i < keys.length; i++) {
                dimensions.add(new MetricDimension(keys[i], i < texts.length ? texts[i] : ""));
            }
        }
        String statistic = Nodes.text(metadata, "metricStat");
        return new MetricDataQuery.Stat(
                new MetricDataQuery.Metric(namespace, name, dimensions),
                null,
                statistic == null ? "Average" : statistic,
                Nodes.text(metadata, "metricUnit"));
    }

    /** {@code app/shop/1a2b/targetgroup/web/3c4d} of the two dimensions that requests are counted by. */
    private static @Nullable String label(List<MetricDimension> dimensions) {
        String balancer = null;
        String group = null;
        for (MetricDimension dimension : dimensions) {
            balancer = "LoadBalancer".equals(dimension.name()) ? dimension.value() : balancer;
            group = "TargetGroup".equals(dimension.name()) ? dimension.value() : group;
        }
        return balancer == null || group == null ? null : balancer + "/" + group;
    }

    private void sayWays(MappingNode metadata) {
        for (MappingNode.Entry entry : metadata.entries()) {
            String usual = WAYS.get(entry.key());
            if (usual != null
                    && entry.value() instanceof ScalarNode value
                    && !value.text().equals(usual)) {
                scaler.find(
                        FindingCode.SCALER_SETTING,
                        "Application Auto Scaling reads metrics of its own region its own way; " + entry.key() + " "
                                + value.text() + " is not written",
                        null,
                        value);
            }
        }
    }

    /** {@code backlog-per-task} for {@code BacklogPerTask}. */
    private static String kebab(String name) {
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = Character.isLetterOrDigit(c) && c < 128;
            boolean starts = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            if ((starts || !letter) && kebab.length() > 0 && kebab.charAt(kebab.length() - 1) != '-') {
                kebab.append('-');
            }
            if (letter) {
                kebab.append(Character.toLowerCase(c));
            }
        }
        return kebab.toString();
    }
}
