package io.github.ecs2k8s.internal.terraform.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Placeholders in a text: {@code ${module.lb.aws_lb.main["a"].arn}}, which are told from the variables of a shell. */
final class Placeholder {
    private static final Pattern REFERENCE = Pattern.compile(
            "(data|module|var|local|path|each|count|self|terraform)\\..+|[a-z][a-z0-9]*_\\w+\\.[\\w-].*");

    private Placeholder() {}

    /** What stands between the braces, for each reference of Terraform in a text. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        replace(text, reference -> {
            found.add(reference);
            return null;
        });
        return found;
    }

    /** The text with other words for placeholders; null keeps one. */
    static String replace(String text, Function<String, @Nullable String> words) {
        int open = text.indexOf("${");
        if (open < 0) {
            return text;
        }
        StringBuilder replaced = new StringBuilder();
        int from = 0;
        while (open >= 0) {
            int close = close(text, open + 2);
            if (close < 0) {
                break;
            }
            String inner = text.substring(open + 2, close);
            String word = REFERENCE.matcher(inner).matches() ? words.apply(inner) : null;
            replaced.append(text, from, open).append(word == null ? text.substring(open, close + 1) : word);
            from = close + 1;
            open = text.indexOf("${", from);
        }
        return replaced.append(text.substring(from)).toString();
    }

    private static int close(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i;
            }
        }
        return -1;
    }
}
