package io.github.ecs2k8s.internal.rooms.command;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Commands that run a script in a shell, as far as has to be known to let the shell put in what the kubelet would. */
final class ShellScripts {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "ksh", "zsh");

    private ShellScripts() {}

    /** Where the script stands in a command, {@code sh -c SCRIPT}; -1 when no shell runs one. */
    static int indexIn(List<String> words) {
        if (words.isEmpty()
                || !SHELLS.contains(words.get(0).substring(words.get(0).lastIndexOf('/') + 1))) {
            return -1;
        }
        for (int i = 1; i < words.size() - 1; i++) {
            String option = words.get(i);
            if (!option.startsWith("-") && !option.startsWith("+")) {
                return -1;
            }
            if (!option.startsWith("--") && option.startsWith("-") && option.indexOf('c') > 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether a shell takes a variable of this name; Kubernetes allows dots and hyphens, too. */
    static boolean isName(String variable) {
        return !variable.isEmpty()
                && !Character.isDigit(variable.charAt(0))
                && variable.chars()
                        .allMatch(
                                c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_');
    }

    /**
     * The {@code $(X)} in a script that stand where a shell would not put in {@code ${X}}: in single quotes. Of a script with
     * a here-document, whose quotes mean other things, all are counted.
     */
    static Set<String> quotedReferences(String script) {
        Set<String> quoted = new HashSet<>();
        boolean opaque = script.contains("<<");
        char quote = 0;
        for (int i = 0; i < script.length(); i++) {
            char c = script.charAt(i);
            int end = script.startsWith("$(", i) ? script.indexOf(')', i) : -1;
            if (end > 0 && (opaque || quote == '\'')) {
                quoted.add(script.substring(i + 2, end));
            } else if (c == '\\' && quote != '\'') {
                i++;
            } else if (quote == 0 && c == '#' && (i == 0 || Character.isWhitespace(script.charAt(i - 1)))) {
                int line = script.indexOf('\n', i);
                i = line < 0 ? script.length() : line;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return quoted;
    }
}
