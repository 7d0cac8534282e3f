package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a JSON text and what to do about it. Text is never quoted beyond a single character or a
 * well-known word: what stands at the place may be a password.
 */
final class JsonErrors {

    private JsonErrors() {}

    /**
     * Something else than expected stands at the cursor.
     *
     * @param opened where the innermost open object or list began, null outside of all
     */
    static BrokenInputException unexpected(JsonText text, String expected, @Nullable SourceLocation opened) {
        int c = text.peek(0);
        SourceLocation place = text.place();
        if (c == JsonText.END) {
            return unclosed(place, expected, opened);
        }
        if (c == '/' || c == '#') {
            return new BrokenInputException(place, "a comment; JSON has none", "remove it");
        }
        if (c == '{' || c == '$' || c == '<' || c == '%') {
            boolean missingComma = c == '{' && text.peek(1) != '{';
            return missingComma ? found(place, "\"{\"", expected, hintFor(c, expected, opened)) : placeholder(place);
        }
        String word = text.word();
        if (!word.isEmpty()) {
            return found(place, describeWord(word), expected, hintForWord(word, expected));
        }
        return found(place, describe(c), expected, hintFor(c, expected, opened));
    }

    private static BrokenInputException found(
            SourceLocation place, String found, String expected, @Nullable String hint) {
        return new BrokenInputException(place, "found " + found + " where " + expected + " was expected", hint);
    }

    private static BrokenInputException unclosed(
            SourceLocation place, String expected, @Nullable SourceLocation opened) {
        if (opened == null) {
            return new BrokenInputException(place, "the text ends where " + expected + " was expected", null);
        }
        return new BrokenInputException(
                place,
                "the text ends, but what was opened at line " + opened.line() + ", column " + opened.column()
                        + " is not closed",
                "is the file cut off, or is a closing bracket missing?");
    }

    static BrokenInputException unclosedString(SourceLocation opened) {
        return new BrokenInputException(
                opened,
                "the string that begins here has no closing quote on its line",
                "close it; a line break inside a string is written \\n");
    }

    static BrokenInputException trailingComma(SourceLocation comma, char closing) {
        return new BrokenInputException(comma, "a comma before \"" + closing + "\"", "remove the comma");
    }

    static BrokenInputException placeholder(SourceLocation place) {
        return new BrokenInputException(
                place,
                "this looks like a template placeholder, not like a value",
                "render the template first, or put the placeholder into double quotes");
    }

    static BrokenInputException badNumber(SourceLocation place) {
        return new BrokenInputException(
                place,
                "this is not a JSON number",
                "numbers have no leading zeros, no units and digits on both sides of the point; text needs double quotes");
    }

    static BrokenInputException badEscape(SourceLocation place, int escaped) {
        String message = escaped == 'u' ? "\\u needs four hexadecimal digits" : "this backslash begins no JSON escape";
        return new BrokenInputException(place, message, "a backslash itself is written \\\\");
    }

    static BrokenInputException controlCharacter(SourceLocation place, char c) {
        return new BrokenInputException(
                place, describe(c) + " inside a string", c == '\t' ? "write \\t" : "write it as a \\u escape");
    }

    /** Something stands behind the document that begins no further one. */
    static BrokenInputException afterTheEnd(JsonText text) {
        int c = text.peek(0);
        String hint = switch (c) {
            case '}', ']' -> "there is one closing bracket too many";
            case ',' -> "put several documents into [ ], or leave the comma out";
            default -> null;
        };
        return new BrokenInputException(
                text.place(), "text after the end of the document, beginning with " + describe(c), hint);
    }

    private static String describe(int c) {
        if (c == '"') {
            return "a string";
        }
        if (c == '\'' || c == '\t') {
            return c == '\t' ? "a tab" : "a single quote";
        }
        boolean visible = c > ' ' && c < 127;
        return visible ? "\"" + (char) c + "\"" : "the character U+" + hex(c);
    }

    private static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0000".substring(Math.min(4, digits.length())) + digits;
    }

    private static @Nullable String hintFor(int c, String expected, @Nullable SourceLocation opened) {
        return switch (c) {
            case '\'', '\u201C', '\u201D', '\u2018', '\u2019' -> "JSON wants straight double quotes";
            case '"', '{', '[' -> opened == null ? "is the opening bracket missing?" : hintForMissing(expected);
            case ']', '}' ->
                opened == null
                        ? null
                        : "what was opened at line " + opened.line() + ", column " + opened.column()
                                + " is not complete here";
            case ',' -> "is there a comma too many?";
            default -> null;
        };
    }

    private static String describeWord(String word) {
        return isFamiliar(word) ? "the word " + word : "text without quotes";
    }

    private static @Nullable String hintForWord(String word, String expected) {
        return switch (word) {
            case "True", "TRUE" -> "JSON writes true";
            case "False", "FALSE" -> "JSON writes false";
            case "None", "Null", "NULL", "nil", "undefined" -> "JSON writes null";
            default -> hintForText(expected);
        };
    }

    private static String hintForText(String expected) {
        String missing = hintForMissing(expected);
        return missing == null ? "put it into double quotes" : missing;
    }

    private static @Nullable String hintForMissing(String expected) {
        if (expected.startsWith("\",\"")) {
            return "is a comma missing before it?";
        }
        return expected.startsWith("\":\"") ? "is the colon missing?" : null;
    }

    private static boolean isFamiliar(String word) {
        return switch (word) {
            case "True",
                    "TRUE",
                    "False",
                    "FALSE",
                    "None",
                    "Null",
                    "NULL",
                    "nil",
                    "undefined",
                    "NaN",
                    "Infinity",
                    "true",
                    "false",
                    "null" -> true;
            default -> false;
        };
    }
}
