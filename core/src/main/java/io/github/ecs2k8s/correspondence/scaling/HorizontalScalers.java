package io.github.ecs2k8s.correspondence.scaling;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as HorizontalPodAutoscaler: the metric that wants most Pods wins, as in ECS
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/).
 */
final class HorizontalScalers {
    private static final String SCALED_BY = "ecs2k8s.io/scaled-by";

    private HorizontalScalers() {}

    static HorizontalPodAutoscaler of(ScalingPlan plan) {
        CrossVersionObjectReference reference = new CrossVersionObjectReference();
        reference.setApiVersion(plan.workload().getApiVersion());
        reference.setKind(plan.workload().getKind());
        reference.setName(plan.launch().name());
        List<MetricSpec> metrics = new ArrayList<>();
        for (Trigger trigger : plan.triggers()) {
            if (trigger instanceof Trigger.Utilization utilization) {
                metrics.add(metric(utilization));
            }
        }
        HorizontalPodAutoscalerSpec spec = new HorizontalPodAutoscalerSpec();
        spec.setScaleTargetRef(reference);
        spec.setMinReplicas(plan.minimum());
        spec.setMaxReplicas(plan.maximum());
        spec.setMetrics(metrics);
        spec.setBehavior(plan.pace().behavior());
        HorizontalPodAutoscaler scaler = new HorizontalPodAutoscaler();
        scaler.setMetadata(metadata(plan));
        scaler.setSpec(spec);
        return scaler;
    }

    /** Name, labels and the names of the policies and actions that the scaler stands for. */
    static ObjectMeta metadata(ScalingPlan plan) {
        Map<String, String> annotations = new LinkedHashMap<>();
        if (!plan.names().isEmpty()) {
            annotations.put(SCALED_BY, String.join(", ", plan.names()));
        }
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(plan.launch().name());
        metadata.setLabels(plan.launch().selector());
        metadata.setAnnotations(annotations);
        return metadata;
    }

    private static MetricSpec metric(Trigger.Utilization utilization) {
        MetricTarget target = new MetricTarget();
        target.setType("Utilization");
        target.setAverageUtilization(utilization.percent());
        ResourceMetricSource source = new ResourceMetricSource();
        source.setName(utilization.resource());
        source.setTarget(target);
        MetricSpec metric = new MetricSpec();
        metric.setType("Resource");
        metric.setResource(source);
        return metric;
    }
}
