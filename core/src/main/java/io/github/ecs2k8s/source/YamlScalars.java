package io.github.ecs2k8s.source;

import io.github.ecs2k8s.source.ScalarNode.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a YAML scalar means, by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema): so
 * {@code yes}, {@code on} and {@code 12:30} are strings.
 */
final class YamlScalars {
    private static final String CORE = "tag:yaml.org,2002:";

    private YamlScalars() {}

    /**
     * The kind of a scalar.
     *
     * @param tag the resolved explicit tag, null when there is none
     * @param plain whether it is written without quotes and not as a block
     */
    static Kind kind(@Nullable String tag, boolean plain, String text) {
        if (tag == null) {
            return plain ? plainKind(text) : Kind.STRING;
        }
        return switch (tag) {
            case CORE + "int", CORE + "float" -> Kind.NUMBER;
            case CORE + "bool" -> Kind.BOOLEAN;
            case CORE + "null" -> Kind.NULL;
            default -> Kind.STRING;
        };
    }

    /** What a tag of the core schema asks of a text that is not that; null where the two fit. */
    static @Nullable String unmet(@Nullable String tag, String text) {
        if (tag == null || !tag.startsWith(CORE)) {
            return null;
        }
        Kind meant = text.isEmpty() ? Kind.NULL : plainKind(text);
        return switch (tag.substring(CORE.length())) {
            case "int" -> meant == Kind.NUMBER && isWhole(text) ? null : "a whole number";
            case "float" -> meant == Kind.NUMBER ? null : "a number";
            case "bool" -> meant == Kind.BOOLEAN ? null : "true or false";
            case "null" -> meant == Kind.NULL ? null : "null";
            default -> null;
        };
    }

    private static boolean isWhole(String text) {
        return text.startsWith("0x") || text.matches("0o[0-7]+|[-+]?[0-9]+");
    }

    /** An explicit tag as written, null for those of the core schema, which {@link #kind} has made use of. */
    static @Nullable String customTag(@Nullable String tag) {
        if (tag == null || !tag.startsWith(CORE)) {
            return "!".equals(tag) ? null : tag;
        }
        return switch (tag.substring(CORE.length())) {
            case "str", "int", "float", "bool", "null", "map", "seq" -> null;
            default -> "!!" + tag.substring(CORE.length());
        };
    }

    private static Kind plainKind(String text) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> Kind.NULL;
            case "true", "True", "TRUE", "false", "False", "FALSE" -> Kind.BOOLEAN;
            default -> isNumber(text) ? Kind.NUMBER : Kind.STRING;
        };
    }

    private static boolean isNumber(String text) {
        if (text.startsWith("0x")) {
            return allDigits(text, 2, 16);
        }
        if (text.startsWith("0o")) {
            return allDigits(text, 2, 8);
        }
        int i = text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
        return switch (text.substring(i)) {
            case ".inf", ".Inf", ".INF" -> true;
            case ".nan", ".NaN", ".NAN" -> i == 0;
            default -> isDecimal(text, i);
        };
    }

    private static boolean allDigits(String text, int start, int radix) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) > 127 || Character.digit(text.charAt(i), radix) < 0) {
                return false;
            }
        }
        return text.length() > start;
    }

    /** Matches {@code (\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?}. */
    private static boolean isDecimal(String text, int start) {
        int whole = skipDigits(text, start);
        int i = whole;
        if (i < text.length() && text.charAt(i) == '.') {
            i = skipDigits(text, i + 1);
        }
        if (whole == start && i < start + 2) {
            return false;
        }
        if (i < text.length() && (text.charAt(i) == 'e' || text.charAt(i) == 'E')) {
            int sign = i + 1 < text.length() && (text.charAt(i + 1) == '-' || text.charAt(i + 1) == '+') ? 1 : 0;
            return allDigits(text, i + 1 + sign, 10);
        }
        return i == text.length();
    }

    private static int skipDigits(String text, int start) {
        int i = start;
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i;
    }
}
