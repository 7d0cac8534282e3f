package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * The Kubernetes side of one translation: objects in the order a person applies them.
 *
 * @param objects Namespace first, workloads after what they need, and then what points at workloads
 */
public record KubernetesBundle(List<HasMetadata> objects) {

    private static final List<String> APPLY_ORDER = List.of(
            "Namespace",
            "ServiceAccount",
            "Role",
            "RoleBinding",
            "ConfigMap",
            "SecretStore",
            "ExternalSecret",
            "SecretProviderClass",
            "Secret",
            "StorageClass",
            "VolumeSnapshotContent",
            "VolumeSnapshot",
            "PersistentVolume",
            "PersistentVolumeClaim",
            "NetworkPolicy",
            "SecurityGroupPolicy",
            "TriggerAuthentication",
            "Service");

    private static final List<String> AFTER_WORKLOADS = List.of(
            "PodDisruptionBudget",
            "HorizontalPodAutoscaler",
            "ScaledObject",
            "Gateway",
            "Ingress",
            "HTTPRoute",
            "GRPCRoute");

    /** Sorts objects into the order of application; objects of one kind keep the order they were made in. */
    public static KubernetesBundle of(List<? extends HasMetadata> objects) {
        List<HasMetadata> sorted = new ArrayList<>(objects);
        sorted.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        return new KubernetesBundle(List.copyOf(sorted));
    }

    private static int rank(HasMetadata object) {
        int rank = APPLY_ORDER.indexOf(object.getKind());
        return rank < 0 ? APPLY_ORDER.size() + 1 + AFTER_WORKLOADS.indexOf(object.getKind()) : rank;
    }
}
