package io.github.ecs2k8s.ecs;

import org.jspecify.annotations.Nullable;

/**
 * Tasks that run once around the creation of services, as Helm and Argo CD run the Jobs of their hooks: what starts them
 * says so in {@code startedBy}, which has letters, digits, hyphens and slashes
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html).
 */
public final class HookTasks {
    /** Before any service. */
    public static final String BEFORE = "hook/before-services";

    /** When all services are stable. */
    public static final String AFTER = "hook/after-services";

    private HookTasks() {}

    /** Whether what starts a task waits until it has ended, before whatever comes next. */
    public static boolean isAwaited(@Nullable String startedBy) {
        return BEFORE.equals(startedBy) || AFTER.equals(startedBy);
    }
}
