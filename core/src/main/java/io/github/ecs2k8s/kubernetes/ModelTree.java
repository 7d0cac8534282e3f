package io.github.ecs2k8s.kubernetes;

import io.fabric8.kubernetes.api.model.AnyType;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Kubernetes model object as the plain tree that is written: {@code Map<String, Object>} in writing order,
 * {@code List}, {@code String}, {@code Number}, {@code Boolean} and, inside untyped content only, null.
 *
 * <p>Says the same as Jackson's {@code valueToTree} but for the order: what is not set and what is an empty list or map
 * is left out, an empty object ({@code emptyDir: {}}) and an empty string ({@code storageClassName: ""}) are kept.
 */
final class ModelTree {
    private ModelTree() {}

    /**
     * The tree of a model object, or of any value that can stand in one.
     *
     * @throws IllegalArgumentException for a class that is no Kubernetes model
     */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> tree = new LinkedHashMap<>();
            putAll(map, tree);
            return tree;
        }
        if (value instanceof Quantity quantity) {
            return quantity.toString();
        }
        if (value instanceof AnyType any) {
            return of(any.getValue());
        }
        if (value instanceof KubernetesResource) {
            return object(value);
        }
        throw new IllegalArgumentException(value.getClass().getName() + " is not a Kubernetes model class");
    }

    private static List<@Nullable Object> list(List<?> values) {
        List<@Nullable Object> tree = new ArrayList<>(values.size());
        for (Object value : values) {
            tree.add(of(value));
        }
        return tree;
    }

    private static Map<String, @Nullable Object> object(Object model) {
        ModelShape shape = ModelShape.of(model.getClass());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        List<ModelShape.Property> properties = shape.properties();
        for (int i = 0; i < properties.size(); i++) {
            Object value = properties.get(i).get(model);
            if (value != null && !isEmptyCollection(value)) {
                tree.put(properties.get(i).name(), of(value));
            }
        }
        if (shape.extra().get(model) instanceof Map<?, ?> extra) {
            putAll(extra, tree);
        }
        return tree;
    }

    private static boolean isEmptyCollection(Object value) {
        return value instanceof Collection<?> list && list.isEmpty() || value instanceof Map<?, ?> map && map.isEmpty();
    }

    private static void putAll(Map<?, ?> from, Map<String, @Nullable Object> tree) {
        for (Map.Entry<?, ?> entry : from.entrySet()) {
            tree.put(String.valueOf(entry.getKey()), of(entry.getValue()));
        }
    }
}
