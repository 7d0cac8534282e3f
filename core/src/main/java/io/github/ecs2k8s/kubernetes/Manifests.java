package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Kubernetes side as it was read: objects find each other by name and by labels, as in a cluster. Both are indexed, so
 * that nothing has to look at every object; what is asked about may not change its kind, names or labels any more.
 */
public final class Manifests {
    private final List<LocatedObject> all;
    private final Map<String, List<LocatedObject>> byKind = new HashMap<>();
    private final Map<String, List<LocatedObject>> byName = new HashMap<>();
    private final Map<String, List<LocatedObject>> byIdentity = new HashMap<>();
    private @Nullable SelectorIndex<LocatedObject> services;
    private @Nullable LabelIndex<LocatedObject> workloads;

    /** Copies the list. */
    public Manifests(List<LocatedObject> objects) {
        all = List.copyOf(objects);
        for (LocatedObject located : all) {
            ObjectMeta metadata = located.object().getMetadata();
            String kind = String.valueOf(located.object().getKind());
            add(kind, located, byKind);
            if (metadata != null && metadata.getName() != null) {
                add(metadata.getName(), located, byName);
                add(identity(kind, metadata.getName(), metadata.getNamespace()), located, byIdentity);
            }
        }
    }

    private static void add(String key, LocatedObject located, Map<String, List<LocatedObject>> index) {
        index.computeIfAbsent(key, unused -> new ArrayList<>()).add(located);
    }

    private static String identity(String kind, String name, @Nullable String namespace) {
        boolean anywhere = namespace == null || Namespaces.isClusterWide(kind);
        return kind + '/' + name + (anywhere ? "" : '\n' + namespace);
    }

    /** Every object, in the order of the input. */
    public List<LocatedObject> all() {
        return all;
    }

    /** The objects of a kind, in the order of the input. */
    public List<LocatedObject> of(String kind) {
        return Collections.unmodifiableList(byKind.getOrDefault(kind, List.of()));
    }

    /** The objects of a kind by name, where only one of them gets its way: the order of documents says nothing. */
    public List<LocatedObject> byName(String kind) {
        List<LocatedObject> found = new ArrayList<>(of(kind));
        found.sort(
                Comparator.comparing(located -> located.object().getMetadata().getName()));
        return found;
    }

    /** The objects of a name, of whatever kind and namespace, in the order of the input. */
    public List<LocatedObject> named(String name) {
        return Collections.unmodifiableList(byName.getOrDefault(name, List.of()));
    }

    /** The object of a kind and name in a namespace (null: the one that is not said), null when there is none. */
    public @Nullable LocatedObject find(String kind, String name, @Nullable String namespace) {
        List<LocatedObject> found = byIdentity.getOrDefault(identity(kind, name, namespace), List.of());
        return found.isEmpty() ? null : found.get(0);
    }

    /**
     * The object of a kind and name that something in a namespace means; null when there is none. What says no namespace is
     * applied into whichever is chosen then, so it is found from every one.
     */
    public @Nullable LocatedObject lookUp(String kind, String name, @Nullable String namespace) {
        LocatedObject here = find(kind, name, namespace);
        if (here != null) {
            return here;
        }
        String open = identity(kind, name, namespace == null ? "default" : null);
        List<LocatedObject> others = byIdentity.getOrDefault(open, List.of());
        return others.isEmpty() ? null : others.get(others.size() - 1);
    }

    /**
     * The Services of a namespace whose selector chooses pods with these labels, by name, because the order of documents says
     * nothing; one without a selector chooses none.
     */
    public List<LocatedObject> servicesOf(Map<String, String> labels, @Nullable String namespace) {
        SelectorIndex<LocatedObject> index = services == null ? indexServices() : services;
        services = index;
        return index.choosing(labels, namespace);
    }

    private SelectorIndex<LocatedObject> indexServices() {
        SelectorIndex<LocatedObject> index = new SelectorIndex<>();
        for (LocatedObject located : byName("Service")) {
            Map<String, String> selector = located.object() instanceof Service service && service.getSpec() != null
                    ? service.getSpec().getSelector()
                    : null;
            if (selector != null) {
                index.add(selector, located.object().getMetadata().getNamespace(), located);
            }
        }
        return index;
    }

    /** The workloads of a namespace whose pods have all of these labels, in the order of the input; none for no labels. */
    public List<LocatedObject> workloadsWith(Map<String, String> labels, @Nullable String namespace) {
        LabelIndex<LocatedObject> index = workloads == null ? indexWorkloads() : workloads;
        workloads = index;
        return index.with(labels, namespace);
    }

    private LabelIndex<LocatedObject> indexWorkloads() {
        LabelIndex<LocatedObject> index = new LabelIndex<>();
        for (LocatedObject located : all) {
            Map<String, String> labels = PodTemplates.isWorkload(located.object())
                    ? PodTemplates.of(located.object()).getMetadata().getLabels()
                    : null;
            if (labels != null) {
                index.add(labels, located.object().getMetadata().getNamespace(), located);
            }
        }
        return index;
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
