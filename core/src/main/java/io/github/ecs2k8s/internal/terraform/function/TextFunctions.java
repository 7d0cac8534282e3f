package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Functions of texts (https://developer.hashicorp.com/terraform/language/functions/chomp and what stands beside it). */
final class TextFunctions {
    private TextFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        return switch (name) {
            case "split" -> Values.texts(given.location(), split(given.text(0), given.text(1)));
            case "startswith" -> truth(given, given.text(0).startsWith(given.text(1)));
            case "endswith" -> truth(given, given.text(0).endsWith(given.text(1)));
            case "strcontains" -> truth(given, given.text(0).contains(given.text(1)));
            default -> {
                String text = text(name, given);
                yield text == null ? null : Value.Text.of(given.location(), text);
            }
        };
    }

    private static Value truth(Arguments given, boolean value) {
        return new Value.Truth(given.location(), value);
    }

    private static @Nullable String text(String name, Arguments given) {
        return switch (name) {
            case "chomp" -> chomp(given.text(0));
            case "indent" -> given.text(1).replace("\n", "\n" + " ".repeat(Math.max(0, given.integer(0))));
            case "lower" -> mapped(given.text(0), Character::toLowerCase);
            case "upper" -> mapped(given.text(0), Character::toUpperCase);
            case "title" -> title(given.text(0));
            case "strrev" -> new StringBuilder(given.text(0)).reverse().toString();
            case "substr" -> substr(given);
            case "trim" -> trim(given.text(0), given.text(1));
            case "trimspace" -> given.text(0).strip();
            case "trimprefix" -> withoutPrefix(given.text(0), given.text(1));
            case "trimsuffix" -> withoutSuffix(given.text(0), given.text(1));
            default -> null;
        };
    }

    private static List<String> split(String separator, String text) {
        List<String> parts = new ArrayList<>();
        if (separator.isEmpty()) {
            text.codePoints().forEach(c -> parts.add(Character.toString(c)));
            return parts;
        }
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String chomp(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Each character for itself: no character becomes two. */
    private static String mapped(String text, IntUnaryOperator change) {
        return text.codePoints()
                .map(change)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String title(String text) {
        StringBuilder titled = new StringBuilder(text.length());
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            titled.append(start ? Character.toTitleCase(c) : c);
            start = !Character.isLetterOrDigit(c) && c != '_';
        }
        return titled.toString();
    }

    /** A negative offset counts from the end; a negative length takes all that follows. */
    private static String substr(Arguments given) {
        int[] points = given.text(0).codePoints().toArray();
        int offset = given.integer(1);
        int length = given.integer(2);
        int start = Math.min(points.length, offset < 0 ? Math.max(0, points.length + offset) : offset);
        int end = length < 0 ? points.length : (int) Math.min(points.length, (long) start + length);
        return new String(points, start, end - start);
    }

    private static String trim(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
