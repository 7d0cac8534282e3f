package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Set;

/** Puts objects into a namespace, where the user asked for one. */
public final class Namespaces {
    private static final Set<String> CLUSTER_WIDE =
            Set.of("Namespace", "PersistentVolume", "StorageClass", "ClusterSecretStore", "ClusterRole");

    private Namespaces() {}

    /** Writes the namespace into every namespaced object. */
    public static void apply(List<? extends HasMetadata> objects, String namespace) {
        for (HasMetadata object : objects) {
            if (!CLUSTER_WIDE.contains(object.getKind())) {
                object.getMetadata().setNamespace(namespace);
            }
        }
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
