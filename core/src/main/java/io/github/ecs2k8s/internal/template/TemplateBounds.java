package io.github.ecs2k8s.internal.template;

import io.github.ecs2k8s.source.Bounds;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;

/**
 * How much the functions of one template may write, so that values which double with every step end in a message at their
 * place.
 */
final class TemplateBounds {

    /**
     * Longest text that a function may give: no template is larger than 1 MB
     * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html).
     */
    static final int MAX_VALUE = 1024 * 1024;

    /** What a value counts besides its characters, so that a million empty ones are as many as a text may hold. */
    private static final int VALUE = Bounds.MAX_TEXT / Bounds.MAX_NODES;

    private long written;

    /** Refuses a text while it grows. */
    static void value(Node place, long length) {
        if (length > MAX_VALUE) {
            throw new BrokenInputException(
                    place.location(),
                    "a function gives a text longer than " + MAX_VALUE
                            + " characters, CloudFormation's limit of a template",
                    "does a value repeat itself?");
        }
    }

    /** Counts what a function gave. */
    void count(Node place, Node given) {
        written += size(given);
        if (written > Bounds.MAX_TEXT) {
            throw new BrokenInputException(
                    place.location(),
                    "the functions of the template give more than " + Bounds.MAX_TEXT + " characters in all",
                    "does a large parameter or mapping stand in many places?");
        }
    }

    private static long size(Node node) {
        long size = VALUE;
        if (node instanceof ScalarNode scalar) {
            size += scalar.text().length();
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.items()) {
                size += size(item);
            }
        } else if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                size += entry.key().length() + size(entry.value());
            }
        }
        return size;
    }
}
