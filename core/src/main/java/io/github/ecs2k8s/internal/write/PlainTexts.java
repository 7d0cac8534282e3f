package io.github.ecs2k8s.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Goes through all texts of a plain tree, knowing which of them are the user's own and no references. */
public final class PlainTexts {

    /** What {@code ${…}} in a text can be. */
    public enum Use {
        /** A reference: to another part, or to what the account has. */
        ANY,
        /** A reference where it names another part or a pseudo parameter; otherwise the user's own. */
        KNOWN,
        /** Never a reference: a shell's variables look the same. */
        NONE
    }

    /**
     * Where a text stands.
     *
     * @param key the key of the member that holds it or its list
     * @param inList whether it is an element of a list
     */
    public record Place(String key, boolean inList, Use use) {}

    /** Gives what takes a text's place. */
    @FunctionalInterface
    public interface Change {
        /** The text itself, another one, or any plain value. */
        Object apply(String text, Place place);
    }

    private PlainTexts() {}

    /** The tree with every text changed; keys stay. */
    public static Map<String, Object> change(Map<String, Object> tree, Change change) {
        return object(tree, Use.ANY, change);
    }

    private static Map<String, Object> object(Map<String, Object> tree, Use use, Change change) {
        Map<String, Object> changed = new LinkedHashMap<>();
        tree.forEach((key, value) -> changed.put(key, value(value, key, use(key, use), false, change)));
        return changed;
    }

    private static Object value(Object value, String key, Use use, boolean inList, Change change) {
        if (value instanceof String text) {
            return change.apply(text, new Place(key, inList, use));
        } else if (value instanceof Map<?, ?>) {
            return object(PlainTrees.map(value), use, change);
        } else if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(value(item, key, use, true, change)));
            return items;
        }
        return value;
    }

    private static Use use(String key, Use around) {
        if (around == Use.NONE) {
            return Use.NONE;
        }
        String name = key.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "command", "entrypoint", "healthcheck" -> Use.NONE;
            case "environment", "dockerlabels", "options", "input", "inputtemplate", "description" -> Use.KNOWN;
            case "groupdescription", "messagebody", "tags", "overrides", "regex", "replace" -> Use.KNOWN;
            default -> name.startsWith("awslogs-") ? Use.ANY : around;
        };
    }
}
