package io.github.ecs2k8s.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things with labels, found by the labels that a selector asks for, without asking each of them. */
public final class LabelIndex<T> {
    private final Map<String, List<Labelled<T>>> byLabel = new HashMap<>();

    private record Labelled<T>(Map<String, String> labels, T thing) {}

    /**
     * Adds a thing.
     *
     * @param namespace where it is, null for the one that is not said
     */
    public void add(Map<String, String> labels, @Nullable String namespace, T thing) {
        Labelled<T> labelled = new Labelled<>(labels, thing);
        labels.forEach(
                (name, value) -> byLabel.computeIfAbsent(key(name, value, namespace), unused -> new ArrayList<>())
                        .add(labelled));
    }

    /**
     * The things of a namespace that have all of these labels, in the order they were added. No labels choose nothing, as in
     * the selector of a Service.
     */
    public List<T> with(Map<String, String> labels, @Nullable String namespace) {
        List<T> found = new ArrayList<>();
        for (Labelled<T> candidate : fewest(labels, namespace)) {
            if (candidate.labels().entrySet().containsAll(labels.entrySet())) {
                found.add(candidate.thing());
            }
        }
        return found;
    }

    /** Those that have the rarest of the labels. */
    private List<Labelled<T>> fewest(Map<String, String> labels, @Nullable String namespace) {
        List<Labelled<T>> fewest = null;
        for (Map.Entry<String, String> label : labels.entrySet()) {
            List<Labelled<T>> having =
                    byLabel.getOrDefault(key(label.getKey(), label.getValue(), namespace), List.of());
            fewest = fewest == null || having.size() < fewest.size() ? having : fewest;
        }
        return fewest == null ? List.of() : fewest;
    }

    /** A label in a namespace; one that is not said is another than one without a name. */
    static String key(String name, String value, @Nullable String namespace) {
        return name + '=' + value + (namespace == null ? "" : '\n' + namespace);
    }
}
