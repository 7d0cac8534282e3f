package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.SdkValues;
import io.github.ecs2k8s.ecs.record.RecordShape;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * Models of AWS, the SDK's and the records around them → plain trees: maps in the order of the model, lists, strings,
 * numbers, booleans. What is absent is left out, and so is what cannot be told from it when it is read: the empty list of a
 * record, empty text that is not the value of something.
 */
public final class PlainModels {
    private final Naming naming;

    private PlainModels(Naming naming) {
        this.naming = naming;
    }

    /** The tree of a model. */
    public static Map<String, Object> of(Object model, Naming naming) {
        PlainModels trees = new PlainModels(naming);
        return model instanceof SdkPojo sdk ? trees.sdk(sdk) : trees.recordTree(model);
    }

    private Map<String, Object> sdk(SdkPojo model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (SdkField<?> field : model.sdkFields()) {
            Object value = SdkValues.of(model, field);
            if (value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap)) {
                member(tree, naming.of(model.getClass(), field.locationName()), value);
            }
        }
        return tree;
    }

    private Map<String, Object> recordTree(Object model) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<RecordShape.Member> members = RecordShape.of(model.getClass()).members();
        RecordComponent[] components = model.getClass().getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            Object value = value(components[i], model);
            boolean empty =
                    value instanceof List<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
            if (!empty) {
                member(tree, naming.of(model.getClass(), members.get(i).name()), value);
            }
        }
        return tree;
    }

    private void member(Map<String, Object> tree, String key, @Nullable Object value) {
        if (!"".equals(value) || key.equalsIgnoreCase("value")) {
            put(tree, key, value);
        }
    }

    private static @Nullable Object value(RecordComponent component, Object model) {
        try {
            return component.getAccessor().invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("not a public record: " + model.getClass(), e);
        }
    }

    private void put(Map<String, Object> tree, String key, @Nullable Object value) {
        Object plain = value == null ? null : plain(value);
        if (plain != null) {
            tree.put(key, plain);
        }
    }

    private @Nullable Object plain(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        } else if (value instanceof SdkPojo || value instanceof Record && !(value instanceof Node)) {
            return value instanceof SdkPojo model ? sdk(model) : recordTree(value);
        } else if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            for (Object item : list) {
                Object plain = item == null ? null : plain(item);
                if (plain != null) {
                    items.add(plain);
                }
            }
            return items;
        } else if (value instanceof Map<?, ?> map) {
            // The SDK keeps maps in an order of its own; sorted keys print the same in every run.
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> put(sorted, key.toString(), member));
            return sorted;
        } else if (value instanceof Node node) {
            return plain(node);
        } else if (value instanceof Document document) {
            return plain(document);
        }
        return value.toString(); // instants, in the ISO form that the CLI prints
    }

    private @Nullable Object plain(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, Object> tree = new LinkedHashMap<>();
            for (MappingNode.Entry entry : mapping.entries()) {
                put(tree, entry.key(), entry.value());
            }
            return tree;
        } else if (node instanceof SequenceNode sequence) {
            return plain((Object) sequence.items());
        }
        ScalarNode scalar = (ScalarNode) node;
        return switch (scalar.kind()) {
            case STRING -> scalar.text();
            case NUMBER -> number(scalar.text());
            case BOOLEAN -> scalar.text().equalsIgnoreCase("true");
            case NULL -> null;
        };
    }

    private @Nullable Object plain(Document document) {
        if (document.isMap()) {
            return plain((Object) document.asMap());
        } else if (document.isList()) {
            return plain((Object) document.asList());
        } else if (document.isBoolean()) {
            return document.asBoolean();
        } else if (document.isNumber()) {
            return number(document.asNumber().stringValue());
        }
        return document.isNull() ? null : document.asString();
    }

    /** Numbers that only YAML has ({@code 0x1F}, {@code .inf}) stay text. */
    private static Object number(String literal) {
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException e) {
            return literal;
        }
    }
}
