package io.github.ecs2k8s.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints a plain tree (maps, lists, strings, numbers, booleans, null) as indented JSON, as {@code kubectl -o json} does. */
public final class JsonPrinter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(4096);

    private JsonPrinter() {}

    /** The tree (maps, lists, strings, numbers, booleans, null), with a line break at the end. */
    public static String print(@Nullable Object tree) {
        JsonPrinter printer = new JsonPrinter();
        printer.value(tree, 0);
        return printer.out.append('\n').toString();
    }

    /** The same tree on one line, as an annotation holds it. */
    public static String line(@Nullable Object tree) {
        StringBuilder out = new StringBuilder();
        line(tree, out);
        return out.toString();
    }

    private static void line(@Nullable Object value, StringBuilder out) {
        String separator = "";
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator);
                separator = ",";
                string(entry.getKey().toString(), out);
                out.append(':');
                line(entry.getValue(), out);
            }
            out.append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            for (Object item : list) {
                out.append(separator);
                separator = ",";
                line(item, out);
            }
            out.append(']');
        } else if (value instanceof String text) {
            string(text, out);
        } else {
            out.append(value);
        }
    }

    private void value(@Nullable Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof List<?> list) {
            array(list, depth);
        } else if (value instanceof String text) {
            string(text, out);
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            string(number.toString(), out);
        } else {
            out.append(value);
        }
    }

    private void object(Map<?, ?> map, int depth) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            next(first, depth + 1);
            first = false;
            string(entry.getKey().toString(), out);
            out.append(": ");
            value(entry.getValue(), depth + 1);
        }
        close(first, depth, '}');
    }

    private void array(List<?> list, int depth) {
        out.append('[');
        boolean first = true;
        for (Object item : list) {
            next(first, depth + 1);
            first = false;
            value(item, depth + 1);
        }
        close(first, depth, ']');
    }

    private void next(boolean first, int depth) {
        if (!first) {
            out.append(',');
        }
        line(depth);
    }

    private void close(boolean empty, int depth, char bracket) {
        if (!empty) {
            line(depth);
        }
        out.append(bracket);
    }

    private void line(int depth) {
        out.append('\n');
        for (int i = 0; i < depth; i++) {
            out.append("  ");
        }
    }

    /** What stands between the quotes of a JSON string of a text. */
    public static String inQuotes(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2);
        string(text, out);
        return out.substring(1, out.length() - 1);
    }

    /**
     * Appends a quoted string. What is not seen when printed is escaped; half a surrogate pair, which UTF-8 cannot
     * carry, becomes U+FFFD as in Go.
     */
    public static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (YamlStrings.needsEscape(text, i)) {
                        escape(YamlStrings.isLoneSurrogate(text, i) ? '\uFFFD' : c, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void escape(char c, StringBuilder out) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
