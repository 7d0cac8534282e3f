package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.Pointer;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.ScalarNode.Kind;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * AWS SDK model → located tree without locations: the API's own key names in the order of the model, absent members left
 * out. For model objects that were never text, and for printing what a translation gives back.
 */
public final class SdkTree {

    private SdkTree() {}

    /** The tree of a model object; every node's location is {@link SourceLocation#NONE}. */
    public static MappingNode of(SdkPojo model) {
        return structure(model, Pointer.ROOT);
    }

    private static MappingNode structure(SdkPojo model, Pointer pointer) {
        List<MappingNode.Entry> entries = new ArrayList<>();
        for (SdkField<?> field : model.sdkFields()) {
            add(entries, field.locationName(), SdkValues.of(model, field), pointer);
        }
        return new MappingNode(SourceLocation.NONE, pointer, null, entries);
    }

    private static void add(List<MappingNode.Entry> entries, String key, @Nullable Object value, Pointer pointer) {
        if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
            entries.add(new MappingNode.Entry(key, SourceLocation.NONE, node(value, pointer.child(key))));
        }
    }

    private static Node node(Object value, Pointer pointer) {
        if (value instanceof SdkPojo model) {
            return structure(model, pointer);
        } else if (value instanceof List<?> list) {
            List<Node> items = new ArrayList<>(list.size());
            for (Object item : list) {
                Pointer place = pointer.child(items.size());
                items.add(item == null ? scalar(Kind.NULL, "null", place) : node(item, place));
            }
            return new SequenceNode(SourceLocation.NONE, pointer, null, items);
        } else if (value instanceof Map<?, ?> map) {
            return map(map, pointer);
        } else if (value instanceof Document document) {
            return FreeForm.node(document, pointer);
        } else if (value instanceof Number) {
            return scalar(Kind.NUMBER, value.toString(), pointer);
        } else if (value instanceof Boolean) {
            return scalar(Kind.BOOLEAN, value.toString(), pointer);
        }
        // Strings, and instants in the ISO form that the CLI prints.
        return scalar(Kind.STRING, value.toString(), pointer);
    }

    /** The SDK keeps maps in an order of its own; sorted keys print the same in every run. */
    private static MappingNode map(Map<?, ?> map, Pointer pointer) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        List<MappingNode.Entry> entries = new ArrayList<>();
        sorted.forEach((key, value) -> add(entries, key, value, pointer));
        return new MappingNode(SourceLocation.NONE, pointer, null, entries);
    }

    private static ScalarNode scalar(Kind kind, String text, Pointer pointer) {
        return new ScalarNode(SourceLocation.NONE, pointer, null, kind, text);
    }
}
