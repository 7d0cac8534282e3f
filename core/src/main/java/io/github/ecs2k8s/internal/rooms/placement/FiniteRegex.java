package io.github.ecs2k8s.internal.rooms.placement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Regular expressions that stand for a handful of values, such as {@code (c5|m5)\.large} or {@code us-east-1[ab]}, spelled
 * out. Node labels can only be compared with values, so anything with repetition has no such form.
 */
final class FiniteRegex {
    private static final int MAX_VALUES = 50;

    private final String regex;
    private final boolean dotIsLiteral;
    private int at;

    private FiniteRegex(String regex, boolean dotIsLiteral) {
        this.regex = regex;
        this.dotIsLiteral = dotIsLiteral;
    }

    /**
     * All values that match as a whole, in the order they are written; null when there are too many, or infinitely many.
     *
     * @param dotIsLiteral whether an unescaped dot is meant as one, as in {@code t3.large}
     */
    static @Nullable List<String> values(String regex, boolean dotIsLiteral) {
        FiniteRegex reader = new FiniteRegex(regex, dotIsLiteral);
        reader.take('^');
        List<String> values = reader.alternatives();
        return values != null && reader.at == regex.length() ? List.copyOf(values) : null;
    }

    private @Nullable List<String> alternatives() {
        List<String> all = new ArrayList<>();
        do {
            List<String> one = sequence();
            if (one == null) {
                return null;
            }
            for (String value : one) {
                if (!all.contains(value)) {
                    all.add(value);
                }
            }
        } while (take('|'));
        return all.size() > MAX_VALUES ? null : all;
    }

    private @Nullable List<String> sequence() {
        List<String> values = List.of("");
        while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
            if (regex.charAt(at) == '$' && at == regex.length() - 1) {
                at++;
                break;
            }
            List<String> next = atom();
            if (next == null) {
                return null;
            }
            if (take('?')) {
                next = new ArrayList<>(next);
                next.add("");
            }
            values = product(values, next);
            if (values.size() > MAX_VALUES) {
                return null;
            }
        }
        return values;
    }

    private static List<String> product(List<String> left, List<String> right) {
        List<String> all = new ArrayList<>();
        for (String head : left) {
            for (String tail : right) {
                all.add(head + tail);
            }
        }
        return all;
    }

    private @Nullable List<String> atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escaped();
            case '.' -> dotIsLiteral && !repeats() ? List.of(".") : null;
            case '*', '+', '?', '{', '}', ']', '^', '$' -> null;
            default -> repeats() ? null : List.of(String.valueOf(c));
        };
    }

    private boolean repeats() {
        return at < regex.length() && "*+{".indexOf(regex.charAt(at)) >= 0;
    }

    private @Nullable List<String> group() {
        if (regex.startsWith("?:", at)) {
            at += 2;
        }
        List<String> inner = alternatives();
        return inner != null && take(')') && !repeats() ? inner : null;
    }

    private @Nullable List<String> characterClass() {
        List<String> all = new ArrayList<>();
        while (at < regex.length() && regex.charAt(at) != ']') {
            char from = regex.charAt(at++);
            char to = from;
            if (at + 1 < regex.length() && regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
                to = regex.charAt(at + 1);
                at += 2;
            }
            if ("^\\[&".indexOf(from) >= 0 || to < from || to - from > MAX_VALUES) {
                return null;
            }
            for (char c = from; c <= to; c++) {
                all.add(String.valueOf(c));
            }
        }
        return !all.isEmpty() && take(']') && !repeats() ? all : null;
    }

    /** A backslash before punctuation takes its meaning; before a letter or digit it gives one. */
    private @Nullable List<String> escaped() {
        if (at == regex.length() || Character.isLetterOrDigit(regex.charAt(at))) {
            return null;
        }
        char c = regex.charAt(at++);
        return repeats() ? null : List.of(String.valueOf(c));
    }

    private boolean take(char c) {
        if (at < regex.length() && regex.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }
}
