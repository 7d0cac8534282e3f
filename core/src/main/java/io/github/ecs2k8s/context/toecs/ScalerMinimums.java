package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fewest pods that HorizontalPodAutoscalers and ScaledObjects of the input allow, by what they scale. */
final class ScalerMinimums {
    private final Map<String, Integer> byTarget = new HashMap<>();

    ScalerMinimums(BundleToEcs bundle) {
        for (LocatedObject located : bundle.manifests().all()) {
            if (located.object() instanceof HorizontalPodAutoscaler scaler) {
                add(scaler);
            } else if ("ScaledObject".equals(located.object().getKind())
                    && located.object() instanceof GenericKubernetesResource scaler
                    && scaler.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                    && spec.get("scaleTargetRef") instanceof Map<?, ?> reference) {
                add(scaler, spec, reference);
            }
        }
    }

    private void add(HorizontalPodAutoscaler scaler) {
        HorizontalPodAutoscalerSpec spec = scaler.getSpec();
        if (spec != null && spec.getScaleTargetRef() != null) {
            Integer least = spec.getMinReplicas();
            byTarget.put(
                    target(
                            scaler,
                            spec.getScaleTargetRef().getKind(),
                            spec.getScaleTargetRef().getName()),
                    least == null ? 1 : least);
        }
    }

    /** A ScaledObject means a Deployment when it names no kind, and goes down to nothing when it names no number. */
    private void add(GenericKubernetesResource scaler, Map<?, ?> spec, Map<?, ?> reference) {
        Object kind = reference.get("kind") == null ? "Deployment" : reference.get("kind");
        int least = spec.get("minReplicaCount") instanceof Number number ? number.intValue() : 0;
        byTarget.put(target(scaler, kind, reference.get("name")), least);
    }

    private static String target(HasMetadata where, @Nullable Object kind, @Nullable Object name) {
        return kind + "/" + name + '\n' + where.getMetadata().getNamespace();
    }

    /** The fewest pods a scaler allows a workload, the last one's where there are several; null when none scales it. */
    @Nullable Integer of(LaunchToEcs launch) {
        return byTarget.get(target(launch.workload(), launch.workload().getKind(), launch.name()));
    }
}
