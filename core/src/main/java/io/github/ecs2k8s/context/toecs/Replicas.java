package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many pods a workload has when it is created: as many as it says; where it leaves that to a scaler, the fewest the
 * scaler allows
 * (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling).
 *
 * @param count the number of pods
 * @param isScaled whether a HorizontalPodAutoscaler or a ScaledObject changes it afterwards
 */
public record Replicas(int count, boolean isScaled) {

    /** Those of a workload; one where nobody says anything. */
    public static Replicas of(LaunchToEcs context) {
        Integer own = own(context.workload());
        Integer least = null;
        for (LocatedObject located : context.all().manifests().all()) {
            HasMetadata object = located.object();
            if (Objects.equals(object.getMetadata().getNamespace(), context.namespace())) {
                Integer scaler = object instanceof HorizontalPodAutoscaler horizontal
                        ? least(horizontal, context)
                        : least(object, context);
                least = scaler == null ? least : scaler;
            }
        }
        int otherwise = least == null ? 1 : least;
        return new Replicas(own == null ? otherwise : own, least != null);
    }

    private static @Nullable Integer least(HorizontalPodAutoscaler scaler, LaunchToEcs context) {
        HorizontalPodAutoscalerSpec spec = scaler.getSpec();
        if (spec == null
                || spec.getScaleTargetRef() == null
                || !context.workload().getKind().equals(spec.getScaleTargetRef().getKind())
                || !context.name().equals(spec.getScaleTargetRef().getName())) {
            return null;
        }
        return spec.getMinReplicas() == null ? 1 : spec.getMinReplicas();
    }

    /** A ScaledObject means a Deployment when it names no kind, and goes down to nothing when it names no number. */
    private static @Nullable Integer least(HasMetadata object, LaunchToEcs context) {
        if (!"ScaledObject".equals(object.getKind())
                || !(object instanceof GenericKubernetesResource scaler)
                || !(scaler.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec)
                || !(spec.get("scaleTargetRef") instanceof Map<?, ?> reference)) {
            return null;
        }
        Object kind = reference.get("kind") == null ? "Deployment" : reference.get("kind");
        if (!context.workload().getKind().equals(kind) || !context.name().equals(reference.get("name"))) {
            return null;
        }
        return spec.get("minReplicaCount") instanceof Number number ? number.intValue() : 0;
    }

    private static @Nullable Integer own(HasMetadata workload) {
        if (workload instanceof Deployment deployment) {
            return deployment.getSpec().getReplicas();
        } else if (workload instanceof StatefulSet set) {
            return set.getSpec().getReplicas();
        } else if (workload instanceof ReplicaSet set) {
            return set.getSpec().getReplicas();
        } else if (workload instanceof ReplicationController controller) {
            return controller.getSpec().getReplicas();
        }
        return workload instanceof GenericKubernetesResource rollout
                        && rollout.getAdditionalProperties().get("spec") instanceof Map<?, ?> spec
                        && spec.get("replicas") instanceof Number replicas
                ? (Integer) replicas.intValue()
                : null;
    }
}
