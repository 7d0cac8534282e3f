package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Set;

/** ECS cluster ⇄ Kubernetes Namespace: which kinds belong to one, and the object itself. */
public final class Namespaces {
    private static final Set<String> CLUSTER_WIDE = Set.of(
            "Namespace",
            "PersistentVolume",
            "StorageClass",
            "ClusterSecretStore",
            "ClusterRole",
            "GatewayClass",
            "VolumeSnapshotContent");

    private Namespaces() {}

    /** Whether objects of a kind belong to no namespace. */
    public static boolean isClusterWide(String kind) {
        return CLUSTER_WIDE.contains(kind);
    }

    /** The Namespace object itself. */
    public static Namespace object(String name) {
        Namespace namespace = new Namespace();
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        namespace.setMetadata(metadata);
        return namespace;
    }
}
