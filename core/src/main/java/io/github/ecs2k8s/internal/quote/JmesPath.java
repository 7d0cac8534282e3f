package io.github.ecs2k8s.internal.quote;

import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.JsonPrinter;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Literals and identifiers of the query language of the AWS CLI and of the Secrets Store CSI driver's AWS provider
 * (https://jmespath.org/specification.html).
 */
public final class JmesPath {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

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

    /** The expression for one key of the outermost object: an identifier in quotes, which is a JSON string. */
    public static String of(String key) {
        StringBuilder quoted = new StringBuilder(key.length() + 2);
        JsonPrinter.string(key, quoted);
        return quoted.toString();
    }

    /** The key of the outermost object that an expression means; null when it leads deeper or computes something. */
    public static @Nullable String key(String expression) {
        if (IDENTIFIER.matcher(expression).matches()) {
            return expression;
        }
        return QUOTED.matcher(expression).matches() ? string(expression) : null;
    }

    private static @Nullable String string(String json) {
        try {
            Node read = Documents.parse(new SourceFile("path.json", json), new Findings())
                    .get(0);
            return read instanceof ScalarNode scalar ? scalar.text() : null;
        } catch (BrokenInputException e) {
            return null;
        }
    }

    private static boolean isPlain(int c) {
        boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return letter || "-_./:@ ".indexOf(c) >= 0;
    }
}
