package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes to objects of a located tree that give the object anew; whatever is moved keeps its place and pointer. */
final class NodeEdits {

    private NodeEdits() {}

    private static MappingNode of(MappingNode object, List<MappingNode.Entry> entries) {
        return new MappingNode(object.location(), object.pointer(), object.tag(), List.copyOf(entries));
    }

    /** Without members, in whatever case they are written. */
    static MappingNode without(MappingNode object, Set<String> keys) {
        List<MappingNode.Entry> kept = new ArrayList<>();
        for (MappingNode.Entry entry : object.entries()) {
            if (keys.stream().noneMatch(entry.key()::equalsIgnoreCase)) {
                kept.add(entry);
            }
        }
        return kept.size() == object.entries().size() ? object : of(object, kept);
    }

    /** With members under other names, unless the object already has them under those. */
    static MappingNode rename(MappingNode object, Map<String, String> names) {
        List<MappingNode.Entry> renamed = new ArrayList<>(object.entries().size());
        for (MappingNode.Entry entry : object.entries()) {
            String name = entry.key();
            for (Map.Entry<String, String> other : names.entrySet()) {
                if (other.getKey().equalsIgnoreCase(name) && Recognition.member(object, other.getValue()) == null) {
                    name = other.getValue();
                    break;
                }
            }
            renamed.add(new MappingNode.Entry(name, entry.keyLocation(), entry.value()));
        }
        return of(object, renamed);
    }

    /** With members of another object where the object has none, or empty ones. */
    static MappingNode fill(MappingNode object, MappingNode from, List<String> keys) {
        MappingNode filled = object;
        for (String key : keys) {
            Node value = Recognition.member(from, key);
            Node own = Recognition.member(object, key);
            if (value != null && (own == null || SdkSpelling.isBlank(own))) {
                filled = with(filled, key, value);
            }
        }
        return filled;
    }

    /** The value as if it stood elsewhere: with other pointers, at its own place in the text. */
    static Node at(Pointer pointer, Node value) {
        if (value instanceof MappingNode mapping) {
            List<MappingNode.Entry> entries = new ArrayList<>(mapping.entries().size());
            for (MappingNode.Entry entry : mapping.entries()) {
                Node member = at(pointer.child(entry.key()), entry.value());
                entries.add(new MappingNode.Entry(entry.key(), entry.keyLocation(), member));
            }
            return new MappingNode(value.location(), pointer, value.tag(), List.copyOf(entries));
        }
        if (value instanceof SequenceNode sequence) {
            List<Node> items = new ArrayList<>(sequence.items().size());
            for (Node item : sequence.items()) {
                items.add(at(pointer.child(items.size()), item));
            }
            return new SequenceNode(value.location(), pointer, value.tag(), List.copyOf(items));
        }
        ScalarNode scalar = (ScalarNode) value;
        return new ScalarNode(scalar.location(), pointer, scalar.tag(), scalar.kind(), scalar.text());
    }

    /** With a member in place of the one of that name, in whatever case that is written. */
    static MappingNode with(MappingNode object, String key, Node value) {
        return with(object, new MappingNode.Entry(key, value.location(), value));
    }

    private static MappingNode with(MappingNode object, MappingNode.Entry entry) {
        List<MappingNode.Entry> entries =
                new ArrayList<>(without(object, Set.of(entry.key())).entries());
        entries.add(entry);
        return of(object, entries);
    }

    /** With a text that follows from the kind of thing it is; its place is the object's. */
    static MappingNode withText(MappingNode object, String key, String text) {
        return Recognition.member(object, key) != null
                ? object
                : with(object, key, scalar(object, ScalarNode.Kind.STRING, text));
    }

    /** With a truth value that follows from the kind of thing it is; its place is the object's. */
    static MappingNode withTruth(MappingNode object, String key, boolean truth) {
        return with(object, key, scalar(object, ScalarNode.Kind.BOOLEAN, String.valueOf(truth)));
    }

    private static ScalarNode scalar(Node place, ScalarNode.Kind kind, String text) {
        return new ScalarNode(place.location(), place.pointer(), null, kind, text);
    }

    /** With the elements of a list after those it has under a key. */
    static MappingNode append(MappingNode object, String key, SequenceNode more) {
        List<Node> items = new ArrayList<>();
        if (Recognition.member(object, key) instanceof SequenceNode own) {
            items.addAll(own.items());
        }
        items.addAll(more.items());
        return with(object, key, new SequenceNode(more.location(), more.pointer(), null, List.copyOf(items)));
    }

    /** With the members of another description of the same thing in place of its own. */
    static MappingNode overlay(MappingNode object, MappingNode later) {
        MappingNode result = object;
        for (MappingNode.Entry entry : later.entries()) {
            if (!entry.value().isNull()) {
                result = with(result, entry);
            }
        }
        return new MappingNode(later.location(), later.pointer(), later.tag(), result.entries());
    }
}
