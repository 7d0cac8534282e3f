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
    private long repeated;

    /** Counts one value. */
    void count(SourceLocation place) {
        if (++nodes > MAX_NODES) {
            throw new BrokenInputException(
                    place,
                    "more than " + MAX_NODES + " values in one input",
                    "split the file; YAML aliases count with all they repeat");
        }
    }

    /**
     * Counts one value that an alias or a merge key repeats.
     *
     * @param length how long the text of the value or of its key is
     */
    void repeat(SourceLocation place, int length) {
        count(place);
        repeatText(place, length);
    }

    /** Counts a text that an alias repeats: a key's. */
    void repeatText(SourceLocation place, int length) {
        repeated += length;
        if (repeated > MAX_TEXT) {
            throw new BrokenInputException(
                    place,
                    "YAML aliases and merge keys repeat more than " + MAX_TEXT + " characters",
                    "write the values where they are used, and split the file");
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
