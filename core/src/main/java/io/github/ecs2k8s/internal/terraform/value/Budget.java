package io.github.ecs2k8s.internal.terraform.value;

import io.github.ecs2k8s.finding.SourceLocation;
import io.github.ecs2k8s.source.BrokenInputException;

/** How much one configuration may compute, so that a runaway one ends in a message and not in an exhausted heap or stack. */
public final class Budget {
    /** Longest text a value may hold, in UTF-16 units. */
    public static final int MAX_TEXT = 1 << 20;

    /** Most items of one list or object. */
    public static final int MAX_ITEMS = 50_000;

    private static final int MAX_STEPS = 1_000_000;
    private static final int MAX_DEPTH = 400;

    private int steps;
    private int depth;

    /** Goes into an expression. */
    public void enter(SourceLocation place) {
        if (++steps > MAX_STEPS) {
            throw new BrokenInputException(
                    place, "the configuration computes more than " + MAX_STEPS + " values", "is a loop too long?");
        }
        if (++depth > MAX_DEPTH) {
            throw new BrokenInputException(
                    place, "values refer to each other in a circle, or deeper than " + MAX_DEPTH + " levels", null);
        }
    }

    /** Leaves it. */
    public void leave() {
        depth--;
    }

    /** Refuses a text that is too long. */
    public static void text(SourceLocation place, long length) {
        if (length > MAX_TEXT) {
            throw new BrokenInputException(place, "a text is longer than " + MAX_TEXT + " characters", null);
        }
    }

    /** Refuses a list or object with too many items. */
    public static void items(SourceLocation place, long count) {
        if (count > MAX_ITEMS) {
            throw new BrokenInputException(place, "a list or object has more than " + MAX_ITEMS + " items", null);
        }
    }
}
