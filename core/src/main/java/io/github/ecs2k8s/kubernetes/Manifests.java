package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes side as it was read: objects find each other by name and by labels, as in a cluster.
 *
 * @param all every object, in the order of the input
 */
public record Manifests(List<LocatedObject> all) {

    /** Copies the list. */
    public Manifests {
        all = List.copyOf(all);
    }

    /** The objects of a kind, in the order of the input. */
    public List<LocatedObject> of(String kind) {
        List<LocatedObject> found = new ArrayList<>();
        for (LocatedObject located : all) {
            if (kind.equals(located.object().getKind())) {
                found.add(located);
            }
        }
        return found;
    }

    /** The objects of a kind by name, where only one of them gets its way: the order of documents says nothing. */
    public List<LocatedObject> byName(String kind) {
        List<LocatedObject> found = of(kind);
        found.sort((one, other) -> one.object()
                .getMetadata()
                .getName()
                .compareTo(other.object().getMetadata().getName()));
        return found;
    }

    /** The object of a kind and name in a namespace (null: the one that is not said), null when there is none. */
    public @Nullable LocatedObject find(String kind, String name, @Nullable String namespace) {
        for (LocatedObject located : of(kind)) {
            if (name.equals(located.object().getMetadata().getName())
                    && (Namespaces.isClusterWide(kind)
                            || Objects.equals(
                                    namespace, located.object().getMetadata().getNamespace()))) {
                return located;
            }
        }
        return null;
    }

    /**
     * The Services of a namespace whose selector chooses pods with these labels, by name, because the order of documents says
     * nothing; one without a selector chooses none.
     */
    public List<LocatedObject> servicesOf(Map<String, String> labels, @Nullable String namespace) {
        List<LocatedObject> found = new ArrayList<>();
        for (LocatedObject located : byName("Service")) {
            Map<String, String> selector = located.object() instanceof Service service && service.getSpec() != null
                    ? service.getSpec().getSelector()
                    : null;
            if (selector != null
                    && !selector.isEmpty()
                    && labels.entrySet().containsAll(selector.entrySet())
                    && Objects.equals(namespace, located.object().getMetadata().getNamespace())) {
                found.add(located);
            }
        }
        return found;
    }

    /** The objects alone. */
    public KubernetesBundle bundle() {
        List<HasMetadata> objects = new ArrayList<>();
        for (LocatedObject located : all) {
            objects.add(located.object());
        }
        return KubernetesBundle.of(objects);
    }
}
