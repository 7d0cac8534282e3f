package io.github.ecs2k8s.source;

import io.github.ecs2k8s.finding.SourceLocation;
import org.jspecify.annotations.Nullable;

/** An input from which nothing sensible can be read: unparseable text, or bounds exceeded. Always has a place. */
public final class BrokenInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SourceLocation location;
    private final @Nullable String hint;

    /**
     * A broken input.
     *
     * @param message what is wrong and what was expected, in one line
     * @param hint what the user does now, null when the message says it all
     */
    public BrokenInputException(SourceLocation location, String message, @Nullable String hint) {
        super(message);
        this.location = location;
        this.hint = hint;
    }

    /** Where the text stops making sense. */
    public SourceLocation location() {
        return location;
    }

    /** What the user does now, null when the message says it all. */
    public @Nullable String hint() {
        return hint;
    }
}
