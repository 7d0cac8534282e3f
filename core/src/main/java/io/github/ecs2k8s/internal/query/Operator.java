package io.github.ecs2k8s.internal.query;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A comparison of the cluster query language, by its word; most have a symbol as well. */
public enum Operator {
    EQUALS("=="),
    NOT_EQUALS("!="),
    GREATER_THAN(">"),
    GREATER_THAN_EQUAL(">="),
    LESS_THAN("<"),
    LESS_THAN_EQUAL("<="),
    EXISTS("exists"),
    NOT_EXISTS("!exists"),
    IN("in"),
    NOT_IN("!in"),
    /** The argument is a Java regular expression that matches the whole value. */
    MATCHES("=~"),
    NOT_MATCHES("!~");

    private static final Operator[] ALL = values();

    private final String symbol;
    private final String word = name().toLowerCase(Locale.ROOT);

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** How expressions usually spell it, and how it is printed. */
    public String symbol() {
        return symbol;
    }

    /** The other spelling: {@code not_equals}. */
    public String word() {
        return word;
    }

    /** Whether it stands alone: {@code exists} and {@code !exists}. */
    public boolean takesNoArgument() {
        return this == EXISTS || this == NOT_EXISTS;
    }

    /** Whether it takes an argument list in brackets: {@code in} and {@code !in}. */
    public boolean takesList() {
        return this == IN || this == NOT_IN;
    }

    /** The operator spelled by a word of letters, {@code _} and a leading {@code !}; null when there is none. */
    static @Nullable Operator byWord(String text) {
        for (Operator operator : ALL) {
            if (operator.word.equalsIgnoreCase(text) || operator.symbol.equalsIgnoreCase(text)) {
                return operator;
            }
        }
        return null;
    }

    /** The operator whose symbol of punctuation stands at a place in a text, the longest one; null when there is none. */
    static @Nullable Operator bySymbol(String text, int at) {
        Operator longest = null;
        for (Operator operator : ALL) {
            if (!Character.isLetter(operator.symbol.charAt(operator.symbol.length() - 1))
                    && text.startsWith(operator.symbol, at)
                    && (longest == null || operator.symbol.length() > longest.symbol.length())) {
                longest = operator;
            }
        }
        return longest;
    }
}
