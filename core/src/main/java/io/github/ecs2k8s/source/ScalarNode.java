package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A string, number, boolean or null.
 *
 * @param kind what the text means in its format: a quoted YAML scalar is always a string
 * @param text the string's value, or the literal as written ({@code 1.0}, {@code true}; {@code null} for a null)
 */
public record ScalarNode(
        SourceLocation location, Pointer pointer, @Nullable String tag, Kind kind, String text) implements Node {

    /** What a scalar's text means. */
    public enum Kind {
        STRING,
        NUMBER,
        BOOLEAN,
        NULL
    }

    @Override
    public String describe() {
        return switch (kind) {
            case STRING -> text.length() > 40 ? "a string" : "the string \"" + text + "\"";
            case NUMBER -> "the number " + text;
            case BOOLEAN -> text;
            case NULL -> "null";
        };
    }
}
