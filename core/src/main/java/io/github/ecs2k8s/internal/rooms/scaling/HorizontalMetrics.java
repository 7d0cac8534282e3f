package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.schedule.Nodes;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a HorizontalPodAutoscaler → target tracking policies: CPU and memory have counterparts; what an adapter in
 * the cluster answers for, ECS can only follow once it is in CloudWatch
 * (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#scaling-on-custom-metrics,
 * https://docs.aws.amazon.com/autoscaling/application/APIReference/API_CustomizedMetricSpecification.html).
 */
final class HorizontalMetrics {
    /** Where a scaler names no metric at all. */
    private static final int USUAL_CPU = 80;

    private final ServiceScaler scaler;
    private final UtilizationTargets utilization;

    HorizontalMetrics(ServiceScaler scaler) {
        this.scaler = scaler;
        this.utilization = new UtilizationTargets(scaler);
    }

    /** Reads all of them. */
    void read(MappingNode spec) {
        List<Node> metrics = Nodes.items(spec, "metrics");
        if (metrics.isEmpty()) {
            utilization.percent("cpu", USUAL_CPU, spec);
        }
        for (Node item : metrics) {
            if (item instanceof MappingNode metric) {
                read(Nodes.text(metric, "type"), metric);
            }
        }
    }

    private void read(@Nullable String type, MappingNode metric) {
        switch (type == null ? "" : type) {
            case "Resource" -> resource(Nodes.object(metric, "resource"), metric);
            case "ContainerResource" -> container(Nodes.object(metric, "containerResource"), metric);
            case "Pods" -> foreign("pods", "an average over the Pods", metric);
            case "Object" -> foreign("object", "measured at another object", metric);
            default -> foreign("external", "from outside the cluster", metric);
        }
    }

    private void resource(@Nullable MappingNode source, MappingNode metric) {
        MappingNode target = source == null ? null : Nodes.object(source, "target");
        String name = source == null ? null : Nodes.text(source, "name");
        if (name == null || target == null) {
            scaler.find(FindingCode.MISSING_FIELD, "the metric names no resource or no target", null, metric);
            return;
        }
        Node percent = target.get("averageUtilization");
        Double number = Scalars.number(percent);
        String quantity = Nodes.text(target, "averageValue");
        if (!UtilizationTargets.isMeasured(name)) {
            utilization.sayUnmeasured(name, metric);
        } else if (percent != null && number != null) {
            utilization.percent(name, number, percent);
        } else if (quantity != null) {
            utilization.amount(name, quantity, target);
        }
    }

    /** One container alone is the task. */
    private void container(@Nullable MappingNode source, MappingNode metric) {
        int containers =
                scaler.workload().task().definition().containerDefinitions().size();
        if (source != null && containers == 1) {
            scaler.find(
                    FindingCode.SCALING_ROUNDED,
                    "the task has one container, so that its use is the task's",
                    null,
                    metric);
            resource(source, metric);
            return;
        }
        scaler.find(
                FindingCode.SCALER_METRIC,
                "ECS measures the task, not " + (source == null ? "one" : Nodes.text(source, "container"))
                        + " of its containers; the metric is left out",
                "give the whole task a target, or switch Container Insights with enhanced observability on and track"
                        + " its metric of the container",
                metric);
    }

    private void foreign(String kind, String what, MappingNode metric) {
        MappingNode source = Nodes.object(metric, kind);
        MappingNode identifier = source == null ? null : Nodes.object(source, "metric");
        String name = identifier == null ? null : Nodes.text(identifier, "name");
        scaler.find(
                FindingCode.SCALER_METRIC,
                "CloudWatch does not know " + (name == null ? "this metric" : name) + ", " + what
                        + "; the metric is left out",
                "let the CloudWatch agent or the ADOT collector put it into CloudWatch, and add a target tracking policy"
                        + " with a CustomizedMetricSpecification; for requests of a load balancer there is"
                        + " ALBRequestCountPerTarget",
                metric);
    }
}
