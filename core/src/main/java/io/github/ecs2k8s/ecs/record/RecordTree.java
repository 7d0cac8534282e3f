package io.github.ecs2k8s.ecs.record;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A record of this package as the tree the API takes: its own names, in the record's order, nothing that is absent. */
public final class RecordTree {

    private RecordTree() {}

    /** The tree of a record; places are unknown. */
    public static MappingNode of(Record value) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        List<RecordShape.Member> members = RecordShape.of(value.getClass()).members();
        RecordComponent[] components = value.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object member = member(value, components[i]);
            boolean absent = member == null
                    || (member instanceof List<?> list && list.isEmpty())
                    || (member instanceof Map<?, ?> map && map.isEmpty());
            if (!absent) {
                entries.add(new MappingNode.Entry(members.get(i).name(), SourceLocation.NONE, node(member)));
            }
        }
        return mapping(entries);
    }

    private static Object member(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("not a public record: " + value.getClass(), e);
        }
    }

    private static Node node(Object value) {
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof Record nested) {
            return of(nested);
        }
        if (value instanceof List<?> list) {
            List<Node> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(node(item)));
            return new SequenceNode(SourceLocation.NONE, Pointer.ROOT, null, items);
        }
        if (value instanceof Map<?, ?> map) {
            List<MappingNode.Entry> entries = new ArrayList<>(map.size());
            map.forEach((key, item) ->
                    entries.add(new MappingNode.Entry(String.valueOf(key), SourceLocation.NONE, node(item))));
            return mapping(entries);
        }
        ScalarNode.Kind kind = value instanceof Boolean
                ? ScalarNode.Kind.BOOLEAN
                : value instanceof Number ? ScalarNode.Kind.NUMBER : ScalarNode.Kind.STRING;
        return new ScalarNode(SourceLocation.NONE, Pointer.ROOT, null, kind, String.valueOf(value));
    }

    private static MappingNode mapping(List<MappingNode.Entry> entries) {
        return new MappingNode(SourceLocation.NONE, Pointer.ROOT, null, entries);
    }
}
