package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;

/** A cursor over JSON text (RFC 8259): strings, numbers and words with their places, nothing of the grammar. */
final class JsonText {
    /** What {@link #next} and {@link #peek} return where the text ends. */
    static final int END = -1;

    private final String file;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private int document;

    JsonText(SourceFile source) {
        file = source.name();
        text = source.text();
        if (text.startsWith("\uFEFF")) {
            at = 1;
            lineStart = 1;
        }
    }

    /** Where the cursor stands. */
    SourceLocation place() {
        return new SourceLocation(file, document, line, at - lineStart + 1);
    }

    /** Says that what follows is a document of its own. */
    void nextDocument() {
        document++;
    }

    /** Passes white space and returns the character the cursor then stands at, {@link #END} at the end. */
    int next() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || (c == '\r' && peek(1) != '\n')) {
                line++;
                lineStart = at + 1;
            } else if (c != ' ' && c != '\t' && c != '\r') {
                return c;
            }
            at++;
        }
        return END;
    }

    /** The character some steps ahead of the cursor, {@link #END} beyond the end. */
    int peek(int steps) {
        return at + steps < text.length() ? text.charAt(at + steps) : END;
    }

    /** Passes one character. */
    void skip() {
        at++;
    }

    /** Reads the string whose opening quote the cursor stands at. */
    String string() {
        SourceLocation opened = place();
        int start = ++at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                return text.substring(start, at++);
            }
            if (c == '\\') {
                return escapedString(start, opened);
            }
            checkInString(c, opened);
            at++;
        }
        throw JsonErrors.unclosedString(opened);
    }

    private String escapedString(int start, SourceLocation opened) {
        StringBuilder value = new StringBuilder(text.length() > start + 64 ? 64 : 16).append(text, start, at);
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                return value.toString();
            }
            if (c == '\\') {
                value.append(escape());
            } else {
                checkInString(c, opened);
                value.append(c);
                at++;
            }
        }
        throw JsonErrors.unclosedString(opened);
    }

    private void checkInString(char c, SourceLocation opened) {
        if (c == '\n' || c == '\r') {
            throw JsonErrors.unclosedString(opened);
        }
        if (c < ' ') {
            throw JsonErrors.controlCharacter(place(), c);
        }
    }

    /** Reads the escape whose backslash the cursor stands at. */
    private char escape() {
        int c = peek(1);
        int meaning = switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw JsonErrors.badEscape(place(), c);
        };
        at += c == 'u' ? 6 : 2;
        return (char) meaning;
    }

    private int codeUnit() {
        int unit = 0;
        for (int i = 2; i < 6; i++) {
            int c = peek(i);
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw JsonErrors.badEscape(place(), 'u');
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }

    /** Reads a number, whose literal is kept as written; the cursor stands at its minus sign or first digit. */
    String number() {
        int start = at;
        if (peek(0) == '-') {
            at++;
        }
        boolean leadingZero = peek(0) == '0';
        boolean valid = digits() && !(leadingZero && at - start > (text.charAt(start) == '-' ? 2 : 1));
        if (valid && peek(0) == '.') {
            at++;
            valid = digits();
        }
        if (valid && (peek(0) == 'e' || peek(0) == 'E')) {
            at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
            valid = digits();
        }
        if (!valid || isWordPart(peek(0))) {
            at = start;
            throw JsonErrors.badNumber(place());
        }
        return text.substring(start, at);
    }

    private boolean digits() {
        int start = at;
        while (peek(0) >= '0' && peek(0) <= '9') {
            at++;
        }
        return at > start;
    }

    /** The run of letters, digits and the like at the cursor, which is not moved; empty when there is none. */
    String word() {
        int end = at;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    /** Passes a word that {@link #word} returned. */
    void skip(String word) {
        at += word.length();
    }

    private static boolean isWordPart(int c) {
        return c == '_' || c == '-' || c == '.' || c == '+' || (c != END && Character.isLetterOrDigit(c));
    }
}
