package io.github.ecs2k8s.source;

import java.util.ArrayList;
import java.util.List;

/** Gives trees that were never text the pointers that tell one value from another. */
public final class Pointers {

    private Pointers() {}

    /** The same object with its pointers below another one. */
    public static MappingNode below(Pointer top, MappingNode object) {
        List<MappingNode.Entry> entries = new ArrayList<>(object.entries().size());
        for (MappingNode.Entry entry : object.entries()) {
            entries.add(new MappingNode.Entry(
                    entry.key(), entry.keyLocation(), node(top.child(entry.key()), entry.value())));
        }
        return new MappingNode(object.location(), top, object.tag(), entries);
    }

    private static Node node(Pointer place, Node node) {
        if (node instanceof MappingNode mapping) {
            return below(place, mapping);
        } else if (node instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>(sequence.items().size());
            for (Node item : sequence.items()) {
                items.add(node(place.child(items.size()), item));
            }
            return new SequenceNode(sequence.location(), place, sequence.tag(), items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new ScalarNode(scalar.location(), place, scalar.tag(), scalar.kind(), scalar.text());
    }
}
