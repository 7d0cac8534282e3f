package io.github.ecs2k8s.cli;

import io.github.ecs2k8s.finding.Severity;

/** Colours for a terminal, or none: everything stays readable without them. */
final class Colors {
    /** When to use colours. */
    enum When {
        AUTO,
        ALWAYS,
        NEVER;

        @Override
        public String toString() {
            return Choices.spelled(this);
        }
    }

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String YELLOW = "\u001b[33m";
    private static final String CYAN = "\u001b[36m";

    /** No colours, whatever the stream. */
    static final Colors NONE = new Colors(false);

    private final boolean on;

    private Colors(boolean on) {
        this.on = on;
    }

    /** The colours for a stream. */
    static Colors of(When when, boolean isTerminal, boolean noColor) {
        return new Colors(when == When.ALWAYS || (when == When.AUTO && isTerminal && !noColor));
    }

    String bold(String text) {
        return in(BOLD, text);
    }

    String severity(Severity severity) {
        String color = switch (severity) {
            case ERROR -> RED;
            case WARNING -> YELLOW;
            case INFO -> CYAN;
        };
        return in(BOLD + color, severity.toString());
    }

    /** One line of a unified diff. */
    String diffLine(String line) {
        if (line.startsWith("--- ") || line.startsWith("+++ ")) {
            return bold(line);
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> in(RED, line);
            case '+' -> in(GREEN, line);
            case '@' -> in(CYAN, line);
            default -> line;
        };
    }

    private String in(String color, String text) {
        return on ? color + text + RESET : text;
    }
}
