package io.github.ecs2k8s.cli;

/** From which severity on findings make the command fail. */
enum FailOn {
    WARNING,
    ERROR,
    NEVER;

    /** Whether findings with these counts reach it. */
    boolean isReached(Summary summary) {
        return switch (this) {
            case WARNING -> summary.errors() + summary.warnings() > 0;
            case ERROR -> summary.errors() > 0;
            case NEVER -> false;
        };
    }

    @Override
    public String toString() {
        return Choices.spelled(this);
    }
}
