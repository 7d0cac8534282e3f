package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes resolved values that keep the place of what they were resolved from. */
final class Values {

    private Values() {}

    static ScalarNode string(Node place, String text) {
        return new ScalarNode(place.location(), place.pointer(), null, ScalarNode.Kind.STRING, text);
    }

    static SequenceNode strings(Node place, List<String> texts) {
        List<Node> items = new ArrayList<>(texts.size());
        for (String text : texts) {
            items.add(string(place, text));
        }
        return new SequenceNode(place.location(), place.pointer(), null, items);
    }

    /** The text of a scalar; what is no scalar has none. */
    static String text(Node node) {
        return node instanceof ScalarNode scalar && scalar.kind() != ScalarNode.Kind.NULL ? scalar.text() : "";
    }

    /** The value somebody else wrote, at the place of the reference: findings point at where it is used. */
    static Node at(Node place, Node value) {
        if (value instanceof ScalarNode scalar) {
            return new ScalarNode(place.location(), place.pointer(), null, scalar.kind(), scalar.text());
        }
        if (value instanceof SequenceNode sequence) {
            return new SequenceNode(place.location(), place.pointer(), null, sequence.items());
        }
        return value;
    }

    /** The tree with the keys of every object in alphabetical order: a template's order says nothing. */
    static Node sorted(Node node) {
        if (node instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = new ArrayList<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), sorted(entry.value())));
            }
            entries.sort(Comparator.comparing(MappingNode.Entry::key));
            return new MappingNode(mapping.location(), mapping.pointer(), mapping.tag(), entries);
        }
        if (node instanceof SequenceNode sequence) {
            List<Node> items = sequence.items().stream().map(Values::sorted).toList();
            return new SequenceNode(sequence.location(), sequence.pointer(), sequence.tag(), items);
        }
        return node;
    }
}
