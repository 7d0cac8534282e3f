package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and changes objects of a located tree; what is changed is given anew, what is moved keeps its place. */
public final class Nodes {

    private Nodes() {}

    /** The text of a member, null when there is none. */
    public static @Nullable String text(MappingNode object, String key) {
        return object.get(key) instanceof ScalarNode scalar
                        && !scalar.isNull()
                        && !scalar.text().isEmpty()
                ? scalar.text()
                : null;
    }

    /** The object under a key, null when there is none. */
    public static @Nullable MappingNode object(MappingNode object, String key) {
        return object.get(key) instanceof MappingNode inner ? inner : null;
    }

    /** The elements of the list under a key. */
    public static List<Node> items(@Nullable MappingNode object, String key) {
        return object != null && object.get(key) instanceof SequenceNode list ? list.items() : List.of();
    }

    /** With a member in place of the one of that name, where that stands, or at the end. */
    static MappingNode with(MappingNode object, String key, Node value) {
        List<MappingNode.Entry> entries = new ArrayList<>(object.entries());
        MappingNode.Entry entry = new MappingNode.Entry(key, value.location(), value);
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                entries.set(i, entry);
                return new MappingNode(object.location(), object.pointer(), object.tag(), entries);
            }
        }
        entries.add(entry);
        return new MappingNode(object.location(), object.pointer(), object.tag(), entries);
    }

    /** With an element of the list under a key in place of another. */
    static MappingNode withItem(MappingNode object, String key, int index, Node value) {
        SequenceNode list = (SequenceNode) object.nearest(key);
        List<Node> items = new ArrayList<>(list.items());
        items.set(index, value);
        return with(object, key, new SequenceNode(list.location(), list.pointer(), list.tag(), items));
    }

    /** With an element after those of the list under a key; the list is the one it comes from where there is none. */
    static MappingNode withNewItem(MappingNode object, String key, Node value, Node from) {
        Node list = object.get(key) instanceof SequenceNode own ? own : from;
        List<Node> items = new ArrayList<>(items(object, key));
        items.add(value);
        return with(object, key, new SequenceNode(list.location(), list.pointer(), null, items));
    }

    /** Everything at the place of another node: a text in which the tree was written. */
    static Node at(Node place, Node node) {
        if (node instanceof MappingNode object) {
            List<MappingNode.Entry> entries = new ArrayList<>(object.entries().size());
            for (MappingNode.Entry entry : object.entries()) {
                entries.add(new MappingNode.Entry(entry.key(), place.location(), at(place, entry.value())));
            }
            return new MappingNode(place.location(), place.pointer(), null, entries);
        } else if (node instanceof SequenceNode list) {
            List<Node> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(at(place, item)));
            return new SequenceNode(place.location(), place.pointer(), null, items);
        }
        ScalarNode scalar = (ScalarNode) node;
        return new ScalarNode(place.location(), place.pointer(), null, scalar.kind(), scalar.text());
    }

    /** Whether two values say the same, wherever they stand. */
    public static boolean same(Node one, Node other) {
        if (one instanceof ScalarNode scalar) {
            return other instanceof ScalarNode second && scalar.text().equals(second.text());
        } else if (one instanceof SequenceNode list) {
            if (!(other instanceof SequenceNode second)
                    || list.items().size() != second.items().size()) {
                return false;
            }
            for (int i = 0; i < list.items().size(); i++) {
                if (!same(list.items().get(i), second.items().get(i))) {
                    return false;
                }
            }
            return true;
        }
        MappingNode object = (MappingNode) one;
        if (!(other instanceof MappingNode second)
                || object.entries().size() != second.entries().size()) {
            return false;
        }
        for (MappingNode.Entry entry : object.entries()) {
            Node value = second.get(entry.key());
            if (value == null || !same(entry.value(), value)) {
                return false;
            }
        }
        return true;
    }
}
