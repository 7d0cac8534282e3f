package io.github.ecs2k8s.internal.query;

/** The characters of an expression and the place reading has come to. */
final class QueryText {
    private final String text;
    private int at;

    QueryText(String text) {
        this.text = text;
    }

    /** Whether a bare word could be taken for something other than a value. */
    static boolean isReserved(String word) {
        return isJunction(word) || word.equalsIgnoreCase("not") || Operator.byWord(word) != null;
    }

    private static boolean isJunction(String word) {
        return word.equalsIgnoreCase("and") || word.equalsIgnoreCase("or");
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The character here, NUL at the end: no expression needs one. */
    char here() {
        return atEnd() ? '\0' : text.charAt(at);
    }

    char next() {
        return text.charAt(at++);
    }

    boolean startsWith(String other) {
        return text.startsWith(other, at);
    }

    String from(int start) {
        return text.substring(start, at);
    }

    String all() {
        return text;
    }

    void skipSpace() {
        while (!atEnd() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** Moves past a symbol, if it stands here. */
    boolean take(String symbol) {
        if (!startsWith(symbol)) {
            return false;
        }
        at += symbol.length();
        return true;
    }

    /** Moves past a whole word in any case, if it stands here. */
    boolean takeWord(String word) {
        if (!peekWord().equalsIgnoreCase(word)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** The word of letters and underscores that stands here, empty when it is only the beginning of something else. */
    String peekWord() {
        int end = at;
        while (end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        // "in-1" is no "in".
        boolean whole = end == text.length()
                || Character.isWhitespace(text.charAt(end))
                || "()[],!=<>&|'\"".indexOf(text.charAt(end)) >= 0;
        return whole ? text.substring(at, end) : "";
    }

    /** Whether a junction, a closing parenthesis or the end stands here: what may follow a comparison. */
    boolean atEndOfTerm() {
        return atEnd() || here() == ')' || startsWith("&&") || startsWith("||") || isJunction(peekWord());
    }

    /** An error here: what was expected, and what stands here instead. */
    ClusterQueryException expected(String what) {
        return new ClusterQueryException(at + 1, "expected " + what + ", found " + found());
    }

    private String found() {
        if (atEnd()) {
            return "the end of the expression";
        }
        int end = at;
        while (end < text.length() && end < at + 20 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return "\"" + text.substring(at, Math.max(end, at + 1)) + "\"";
    }
}
