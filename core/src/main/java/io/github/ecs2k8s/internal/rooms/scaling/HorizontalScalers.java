package io.github.ecs2k8s.internal.rooms.scaling;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricTarget;
import io.fabric8.kubernetes.api.model.autoscaling.v2.ResourceMetricSource;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.schedule.Nodes;
import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan ⇄ HorizontalPodAutoscaler: the metric that wants most Pods wins, as in ECS
 * (https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/).
 */
final class HorizontalScalers {
    static final String SCALED_BY = "ecs2k8s.io/scaled-by";

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
        if (plan.isPaused()) {
            annotations.put(ScalersToEcs.PAUSED, "true");
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

    /** The names of policies and actions that an object notes it stands for. */
    static List<String> scaledBy(HasMetadata object) {
        Map<String, String> annotations = object.getMetadata().getAnnotations();
        String names = annotations == null ? null : annotations.get(SCALED_BY);
        return names == null ? List.of() : List.of(names.split(", ", -1));
    }

    /** Reads a scaler whose workload is a service. */
    static void read(MappingNode spec, ServiceScaler scaler) {
        new ScalerBehavior(scaler).read(Nodes.object(spec, "behavior"));
        new HorizontalMetrics(scaler).read(spec);
        int minimum = Scalars.whole(spec.get("minReplicas"), 1);
        int maximum = Scalars.whole(spec.get("maxReplicas"), minimum);
        if (minimum == 0) {
            scaler.find(
                    FindingCode.SCALING_TO_ZERO,
                    "where no task runs there is no use of CPU or memory; nothing starts the first one",
                    "set MinCapacity to 1",
                    spec,
                    "minReplicas");
        }
        scaler.write(minimum, Math.max(minimum, maximum));
    }
}
