package io.github.ecs2k8s.internal.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looking into plain trees, and picking members of them. */
public final class PlainTrees {

    private PlainTrees() {}

    /** The value under a key, in whatever case it is written; null when it is not there. */
    public static @Nullable Object get(Map<String, Object> tree, String key) {
        Object exact = tree.get(key);
        if (exact != null) {
            return exact;
        }
        for (Map.Entry<String, Object> entry : tree.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(key)) {
                return entry.getValue();
            }
        }
        return null;
    }

    /** A value as an object; empty when it is none. */
    @SuppressWarnings("unchecked") // keys of plain trees are strings
    public static Map<String, Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** A value as a list; empty when it is none. */
    @SuppressWarnings("unchecked") // so are their elements
    public static List<Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of();
    }

    /** The object under a key; empty when there is none. */
    public static Map<String, Object> map(Map<String, Object> tree, String key) {
        return map(get(tree, key));
    }

    /** The list under a key; empty when there is none. */
    public static List<Object> list(Map<String, Object> tree, String key) {
        return list(get(tree, key));
    }

    /** The members whose names stand in a text with spaces between them, in that order. */
    public static Map<String, Object> pick(Map<String, Object> tree, String keys) {
        Map<String, Object> picked = new LinkedHashMap<>();
        for (String key : keys.split(" ")) {
            Object value = tree.get(key);
            if (value != null) {
                picked.put(key, value);
            }
        }
        return picked;
    }

    /** An object of keys and values in turn. */
    public static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return tree;
    }

    /** Gives a member another name; it moves to the end. */
    public static void rename(Map<String, Object> tree, String from, String to) {
        Object value = tree.remove(from);
        if (value != null) {
            tree.put(to, value);
        }
    }
}
