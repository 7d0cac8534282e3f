package io.github.ecs2k8s.kubernetes;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Small changes to located trees; what is new stands where the value it came from stood. */
final class NodeForms {
    private NodeForms() {}

    /** The object with a member put in place of one of another name, or added; without it when the value is null. */
    static MappingNode replace(MappingNode object, String key, String newKey, @Nullable Node value) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        boolean placed = value == null;
        for (MappingNode.Entry entry : object.entries()) {
            if (!entry.key().equals(key)) {
                entries.add(entry);
            } else if (value != null) {
                entries.add(new MappingNode.Entry(newKey, entry.keyLocation(), value));
                placed = true;
            }
        }
        if (!placed && value != null) {
            entries.add(new MappingNode.Entry(newKey, value.location(), value));
        }
        return new MappingNode(object.location(), object.pointer(), object.tag(), entries);
    }

    /** The object with the member of a key changed, if it has one. */
    static MappingNode change(MappingNode object, String key, UnaryOperator<MappingNode> change) {
        return object.get(key) instanceof MappingNode inner ? replace(object, key, key, change.apply(inner)) : object;
    }

    /** The object with every object in a list changed, if it has that list. */
    static MappingNode changeEach(MappingNode object, String key, UnaryOperator<MappingNode> change) {
        if (!(object.get(key) instanceof SequenceNode list)) {
            return object;
        }
        List<Node> items = new ArrayList<>();
        for (Node item : list.items()) {
            items.add(item instanceof MappingNode mapping ? change.apply(mapping) : item);
        }
        return replace(object, key, key, new SequenceNode(list.location(), list.pointer(), list.tag(), items));
    }

    /** An object with one member, at the place of its value. */
    static MappingNode object(String key, Node value) {
        return new MappingNode(
                value.location(), value.pointer(), null, List.of(new MappingNode.Entry(key, value.location(), value)));
    }

    /** A string at the place of another node. */
    static ScalarNode text(String text, Node place) {
        return new ScalarNode(place.location(), place.pointer(), null, ScalarNode.Kind.STRING, text);
    }

    /** A list of one. */
    static SequenceNode listOf(Node item) {
        return new SequenceNode(item.location(), item.pointer(), null, List.of(item));
    }

    /** A member that says something, null for absence and for an explicit null. */
    static @Nullable Node get(MappingNode object, String key) {
        Node value = object.get(key);
        return value == null || value.isNull() ? null : value;
    }
}
