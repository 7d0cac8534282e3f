package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.finding.Spelling;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code NoEcho} of a template's parameter: its value, given or by default, is a secret
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html).
 *
 * <p>Whoever writes the word means to hide something: everything but a clear {@code false} counts, whatever its type, and so
 * does the word in another spelling, which CloudFormation refuses.
 */
final class NoEcho {
    private static final String NAME = "NoEcho";

    private NoEcho() {}

    /** The entry that hides a parameter's value, null where it may be shown. */
    static MappingNode.@Nullable Entry of(MappingNode parameter) {
        for (MappingNode.Entry entry : parameter.entries()) {
            if (isMeant(entry.key()) && !isFalse(entry.value())) {
                return entry;
            }
        }
        return null;
    }

    /** Whether a key is spelled as CloudFormation wants it. */
    static boolean isSpelledRight(MappingNode.Entry entry) {
        return entry.key().equals(NAME);
    }

    private static boolean isMeant(String key) {
        StringBuilder letters = new StringBuilder();
        key.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        String word = letters.toString().toLowerCase(Locale.ROOT);
        return word.contains("noecho") || Spelling.nearest(word, List.of(NAME)) != null;
    }

    private static boolean isFalse(Node value) {
        return value instanceof ScalarNode scalar
                && scalar.tag() == null
                && scalar.text().strip().equalsIgnoreCase("false");
    }
}
