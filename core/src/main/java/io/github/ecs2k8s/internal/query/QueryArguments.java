package io.github.ecs2k8s.internal.query;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads what stands right of an operator: one value, or a list in brackets. A value may stand in single or double quotes,
 * where a backslash keeps a quote or a backslash from its meaning; a regular expression may hold balanced brackets.
 */
final class QueryArguments {
    private final QueryText text;

    QueryArguments(QueryText text) {
        this.text = text;
    }

    /** {@code [a, 'b c', d]}. */
    List<String> list() {
        if (!text.take("[")) {
            throw text.expected("an argument list such as [a, b]");
        }
        List<String> values = new ArrayList<>();
        do {
            text.skipSpace();
            values.add(atQuote() ? quoted() : listed());
            text.skipSpace();
        } while (text.take(","));
        if (!text.take("]")) {
            throw text.expected("a comma or a closing bracket");
        }
        return values;
    }

    private String listed() {
        int start = text.position();
        while (!text.atEnd() && text.here() != ',' && text.here() != ']') {
            text.next();
        }
        String value = text.from(start).strip();
        if (value.isEmpty()) {
            throw text.expected("a value");
        }
        return value;
    }

    /** One value; attribute values may contain spaces, so words that are nothing else belong to it. */
    String value() {
        if (atQuote()) {
            return quoted();
        }
        if (text.atEndOfTerm()) {
            throw text.expected("a value");
        }
        int start = text.position();
        int end = start;
        while (!text.atEndOfTerm()) {
            requireNoOperator();
            skipWord();
            end = text.position();
            text.skipSpace();
        }
        text.moveTo(end);
        String value = text.from(start);
        text.skipSpace();
        return value;
    }

    /** Two comparisons with nothing between them are a forgotten "and", not a long value. */
    private void requireNoOperator() {
        if (Operator.bySymbol(text.all(), text.position()) != null || QueryText.isReserved(text.peekWord())) {
            throw text.expected(
                    "and, or, or the end of the expression (a value with this word in it stands in quotes)");
        }
    }

    /** Up to white space or the end of the term, except inside balanced brackets. */
    private void skipWord() {
        int open = 0;
        int start = text.position();
        while (!text.atEnd()) {
            char c = text.here();
            if (open == 0
                    && (c == ')' || Character.isWhitespace(c) || text.startsWith("&&") || text.startsWith("||"))) {
                return;
            }
            text.next();
            if (c == '\\' && !text.atEnd()) {
                text.next();
            } else if (c == '(' || c == '[') {
                open++;
            } else if (open > 0 && (c == ')' || c == ']')) {
                open--;
            }
        }
        if (open > 0) {
            text.moveTo(start);
            throw text.expected("a value whose brackets are closed");
        }
    }

    private boolean atQuote() {
        return text.here() == '\'' || text.here() == '"';
    }

    private String quoted() {
        int start = text.position();
        char quote = text.next();
        StringBuilder value = new StringBuilder();
        while (!text.atEnd()) {
            char c = text.next();
            if (c == quote) {
                text.skipSpace();
                return value.toString();
            }
            if (c == '\\' && (text.here() == quote || text.here() == '\\')) {
                c = text.next();
            }
            value.append(c);
        }
        text.moveTo(start);
        throw text.expected("a value whose quote is closed");
    }
}
