package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.Map;
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
        Integer least =
                context.all().fact(ScalerMinimums.class, ScalerMinimums::new).of(context);
        int otherwise = least == null ? 1 : least;
        return new Replicas(own == null ? otherwise : own, least != null);
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
