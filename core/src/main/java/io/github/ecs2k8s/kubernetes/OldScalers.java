package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import org.jspecify.annotations.Nullable;

/**
 * HorizontalPodAutoscalers before autoscaling/v2: v1 has one number for CPU, v2beta1 keeps target and metric of each kind
 * of metric in fields of its own; v2beta2 has the fields of v2.
 */
final class OldScalers {
    private OldScalers() {}

    static MappingNode upgrade(MappingNode object, String apiVersion) {
        return switch (apiVersion) {
            case "autoscaling/v1" -> NodeForms.change(object, "spec", OldScalers::first);
            case "autoscaling/v2beta1" ->
                NodeForms.change(object, "spec", spec -> NodeForms.changeEach(spec, "metrics", OldScalers::metric));
            default -> object;
        };
    }

    private static MappingNode first(MappingNode spec) {
        Node percent = NodeForms.get(spec, "targetCPUUtilizationPercentage");
        if (percent == null) {
            return spec;
        }
        MappingNode resource = add(
                NodeForms.object("name", NodeForms.text("cpu", percent)),
                "target",
                target("Utilization", "averageUtilization", percent));
        MappingNode metric = add(NodeForms.object("type", NodeForms.text("Resource", percent)), "resource", resource);
        return NodeForms.replace(spec, "targetCPUUtilizationPercentage", "metrics", NodeForms.listOf(metric));
    }

    private static MappingNode metric(MappingNode metric) {
        MappingNode current = metric;
        for (String source : new String[] {"resource", "containerResource", "pods", "object", "external"}) {
            current = NodeForms.change(current, source, inner -> source(inner, source));
        }
        return current;
    }

    private static MappingNode source(MappingNode old, String kind) {
        MappingNode current = old;
        Node described = kind.equals("object") ? NodeForms.get(current, "target") : null;
        if (described != null) {
            current = NodeForms.replace(current, "target", "describedObject", described);
        }
        Node name = NodeForms.get(current, "metricName");
        if (name != null) {
            MappingNode metric = NodeForms.object("name", name);
            String selector = kind.equals("external") ? "metricSelector" : "selector";
            Node labels = NodeForms.get(current, selector);
            current = NodeForms.replace(current, selector, selector, null);
            current = NodeForms.replace(
                    current, "metricName", "metric", labels == null ? metric : add(metric, "selector", labels));
        }
        current = moveTarget(current, "targetAverageUtilization", "Utilization", "averageUtilization");
        current = moveTarget(current, "targetAverageValue", "AverageValue", "averageValue");
        current = moveTarget(current, "averageValue", "AverageValue", "averageValue");
        return moveTarget(current, "targetValue", "Value", "value");
    }

    private static MappingNode moveTarget(MappingNode source, String key, String type, String member) {
        Node value = NodeForms.get(source, key);
        if (value == null) {
            return source;
        }
        MappingNode rest = NodeForms.replace(source, key, key, null);
        return rest.has("target") ? rest : add(rest, "target", target(type, member, value));
    }

    private static MappingNode target(String type, String member, Node value) {
        return add(NodeForms.object("type", NodeForms.text(type, value)), member, value);
    }

    private static MappingNode add(MappingNode object, String key, @Nullable Node value) {
        return NodeForms.replace(object, key, key, value);
    }
}
