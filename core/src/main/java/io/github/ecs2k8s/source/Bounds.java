package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How much one input may hold, so that a hostile or runaway file ends in a message and not in an exhausted heap or
 * stack. One instance counts along while one text is parsed.
 */
public final class Bounds {

    /** Longest text read, in UTF-16 units; the largest task definition the service stores is 64 KiB. */
    public static final int MAX_TEXT = 16 * 1024 * 1024;

    /** Deepest nesting of objects and lists; a task definition needs 7, a template with functions about 30. */
    public static final int MAX_DEPTH = 200;

    /** Most values in one text, every use of a YAML alias counted with all it repeats. */
    public static final int MAX_NODES = 1_000_000;

    private final Deque<SourceLocation> open = new ArrayDeque<>();
    private int nodes;

    /** Counts one value. */
    void count(SourceLocation place) {
        if (++nodes > MAX_NODES) {
            throw new BrokenInputException(
                    place,
                    "more than " + MAX_NODES + " values in one input",
                    "split the file; YAML aliases count with all they repeat");
        }
    }

    /** Goes into an object or list that begins at a place. */
    void open(SourceLocation place) {
        if (open.size() >= MAX_DEPTH) {
            throw new BrokenInputException(place, "objects and lists are nested deeper than " + MAX_DEPTH, null);
        }
        open.push(place);
    }

    /** Leaves the innermost object or list. */
    void close() {
        open.pop();
    }

    /** Where the innermost open object or list began, null outside of all. */
    @Nullable SourceLocation innermost() {
        return open.peek();
    }
}
