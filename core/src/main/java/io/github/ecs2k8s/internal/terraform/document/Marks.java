package io.github.ecs2k8s.internal.terraform.document;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paths of sensitive values → marks in the shape of the values, as {@code show -json} prints them. */
final class Marks {
    private boolean whole;
    private final Map<String, Marks> inner = new LinkedHashMap<>();

    /** Marks what a path leads to. */
    void add(List<String> path) {
        if (path.isEmpty()) {
            whole = true;
            return;
        }
        inner.computeIfAbsent(path.get(0), unused -> new Marks()).add(path.subList(1, path.size()));
    }

    /** The marks; steps that are numbers lead into lists. */
    Node tree(Node place) {
        if (whole) {
            return new ScalarNode(place.location(), place.pointer(), null, ScalarNode.Kind.BOOLEAN, "true");
        }
        boolean list = !inner.isEmpty() && inner.keySet().stream().allMatch(step -> step.matches("\\d{1,6}"));
        return list ? list(place) : object(place);
    }

    private Node list(Node place) {
        List<Node> items = new ArrayList<>();
        int last = inner.keySet().stream().mapToInt(Integer::parseInt).max().orElse(-1);
        for (int i = 0; i <= last; i++) {
            items.add(inner.getOrDefault(String.valueOf(i), new Marks()).tree(place));
        }
        return new SequenceNode(place.location(), place.pointer(), null, items);
    }

    private Node object(Node place) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        inner.forEach((step, marks) -> entries.add(new MappingNode.Entry(step, place.location(), marks.tree(place))));
        return new MappingNode(place.location(), place.pointer(), null, entries);
    }
}
