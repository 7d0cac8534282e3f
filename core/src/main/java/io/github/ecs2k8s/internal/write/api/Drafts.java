package io.github.ecs2k8s.internal.write.api;

import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls collected so far, and what several kinds of parts have in common. */
final class Drafts {
    private final List<DraftCall> all = new ArrayList<>();

    List<DraftCall> all() {
        return all;
    }

    /** A call that creates a part from some of its members, whose names stand in a text with spaces between them. */
    Map<String, Object> create(String operation, Part part, String members) {
        return create(operation, part, PlainTrees.pick(part.members(), members));
    }

    /** A call that creates a part. */
    Map<String, Object> create(String operation, Part part, Map<String, Object> body) {
        all.add(new DraftCall(operation, part, body, true));
        return body;
    }

    /** A call that sets what creating a part cannot. */
    void then(String operation, Part part, Map<String, Object> body) {
        all.add(new DraftCall(operation, part, body, false));
    }

    /** The reference to a part itself. */
    static String reference(Part part) {
        return "${" + part.logicalId() + "}";
    }

    /** The object with a member in front that it must have, unless it has it. */
    static void require(Map<String, Object> body, String key, Object value) {
        if (!body.containsKey(key)) {
            Map<String, Object> rest = new LinkedHashMap<>(body);
            body.clear();
            body.put(key, value);
            body.putAll(rest);
        }
    }

    /** Lists of keys and values as an object of them, where an API wants that. */
    static void tagsAsMap(Map<String, Object> body, List<Object> tags, String key) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (Object tag : tags) {
            Map<String, Object> pair = PlainTrees.map(tag);
            if (PlainTrees.get(pair, "key") instanceof String name) {
                Object value = PlainTrees.get(pair, "value");
                map.put(name, value == null ? "" : value);
            }
        }
        if (!map.isEmpty()) {
            body.put(key, map);
        }
    }
}
