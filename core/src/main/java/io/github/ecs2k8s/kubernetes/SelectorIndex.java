package io.github.ecs2k8s.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things that select by labels, found by the labels of what they may choose, without asking each of them. */
public final class SelectorIndex<T> {
    private final List<Choice<T>> all = new ArrayList<>();
    private final Map<String, Integer> users = new HashMap<>();
    private @Nullable Map<String, List<Choice<T>>> byLabel;

    private record Choice<T>(
            int place,
            Map<String, String> selector,
            @Nullable String namespace,
            T thing) {}

    /**
     * Adds a thing that chooses, in its own namespace (null for the one that is not said), what has all of these labels; a
     * selector without labels chooses nothing.
     */
    public void add(Map<String, String> selector, @Nullable String namespace, T thing) {
        all.add(new Choice<>(all.size(), selector, namespace, thing));
        selector.forEach((name, value) -> users.merge(LabelIndex.key(name, value, namespace), 1, Integer::sum));
        byLabel = null;
    }

    /** The things that choose what has these labels in a namespace, in the order they were added. */
    public List<T> choosing(Map<String, String> labels, @Nullable String namespace) {
        Map<String, List<Choice<T>>> index = byLabel();
        List<Choice<T>> found = new ArrayList<>();
        labels.forEach((name, value) -> {
            for (Choice<T> candidate : index.getOrDefault(LabelIndex.key(name, value, namespace), List.of())) {
                if (labels.entrySet().containsAll(candidate.selector().entrySet())) {
                    found.add(candidate);
                }
            }
        });
        found.sort(Comparator.comparingInt(Choice::place));
        return found.stream().map(Choice::thing).toList();
    }

    /** Each thing stands under the one of its labels that the fewest ask for: others may be those of a whole system. */
    private Map<String, List<Choice<T>>> byLabel() {
        Map<String, List<Choice<T>>> index = byLabel;
        if (index == null) {
            index = new HashMap<>();
            for (Choice<T> choice : all) {
                String rarest = rarest(choice);
                if (rarest != null) {
                    index.computeIfAbsent(rarest, unused -> new ArrayList<>()).add(choice);
                }
            }
            byLabel = index;
        }
        return index;
    }

    private @Nullable String rarest(Choice<T> choice) {
        String rarest = null;
        for (Map.Entry<String, String> label : choice.selector().entrySet()) {
            String key = LabelIndex.key(label.getKey(), label.getValue(), choice.namespace());
            rarest = rarest == null || users.getOrDefault(key, 0) < users.getOrDefault(rarest, 0) ? key : rarest;
        }
        return rarest;
    }
}
