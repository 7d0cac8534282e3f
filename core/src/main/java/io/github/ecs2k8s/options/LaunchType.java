package io.github.ecs2k8s.options;

import java.util.Locale;

/** What task definitions are written for; EC2 keeps what only a machine of one's own allows. */
public enum LaunchType {
    FARGATE,
    EC2;

    /** The name as the command line spells it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
