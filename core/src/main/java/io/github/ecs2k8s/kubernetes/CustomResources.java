package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;

/** Objects of kinds that add-ons define and the model has no classes for: the one place where they are made. */
public final class CustomResources {
    private CustomResources() {}

    /** An object with this name and specification. */
    public static GenericKubernetesResource of(String apiVersion, String kind, String name, Map<String, Object> spec) {
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(name);
        return of(apiVersion, kind, metadata, spec);
    }

    /** An object with this metadata, which it shares, and specification. */
    public static GenericKubernetesResource of(
            String apiVersion, String kind, ObjectMeta metadata, Map<String, Object> spec) {
        GenericKubernetesResource resource = new GenericKubernetesResource();
        resource.setApiVersion(apiVersion);
        resource.setKind(kind);
        resource.setMetadata(metadata);
        resource.setAdditionalProperty("spec", spec);
        return resource;
    }
}
