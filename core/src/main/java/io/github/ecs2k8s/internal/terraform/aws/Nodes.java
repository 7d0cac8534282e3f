package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes values that keep the place of what they follow from. */
final class Nodes {

    private Nodes() {}

    static ScalarNode text(Node place, String text) {
        return new ScalarNode(place.location(), place.pointer(), null, ScalarNode.Kind.STRING, text);
    }

    static SequenceNode list(Node place, List<? extends Node> items) {
        return new SequenceNode(place.location(), place.pointer(), null, List.copyOf(items));
    }

    static MappingNode object(Node place, List<MappingNode.Entry> entries) {
        return new MappingNode(place.location(), place.pointer(), null, List.copyOf(entries));
    }

    static MappingNode object(Node place, Map<String, Node> members) {
        return object(
                place,
                members.entrySet().stream()
                        .map(member -> new MappingNode.Entry(member.getKey(), place.location(), member.getValue()))
                        .toList());
    }

    /** The text of a value, null for what is none or is empty. */
    static @Nullable String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar
                        && !scalar.isNull()
                        && !scalar.text().isEmpty()
                ? scalar.text()
                : null;
    }

    /** The elements of a list; a single value counts as a list of one, null as none. */
    static List<Node> items(@Nullable Node node) {
        if (node == null || node.isNull()) {
            return List.of();
        }
        return node instanceof SequenceNode sequence ? sequence.items() : List.of(node);
    }

    /** Whether nothing is said: the provider writes null, an empty text, list or map where nobody said anything. */
    static boolean isBlank(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.isNull() || scalar.text().isEmpty();
        }
        return node instanceof SequenceNode sequence
                ? sequence.items().stream().allMatch(Node::isNull)
                : ((MappingNode) node).entries().isEmpty();
    }
}
