package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * ELB path pattern ⇄ path of an Ingress or of an HTTPRoute.
 *
 * <p>A pattern is compared with the whole path, case and all; {@code *} stands for any number of characters, slashes
 * too, {@code ?} for exactly one, and nothing can be escaped
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#path-conditions). The
 * trap: {@code /api/*} leaves out {@code /api} itself, which a path of type Prefix takes in
 * (https://kubernetes.io/docs/concepts/services-networking/ingress/#path-types).
 *
 * @param text the pattern as ELB reads it
 * @param form what kind of pattern it is
 * @param path what it says without the wildcards, for the forms that have only one at the end: no slash at the end of
 *     {@link Form#BELOW}
 */
public record PathPattern(String text, Form form, String path) {

    private static final String SPECIAL = "\\.+*?()[]{}|^$";

    /** Kinds of patterns, by what other systems can say. */
    public enum Form {
        /** Every path. */
        ANY,
        /** One path. */
        EXACT,
        /** Everything below a path: {@code /api/*}. */
        BELOW,
        /** Everything that begins with some characters: {@code /api*}. */
        BEGINNING,
        /** Wildcards anywhere else, or no slash at the beginning. */
        GLOB
    }

    /** Reads a pattern; what a template leaves open is replaced by its name. */
    public static PathPattern parse(String pattern) {
        String text = Placeholders.visible(pattern);
        int wildcard = firstWildcard(text);
        if (text.equals("*") || text.equals("/*")) {
            return new PathPattern(text, Form.ANY, "/");
        }
        if (!text.startsWith("/")) {
            return new PathPattern(text, Form.GLOB, text);
        }
        if (wildcard < 0) {
            return new PathPattern(text, Form.EXACT, text);
        }
        if (wildcard < text.length() - 1 || text.charAt(wildcard) == '?') {
            return new PathPattern(text, Form.GLOB, text);
        }
        String beginning = text.substring(0, wildcard);
        return beginning.endsWith("/")
                ? new PathPattern(text, Form.BELOW, beginning.substring(0, beginning.length() - 1))
                : new PathPattern(text, Form.BEGINNING, beginning);
    }

    private static int firstWildcard(String text) {
        int star = text.indexOf('*');
        int one = text.indexOf('?');
        return star < 0 || (one >= 0 && one < star) ? one : star;
    }

    /** What every path that matches begins with. */
    String beginning() {
        int wildcard = firstWildcard(text);
        return wildcard < 0 ? text : text.substring(0, wildcard);
    }

    /** The pattern as an RE2 expression for the whole path, as HTTPRoute implementations read one. */
    public String regex() {
        return regex(text);
    }

    /** A pattern with {@code *} and {@code ?} as an RE2 expression for the whole value. */
    public static String regex(String pattern) {
        StringBuilder regex = new StringBuilder("^");
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                regex.append(quoted(String.valueOf(c)));
            }
        }
        return regex.append('$').toString();
    }

    /** The pattern that {@link #regex(String)} makes an expression of; null for expressions that no pattern says. */
    public static @Nullable String glob(String regex) {
        if (!regex.startsWith("^") || !regex.endsWith("$") || regex.endsWith("\\$")) {
            return null;
        }
        StringBuilder glob = new StringBuilder();
        for (int i = 1; i < regex.length() - 1; i++) {
            char c = regex.charAt(i);
            if (c == '.' && regex.charAt(i + 1) == '*') {
                glob.append('*');
                i++;
            } else if (c == '.') {
                glob.append('?');
            } else if (c == '\\'
                    && SPECIAL.indexOf(regex.charAt(i + 1)) >= 0
                    && !isGlob(regex.substring(i + 1, i + 2))) {
                glob.append(regex.charAt(++i));
            } else if (SPECIAL.indexOf(c) < 0) {
                glob.append(c);
            } else {
                return null;
            }
        }
        return glob.toString();
    }

    /** A text as an expression that matches it and nothing else. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (SPECIAL.indexOf(c) >= 0) {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.toString();
    }

    /** The patterns for a path with everything below it; none for every path. */
    public static List<String> below(String path) {
        String trimmed = path;
        while (trimmed.endsWith("/")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        return trimmed.isEmpty() ? List.of() : List.of(trimmed, trimmed + "/*");
    }

    /** Whether a value holds a wildcard. */
    public static boolean isGlob(String value) {
        return firstWildcard(value) >= 0;
    }
}
