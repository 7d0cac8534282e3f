package io.github.ecs2k8s.internal.quote;

/** Literals of the query language of the AWS CLI (https://jmespath.org/specification.html#literal-expressions). */
public final class JmesPath {
    private JmesPath() {}

    /**
     * A text as a literal: {@code 'name'} where every reader understands it so, otherwise a JSON string between backticks.
     * Whatever a query's reader or a shell could take for its own is written by its number in it: the implementations differ in
     * what they unescape in the first form.
     */
    public static String literal(String text) {
        if (text.chars().allMatch(JmesPath::isPlain)) {
            return "'" + text + "'";
        }
        StringBuilder json = new StringBuilder("`\"");
        text.chars().forEach(c -> json.append(isPlain(c) ? String.valueOf((char) c) : String.format("\\u%04x", c)));
        return json.append("\"`").toString();
    }

    private static boolean isPlain(int c) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return letter || "-_./:@ ".indexOf(c) >= 0;
    }
}
