package io.github.ecs2k8s.internal.terraform.language;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.internal.terraform.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the first word of a reference means at some place of a configuration. */
interface Names {
    /** The item that a splat is at; no word can be spelled so. */
    String ITEM = "*";

    /** Nothing has a name. */
    Names NONE = (name, place) -> null;

    /** The value of a name, null when nothing has that name. */
    @Nullable Value get(String name, SourceLocation place);

    /** The same names and some more, which win. */
    default Names with(Map<String, Value> more) {
        return (name, place) -> {
            Value value = more.get(name);
            return value != null ? value : get(name, place);
        };
    }

    /** The same names and one or two more, which win. */
    default Names with(@Nullable String key, Value keyValue, String name, Value value) {
        return (asked, place) -> {
            if (asked.equals(name)) {
                return value;
            }
            return asked.equals(key) ? keyValue : get(asked, place);
        };
    }
}
