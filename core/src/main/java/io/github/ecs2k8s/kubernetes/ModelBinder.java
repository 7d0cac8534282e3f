package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.FieldsV1;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.finding.Spelling;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.ScalarNode.Kind;
import io.github.ecs2k8s.source.SequenceNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Binds a located tree to model classes as strictly as the API server decodes: no string for a number, no number for a
 * string. What does not fit is left out with a finding at its place; a null is a field that is not set.
 */
final class ModelBinder {
    private final Findings findings;

    ModelBinder(Findings findings) {
        this.findings = findings;
    }

    /** A new object of a model class with every field that the tree sets. */
    Object object(MappingNode node, Class<?> model) {
        ModelShape shape = ModelShape.of(model);
        Object object = newInstance(model);
        Map<String, @Nullable Object> extra = new LinkedHashMap<>();
        for (MappingNode.Entry entry : node.entries()) {
            ModelShape.Property property = shape.property(entry.key());
            if (property != null) {
                Object value = value(entry.value(), property.field().getGenericType(), entry.key());
                if (value != null) {
                    property.set(object, value);
                }
            } else if (takesAnyField(model)) {
                extra.put(entry.key(), UntypedValues.of(entry.value()));
            } else {
                unknown(entry, model, shape);
            }
        }
        if (!extra.isEmpty()) {
            shape.extra().set(object, extra);
        }
        return object;
    }

    /** The value of a field's declared type, null when the node is null or does not fit. */
    private @Nullable Object value(Node node, Type type, String field) {
        if (node.isNull()) {
            return null;
        }
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? list(node, arguments[0], field)
                    : map(node, arguments[1], field);
        }
        Class<?> model = (Class<?>) type;
        if (model == Object.class) {
            return UntypedValues.of(node);
        }
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, model, field);
        }
        if (AnyType.class.isAssignableFrom(model) && model != IntOrString.class) {
            AnyType any = (AnyType) newInstance(model);
            any.setValue(UntypedValues.of(node));
            return any;
        }
        if (node instanceof MappingNode mapping && !isScalar(model)) {
            return object(mapping, model);
        }
        return wrong(node, field, expected(model));
    }

    private @Nullable Object list(Node node, Type element, String field) {
        if (!(node instanceof SequenceNode sequence)) {
            return wrong(node, field, "a list");
        }
        List<Object> list = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            Object value = value(item, element, field);
            if (value != null) {
                list.add(value);
            }
        }
        return list;
    }

    private @Nullable Object map(Node node, Type element, String field) {
        if (!(node instanceof MappingNode mapping)) {
            return wrong(node, field, "an object");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (MappingNode.Entry entry : mapping.entries()) {
            Object value = value(entry.value(), element, entry.key());
            if (value != null) {
                map.put(entry.key(), value);
            }
        }
        return map;
    }

    private @Nullable Object scalar(ScalarNode node, Class<?> type, String field) {
        Object value = switch (type.getSimpleName()) {
            case "String" -> node.kind() == Kind.STRING ? node.text() : null;
            case "Boolean" -> node.kind() == Kind.BOOLEAN ? UntypedValues.of(node) : null;
            case "Integer" -> integer(node);
            case "Long" -> integer(node) instanceof Integer small ? (Long) small.longValue() : integer(node);
            case "Quantity" -> quantity(node);
            case "IntOrString" -> intOrString(node);
            default -> null;
        };
        boolean fits = value != null && (type != Integer.class || value instanceof Integer);
        return fits ? value : wrong(node, field, expected(type));
    }

    private static @Nullable Object integer(ScalarNode node) {
        Object value = node.kind() == Kind.NUMBER ? UntypedValues.of(node) : null;
        return value instanceof Integer || value instanceof Long ? value : null;
    }

    /** A quantity keeps the form it is written in; {@code cpu: 1} is as good as {@code cpu: "1"}. */
    private static @Nullable Quantity quantity(ScalarNode node) {
        boolean canBe = node.kind() == Kind.NUMBER || node.kind() == Kind.STRING;
        return canBe && Quantities.parse(node.text()) != null ? new Quantity(node.text()) : null;
    }

    private static @Nullable IntOrString intOrString(ScalarNode node) {
        Object value = node.kind() == Kind.STRING ? node.text() : integer(node);
        return value instanceof String || value instanceof Integer ? new IntOrString(value) : null;
    }

    private static boolean isScalar(Class<?> type) {
        return type.getName().startsWith("java.lang.") || type == Quantity.class || type == IntOrString.class;
    }

    private static String expected(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> "a string";
            case "Boolean" -> "true or false";
            case "Integer" -> "a whole number of at most 32 bits";
            case "Long" -> "a whole number of at most 64 bits";
            case "Quantity" -> "a quantity such as 250m or 1Gi";
            case "IntOrString" -> "a whole number or a string";
            default -> "an object";
        };
    }

    private static boolean takesAnyField(Class<?> model) {
        return model == GenericKubernetesResource.class || model == FieldsV1.class;
    }

    private static Object newInstance(Class<?> model) {
        try {
            return model.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model.getName() + " has no usable constructor", e);
        }
    }

    private void unknown(MappingNode.Entry entry, Class<?> model, ModelShape shape) {
        String meant = Spelling.nearest(entry.key(), shape.names());
        findings.add(new Finding(
                FindingCode.UNKNOWN_FIELD,
                entry.value().pointer().toString(),
                entry.keyLocation(),
                model.getSimpleName() + " has no field \"" + entry.key() + "\"; it is left out",
                meant == null ? null : "did you mean \"" + meant + "\"?",
                null));
    }

    /** Never shows the value: it may be a secret's. */
    private @Nullable Object wrong(Node node, String field, String expected) {
        String kind = node instanceof ScalarNode scalar
                ? "a " + scalar.kind().name().toLowerCase(Locale.ROOT)
                : node.describe();
        boolean noQuantity =
                expected.startsWith("a quantity") && node instanceof ScalarNode text && text.kind() == Kind.STRING;
        String hint = expected.equals("a string") && node instanceof ScalarNode ? "put it in quotes" : null;
        findings.add(new Finding(
                FindingCode.WRONG_TYPE,
                node.pointer().toString(),
                node.location(),
                field + " takes " + expected
                        + (noQuantity ? "; this is none, and is left out" : ", not " + kind + "; it is left out"),
                hint,
                null));
        return null;
    }
}
