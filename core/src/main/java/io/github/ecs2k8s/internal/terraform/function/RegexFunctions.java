package io.github.ecs2k8s.internal.terraform.function;

import io.github.ecs2k8s.internal.terraform.value.EvaluationException;
import io.github.ecs2k8s.internal.terraform.value.Value;
import io.github.ecs2k8s.internal.terraform.value.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * {@code regex}, {@code regexall}, {@code replace} (https://developer.hashicorp.com/terraform/language/functions/regex). The
 * expressions are RE2's, which Java's hold but for a few spellings; RE2 never goes back, so steps are counted here.
 */
final class RegexFunctions {
    private static final Pattern GROUP_NAME = Pattern.compile("\\(\\?P?<([A-Za-z][A-Za-z0-9_]*)>");
    private static final Pattern GROUP_REFERENCE = Pattern.compile("\\$(?:\\$|(\\w+)|\\{(\\w+)})");
    private static final Pattern CLASS = Pattern.compile("\\[:(alpha|digit|alnum|upper|lower|punct|space|xdigit):]");

    private RegexFunctions() {}

    static @Nullable Value call(String name, Arguments given) {
        return switch (name) {
            case "regex" -> first(given);
            case "regexall" -> all(given);
            case "replace" -> Value.Text.of(given.location(), replace(given));
            default -> null;
        };
    }

    private static Value first(Arguments given) {
        Expression expression = Expression.of(given, given.text(0));
        Matcher matcher = expression.matcher(given.text(1));
        if (!matcher.find()) {
            throw new EvaluationException(given.location(), "the text does not match the expression of regex", null);
        }
        return expression.result(given, matcher);
    }

    private static Value all(Arguments given) {
        Expression expression = Expression.of(given, given.text(0));
        Matcher matcher = expression.matcher(given.text(1));
        List<Value> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(expression.result(given, matcher));
        }
        return Values.list(given.location(), found);
    }

    /** An expression stands between slashes. */
    private static String replace(Arguments given) {
        String text = given.text(0);
        String old = given.text(1);
        String with = given.text(2);
        if (old.length() < 2 || !old.startsWith("/") || !old.endsWith("/")) {
            return text.replace(old, with);
        }
        Expression expression = Expression.of(given, old.substring(1, old.length() - 1));
        Matcher matcher = expression.matcher(text);
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (matcher.find()) {
            replaced.append(text, from, matcher.start());
            expression.expand(with, matcher, replaced);
            from = matcher.end();
        }
        return replaced.append(text.substring(from)).toString();
    }

    /**
     * A compiled expression.
     *
     * @param names the names of its groups as written, in their order
     */
    private record Expression(Pattern pattern, List<String> names, Arguments given) {

        static Expression of(Arguments given, String text) {
            Matcher named = GROUP_NAME.matcher(text);
            List<String> names = new ArrayList<>();
            StringBuilder java = new StringBuilder();
            while (named.find()) {
                // Java's names hold no underscores.
                named.appendReplacement(java, "(?<g" + names.size() + ">");
                names.add(named.group(1));
            }
            named.appendTail(java);
            try {
                String classes = CLASS.matcher(java).replaceAll(found -> "\\\\p{" + posix(found.group(1)) + "}");
                return new Expression(Pattern.compile(classes), names, given);
            } catch (PatternSyntaxException e) {
                throw new EvaluationException(given.location(), given.name() + " has an expression that is none", null);
            }
        }

        private static String posix(String name) {
            return name.equals("xdigit") ? "XDigit" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        Matcher matcher(String text) {
            return pattern.matcher(new CountedText(text, given.location(), new int[1]));
        }

        /** {@code $name} takes all letters, digits and underscores, as in Go; a group that is not there is empty. */
        void expand(String with, Matcher matcher, StringBuilder text) {
            Matcher reference = GROUP_REFERENCE.matcher(with);
            int from = 0;
            while (reference.find()) {
                text.append(with, from, reference.start());
                String name = reference.group(2) == null ? reference.group(1) : reference.group(2);
                String found = reference.group().equals("$$") ? "$" : group(name, matcher);
                text.append(found == null ? "" : found);
                from = reference.end();
            }
            text.append(with.substring(from));
        }

        private @Nullable String group(String name, Matcher matcher) {
            int index = names.indexOf(name);
            if (index >= 0) {
                return matcher.group("g" + index);
            }
            boolean number = name.length() < 4 && name.chars().allMatch(Character::isDigit);
            return number && Integer.parseInt(name) <= matcher.groupCount()
                    ? matcher.group(Integer.parseInt(name))
                    : null;
        }

        Value result(Arguments call, Matcher matcher) {
            if (matcher.groupCount() == 0) {
                return Value.Text.of(call.location(), matcher.group());
            }
            if (names.isEmpty()) {
                List<Value> groups = new ArrayList<>();
                for (int i = 1; i <= matcher.groupCount(); i++) {
                    groups.add(group(call, matcher.group(i)));
                }
                return Values.list(call.location(), groups);
            }
            Value.Mapping groups = Value.Mapping.empty(call.location());
            for (int i = 0; i < names.size(); i++) {
                Value group = group(call, matcher.group("g" + i));
                groups.entries().put(names.get(i), new Value.Entry(call.location(), group));
            }
            return groups;
        }

        private static Value group(Arguments call, @Nullable String text) {
            return text == null ? new Value.Null(call.location()) : Value.Text.of(call.location(), text);
        }
    }
}
