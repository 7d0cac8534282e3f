package io.github.ecs2k8s.internal.terraform.value;

import io.github.ecs2k8s.finding.SourceLocation;
import org.jspecify.annotations.Nullable;

/** An expression that has no value: Terraform would refuse it too. {@code try} and {@code can} catch it. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SourceLocation location;
    private final @Nullable String hint;

    /**
     * An expression without a value.
     *
     * @param message what is wrong, in one line, without the values that are wrong
     * @param hint what the user does now, null when the message says it all
     */
    public EvaluationException(SourceLocation location, String message, @Nullable String hint) {
        // No stack trace: try() throws hundreds of them.
        super(message, null, false, false);
        this.location = location;
        this.hint = hint;
    }

    /** Where the expression stands. */
    public SourceLocation location() {
        return location;
    }

    /** What the user does now, null when the message says it all. */
    public @Nullable String hint() {
        return hint;
    }
}
