package io.github.ecs2k8s.internal.terraform.syntax;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.Bounds;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.SourceFile;
import org.jspecify.annotations.Nullable;

/** A cursor over a text of Terraform's language: blanks, comments and words, with the places they stand at. */
final class HclText {
    static final char END = '\uFFFF';

    private final String text;
    private final Lines lines;
    private final @Nullable SourceLocation place;
    private int at;
    private int depth;

    /** Whether the end of a line ends an expression, as it does outside of all brackets. */
    private boolean lineBound = true;

    /**
     * A cursor at the beginning.
     *
     * @param place the place of everything in the text, where it is itself a value; null when it is a file
     */
    HclText(SourceFile file, @Nullable SourceLocation place) {
        this.place = place;
        text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        lines = new Lines(file.name(), text);
        if (text.length() > Bounds.MAX_TEXT) {
            throw broken(0, "the input is longer than " + Bounds.MAX_TEXT + " characters", null);
        }
    }

    /** The character at the cursor, {@link #END} behind the last. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean looksAt(String expected) {
        return text.startsWith(expected, at);
    }

    /** Takes one character. */
    char take() {
        return at < text.length() ? text.charAt(at++) : END;
    }

    /** Takes a sign, when it is there. */
    boolean accept(String sign) {
        if (!looksAt(sign)) {
            return false;
        }
        at += sign.length();
        return true;
    }

    int offset() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }

    /** The offset behind the line that the cursor is in, its break included. */
    int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    SourceLocation place() {
        return place(at);
    }

    SourceLocation place(int offset) {
        return place == null ? lines.at(offset) : place;
    }

    /** Says whether the end of a line ends an expression from now on; returns what was before. */
    boolean lineBound(boolean bound) {
        boolean before = lineBound;
        lineBound = bound;
        return before;
    }

    /** Goes into something nested; deeper than {@link Bounds#MAX_DEPTH} is refused. */
    void open() {
        if (++depth > Bounds.MAX_DEPTH) {
            throw broken(at, "expressions and blocks are nested deeper than " + Bounds.MAX_DEPTH, null);
        }
    }

    void close() {
        depth--;
    }

    /** Skips blanks and comments; the end of a line only where it ends nothing. */
    HclText skip() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\r' || (c == '\n' && !lineBound)) {
                at++;
            } else if (c == '#' || looksAt("//")) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (looksAt("/*")) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw broken(at, "the comment that begins here is never closed", "close it with */");
                }
                at = end + 2;
            } else {
                break;
            }
        }
        return this;
    }

    /** Skips blanks, comments and line ends. */
    HclText skipLines() {
        boolean before = lineBound(false);
        skip();
        lineBound = before;
        return this;
    }

    /** Whether a word begins at the cursor. */
    boolean atWord() {
        return at < text.length() && Character.isUnicodeIdentifierStart(text.codePointAt(at)) || peek() == '_';
    }

    /** The word at the cursor, null when there is none; words may hold hyphens. */
    @Nullable String word() {
        if (!atWord()) {
            return null;
        }
        int start = at;
        while (at < text.length() && isWordPart(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return text.substring(start, at);
    }

    private static boolean isWordPart(int c) {
        return c == '-' || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }

    /** Takes a keyword when it stands at the cursor as a whole word. */
    boolean acceptWord(String keyword) {
        int start = at;
        if (keyword.equals(word())) {
            return true;
        }
        at = start;
        return false;
    }

    BrokenInputException broken(int offset, String message, @Nullable String hint) {
        return new BrokenInputException(place(offset), message, hint);
    }

    /** Something else than expected stands at the cursor. Text is not quoted: what stands there may be a password. */
    BrokenInputException unexpected(String expected, @Nullable String hint) {
        return broken(at, "found " + found() + " where " + expected + " was expected", hint);
    }

    private String found() {
        char c = peek();
        if (c == END) {
            return "the end of the file";
        }
        if (c == '\n' || c == '\r') {
            return "the end of the line";
        }
        if (c == '"' || c == '\'') {
            return c == '"' ? "a text in quotes" : "a single quote";
        }
        if (atWord()) {
            return "a word";
        }
        return c > ' ' && c < 127 ? "\"" + c + "\"" : "the character U+" + String.format("%04X", (int) c);
    }
}
