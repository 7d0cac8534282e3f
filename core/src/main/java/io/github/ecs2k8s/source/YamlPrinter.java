package io.github.ecs2k8s.source;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints plain trees (see {@link JsonPrinter}) as YAML the way people write it: block style, two spaces, list items indented
 * under their key, bare strings wherever no reader can misread them, text of several lines as a block, long lines never
 * folded.
 */
public final class YamlPrinter {
    private static final String SPACES = "                                ";
    private static final int LONGEST_SIMPLE_KEY = 1000;

    private final StringBuilder out = new StringBuilder(4096);

    private YamlPrinter() {}

    /** Each tree as one document, with a line {@code ---} between two. */
    public static String print(List<? extends @Nullable Object> documents) {
        YamlPrinter printer = new YamlPrinter();
        for (int i = 0; i < documents.size(); i++) {
            if (i > 0) {
                printer.out.append("---\n");
            }
            printer.block(documents.get(i), 0);
        }
        return printer.out.toString();
    }

    /** A value at the current position, whose further lines are indented; ends the line. */
    private void block(@Nullable Object value, int indent) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            entries(map, indent);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            items(list, indent);
        } else {
            scalar(value, indent);
            out.append('\n');
        }
    }

    private void entries(Map<?, ?> map, int indent) {
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (true) {
            Map.Entry<?, ?> entry = entries.next();
            key(entry.getKey().toString(), indent);
            Object value = entry.getValue();
            if (isNested(value)) {
                out.append('\n');
                indent(indent + 2);
            } else {
                out.append(' ');
            }
            // A block scalar's own indentation counts from the key, that of a nested block from where it stands.
            block(value, isNested(value) ? indent + 2 : indent);
            if (!entries.hasNext()) {
                return;
            }
            indent(indent);
        }
    }

    private void items(List<?> list, int indent) {
        for (int i = 0; i < list.size(); i++) {
            if (i > 0) {
                indent(indent);
            }
            out.append("- ");
            Object item = list.get(i);
            block(item, isNested(item) ? indent + 2 : indent);
        }
    }

    private static boolean isNested(@Nullable Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty() || value instanceof List<?> list && !list.isEmpty();
    }

    private void key(String key, int indent) {
        int start = out.length();
        if (YamlStrings.isPlain(key)) {
            out.append(key);
        } else {
            quoted(key);
        }
        if (out.length() - start > LONGEST_SIMPLE_KEY) {
            // Readers look 1024 characters ahead for the colon; a longer key has to be announced.
            out.insert(start, "? ").append('\n');
            indent(indent);
        }
        out.append(':');
    }

    private void scalar(@Nullable Object value, int indent) {
        if (value instanceof String text) {
            string(text, indent);
        } else if (value instanceof YamlTag tagged) {
            out.append('!').append(tagged.name()).append(' ');
            string(tagged.text(), indent);
        } else if (value instanceof Map) {
            out.append("{}");
        } else if (value instanceof List) {
            out.append("[]");
        } else if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
            out.append(decimal(value.toString()));
        } else {
            out.append(value);
        }
    }

    /** Without an exponent, which YAML 1.1 wants with a sign and a point; infinities and NaN have names of their own. */
    private static String decimal(String number) {
        return switch (number) {
            case "NaN" -> ".nan";
            case "Infinity" -> ".inf";
            case "-Infinity" -> "-.inf";
            default -> new BigDecimal(number).toPlainString();
        };
    }

    private void string(String text, int indent) {
        if (YamlStrings.isPlain(text)) {
            out.append(text);
        } else if (YamlStrings.isBlock(text)) {
            literal(text, indent + 2);
        } else {
            quoted(text);
        }
    }

    private void literal(String text, int indent) {
        boolean endsLine = text.endsWith("\n");
        out.append('|');
        if (!endsLine) {
            out.append('-');
        } else if (text.endsWith("\n\n")) {
            out.append('+');
        }
        int start = 0;
        int length = endsLine ? text.length() - 1 : text.length();
        while (start <= length) {
            int end = text.indexOf('\n', start);
            end = end < 0 || end > length ? length : end;
            out.append('\n');
            if (end > start) {
                indent(indent);
                out.append(text, start, end);
            }
            start = end + 1;
        }
    }

    private void quoted(String text) {
        if (isBetterSingle(text)) {
            out.append('\'').append(text.replace("'", "''")).append('\'');
        } else {
            JsonPrinter.string(text, out); // a JSON string is a YAML string
        }
    }

    /** Whether single quotes need fewer escapes than double ones, and can carry every character. */
    private static boolean isBetterSingle(String text) {
        int singles = 0;
        int doubles = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || YamlStrings.needsEscape(text, i)) {
                return false;
            }
            if (c == '\'') {
                singles++;
            } else if (c == '"' || c == '\\') {
                doubles++;
            }
        }
        return doubles > singles;
    }

    private void indent(int width) {
        for (int left = width; left > 0; left -= SPACES.length()) {
            out.append(SPACES, 0, Math.min(left, SPACES.length()));
        }
    }
}
