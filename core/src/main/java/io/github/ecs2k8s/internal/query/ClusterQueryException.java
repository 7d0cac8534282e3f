package io.github.ecs2k8s.internal.query;

/** An expression that is not in the cluster query language; the message says what was expected and what stands there. */
public final class ClusterQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    ClusterQueryException(int column, String message) {
        super(message);
        this.column = column;
    }

    /** The 1-based column in the expression, one past its end when something is missing there. */
    public int column() {
        return column;
    }
}
