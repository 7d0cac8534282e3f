package io.github.ecs2k8s.source;

import java.util.Locale;

/**
 * Decides how a string has to be written in YAML so that every reader, of YAML 1.1 as of 1.2, gets the same string
 * back: bare where nobody can take it for anything else, quoted otherwise.
 *
 * @see <a href="https://yaml.org/type/">YAML 1.1 types</a>
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">YAML 1.2 core schema</a>
 */
final class YamlStrings {
    private static final String NEVER_FIRST = "?:,[]{}#&*!|>'\"%@`";

    private YamlStrings() {}

    /** Whether the string can stand bare, as a value or as a key. */
    static boolean isPlain(String text) {
        int length = text.length();
        if (length == 0 || text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
            return false;
        }
        if (NEVER_FIRST.indexOf(text.charAt(0)) >= 0 || text.charAt(length - 1) == ':') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F && needsEscape(text, i)) {
                return false;
            }
            if (c == ' ' && (text.charAt(i - 1) == ':' || text.charAt(i + 1) == '#')) {
                return false;
            }
        }
        return !isMarker(text) && !isWord(text) && !isNumberLike(text) && !isDateLike(text);
    }

    /**
     * Whether the character at an index has to be written as an escape: a control, a line break other than {@code \n},
     * half a surrogate pair, or a character that is there but not seen.
     */
    static boolean needsEscape(String text, int index) {
        char c = text.charAt(index);
        if (c < 0x7F) {
            return c < ' ' && c != '\n' && c != '\t';
        }
        if (Character.isSurrogate(c)) {
            return isLoneSurrogate(text, index);
        }
        // C1 controls with NEL, soft hyphen, zero-width and direction marks, LS and PS, byte-order mark, noncharacters.
        return c < 0xA0 || c == 0xAD || isInvisible(c) || c >= 0xFFF9;
    }

    /** Whether the character is half of a surrogate pair without the other half; no Unicode text can carry it. */
    static boolean isLoneSurrogate(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    private static boolean isInvisible(char c) {
        boolean joiner = c == 0x200C || c == 0x200D; // part of emoji and of several scripts
        return c >= 0x200B && c <= 0x200F && !joiner
                || c >= 0x2028 && c <= 0x202E
                || c >= 0x2060 && c <= 0x206F
                || c == 0xFEFF;
    }

    /**
     * Whether a text of several lines can be written as a block scalar, which needs every character as it is: no
     * escapes, and no line break or blank before the first word, from which readers take the indentation.
     */
    static boolean isBlock(String text) {
        if (text.indexOf('\n') < 0 || isBlank(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c >= 0x7F) && needsEscape(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    /** A dash that begins a list item, and the lines that begin and end a document. */
    private static boolean isMarker(String text) {
        return text.equals("-") || text.startsWith("- ") || text.startsWith("---") || text.startsWith("...");
    }

    private static boolean isWord(String text) {
        if (text.length() > 5) {
            return false;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "n", "yes", "no", "on", "off", "true", "false", "null", "~" -> true;
            case ".inf", "+.inf", "-.inf", ".nan", "<<", "=" -> true;
            default -> false;
        };
    }

    /**
     * Whether the string looks like a number to some resolver: decimal, octal, binary, hexadecimal, with underscores or
     * commas, a fraction, an exponent, or sexagesimal ({@code 12:30:45}).
     */
    private static boolean isNumberLike(String text) {
        int start = text.charAt(0) == '+' || text.charAt(0) == '-' ? 1 : 0;
        if (start == text.length() || !isDigit(text, start) && text.charAt(start) != '.') {
            return false;
        }
        if (text.charAt(start) == '0' && start + 1 < text.length()) {
            char base = Character.toLowerCase(text.charAt(start + 1));
            if (base == 'x' || base == 'o' || base == 'b') {
                return isAllHex(text, start + 2);
            }
        }
        return isDecimal(text, start);
    }

    private static boolean isDecimal(String text, int start) {
        int dots = 0;
        int exponents = 0;
        boolean digits = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isDigit(text, i) || c == '_') {
                digits = true;
            } else if (c == '.') {
                dots++;
            } else if (c == 'e' || c == 'E') {
                exponents++;
                if (i + 1 < text.length() && (text.charAt(i + 1) == '+' || text.charAt(i + 1) == '-')) {
                    i++;
                }
            } else if (c != ':' && c != ',') {
                return false;
            }
        }
        return digits && dots <= 1 && exponents <= 1;
    }

    /** {@code 2025-01-31}, alone or with a time behind it. */
    private static boolean isDateLike(String text) {
        int month = 5;
        if (text.length() < 8 || !isDigits(text, 0, 4) || text.charAt(4) != '-' || !isDigit(text, month)) {
            return false;
        }
        int dash = isDigit(text, month + 1) ? month + 2 : month + 1;
        if (dash + 1 >= text.length() || text.charAt(dash) != '-' || !isDigit(text, dash + 1)) {
            return false;
        }
        int end = dash + 2 < text.length() && isDigit(text, dash + 2) ? dash + 3 : dash + 2;
        return end == text.length() || "Tt ".indexOf(text.charAt(end)) >= 0;
    }

    private static boolean isAllHex(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0 && text.charAt(i) != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(String text, int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
