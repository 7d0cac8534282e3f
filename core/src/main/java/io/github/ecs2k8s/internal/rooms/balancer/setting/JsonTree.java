package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what custom resources, and JSON in annotations, say under some names. */
public final class JsonTree {
    private JsonTree() {}

    /** The value of an annotation as a tree; null when it is no JSON. */
    public static @Nullable Node parse(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            List<Node> documents = Documents.parse(new SourceFile("", json), new Findings());
            return documents.isEmpty() ? null : documents.get(0);
        } catch (BrokenInputException e) {
            return null;
        }
    }

    /** A custom resource as it was read; one that was made without a text is arranged as one. */
    public static Node of(LocatedObject located) {
        boolean made = located.node().entries().isEmpty();
        return made && located.object() instanceof GenericKubernetesResource custom
                ? node(custom.getAdditionalProperties())
                : located.node();
    }

    private static Node node(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            map.forEach((key, member) ->
                    entries.add(new MappingNode.Entry(String.valueOf(key), SourceLocation.NONE, node(member))));
            return new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, entries);
        }
        if (value instanceof List<?> list) {
            return new SequenceNode(
                    SourceLocation.NONE,
                    Pointer.ROOT,
                    null,
                    list.stream().map(JsonTree::node).toList());
        }
        ScalarNode.Kind kind = value == null
                ? ScalarNode.Kind.NULL
                : value instanceof Number
                        ? ScalarNode.Kind.NUMBER
                        : value instanceof Boolean ? ScalarNode.Kind.BOOLEAN : ScalarNode.Kind.STRING;
        return new ScalarNode(SourceLocation.NONE, Pointer.ROOT, null, kind, String.valueOf(value));
    }

    /** The scalar under a path of keys and indices as text; null when there is none. */
    public static @Nullable String text(@Nullable Node node, Object... path) {
        Node here = at(node, path);
        return here instanceof ScalarNode scalar && !here.isNull() ? scalar.text() : null;
    }

    /** The whole number under a path; null when there is none. */
    public static @Nullable Integer number(@Nullable Node node, Object... path) {
        String text = text(node, path);
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** What stands under a path; null when nothing does. */
    public static @Nullable Node at(@Nullable Node node, Object... path) {
        Node here = node;
        for (Object step : path) {
            here = here == null ? null : here.child(step);
        }
        return here;
    }

    /** The items of the list under a path; empty when there is none. */
    public static List<Node> items(@Nullable Node node, Object... path) {
        return at(node, path) instanceof SequenceNode list ? list.items() : List.of();
    }

    /** The scalars of the list under a path. */
    public static List<String> texts(@Nullable Node node, Object... path) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(node, path)) {
            if (item instanceof ScalarNode scalar && !item.isNull()) {
                texts.add(scalar.text());
            }
        }
        return texts;
    }

    /** The scalars of the object under a path, by their names. */
    public static Map<String, String> map(@Nullable Node node, Object... path) {
        Map<String, String> map = new LinkedHashMap<>();
        if (at(node, path) instanceof MappingNode object) {
            for (MappingNode.Entry entry : object.entries()) {
                if (entry.value() instanceof ScalarNode scalar && !entry.value().isNull()) {
                    map.put(entry.key(), scalar.text());
                }
            }
        }
        return map;
    }
}
