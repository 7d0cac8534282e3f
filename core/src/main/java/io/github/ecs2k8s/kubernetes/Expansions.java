package io.github.ecs2k8s.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The {@code $(VAR)} references that Kubernetes expands in command, args and env values and ECS does not.
 *
 * <p>{@code $$} before a parenthesis stands for one literal {@code $}
 * (https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/#envvar-v1-core). The kubelet reads {@code $$}
 * as an escaped dollar wherever it stands, so every run of dollars is doubled where it ends in a reference or holds two.
 */
public final class Expansions {

    private Expansions() {}

    /** The text that a kubelet expands to exactly {@code literal}. */
    public static String escape(String literal) {
        if (literal.indexOf("$(") < 0 && literal.indexOf("$$") < 0) {
            return literal;
        }
        StringBuilder text = new StringBuilder(literal.length() + 4);
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            text.append(c);
            if (c == '$' && i + 1 < literal.length() && needsEscape(literal.charAt(i + 1))) {
                text.append('$');
            }
        }
        return text.toString();
    }

    private static boolean needsEscape(char next) {
        return next == '(' || next == '$';
    }

    /** The literal text in which every {@code $$} is one dollar; references that are not escaped stay as they are. */
    public static String unescape(String text) {
        if (text.indexOf("$$") < 0) {
            return text;
        }
        StringBuilder literal = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            literal.append(c);
            if (c == '$' && i + 1 < text.length() && text.charAt(i + 1) == '$') {
                i++;
            }
        }
        return literal.toString();
    }

    /**
     * The text as the kubelet expands it: references become values, {@code $$} one dollar, and a reference to nothing
     * stays as it is.
     *
     * @param values finds the value of a variable; null where there is none
     */
    public static String expand(String text, Function<String, @Nullable String> values) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i) == '$' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
            int end = next == '(' ? text.indexOf(')', i + 2) : -1;
            if (next == '$') {
                expanded.append('$');
                i++;
            } else if (end > 0) {
                String value = values.apply(text.substring(i + 2, end));
                expanded.append(value == null ? text.substring(i, end + 1) : value);
                i = end;
            } else {
                expanded.append(text.charAt(i));
            }
        }
        return expanded.toString();
    }

    /** {@link #escape(String)} for every element. */
    public static List<String> escape(List<String> literals) {
        List<String> escaped = new ArrayList<>(literals.size());
        for (String literal : literals) {
            escaped.add(escape(literal));
        }
        return escaped;
    }

    /** {@link #unescape(String)} for every element. */
    public static List<String> unescape(List<String> texts) {
        List<String> literals = new ArrayList<>(texts.size());
        for (String text : texts) {
            literals.add(unescape(text));
        }
        return literals;
    }
}
