package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.HookTasks;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Hook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Jobs that Helm and Argo CD run as hooks → tasks that run before or after the services, by weight, and are waited for. */
final class HookJobs {
    private HookJobs() {}

    /** What starts the task of a workload, where it is a hook with a place in the order; null for any other. */
    static @Nullable String startedBy(LaunchToEcs workload) {
        Hook hook = Hook.of(workload.workload());
        if (hook == null) {
            return null;
        }
        return switch (hook.time()) {
            case BEFORE_SERVICES -> HookTasks.BEFORE;
            case AFTER_SERVICES -> HookTasks.AFTER;
            default -> null;
        };
    }

    /** The workloads in the order in which their tasks run: by weight, then as Helm has it, by name. */
    static List<LaunchToEcs> inOrder(List<LaunchToEcs> workloads) {
        List<LaunchToEcs> hooks = new ArrayList<>();
        List<LaunchToEcs> others = new ArrayList<>();
        for (LaunchToEcs workload : workloads) {
            (startedBy(workload) == null ? others : hooks).add(workload);
        }
        hooks.sort(Comparator.comparing((LaunchToEcs workload) -> weight(workload))
                .thenComparing(LaunchToEcs::name)
                .thenComparing(workload -> String.valueOf(workload.namespace())));
        hooks.addAll(others);
        return hooks;
    }

    private static int weight(LaunchToEcs workload) {
        Hook hook = Hook.of(workload.workload());
        return hook == null ? 0 : hook.weight();
    }

    /** Says where the commands run it, and that a template runs nothing. */
    static void say(LaunchToEcs workload) {
        Hook hook = Hook.of(workload.workload());
        if (hook == null) {
            return;
        }
        workload.at("metadata", "annotations", hook.weightAnnotation()).resolved();
        boolean before = hook.time() == Hook.Time.BEFORE_SERVICES;
        workload.at("metadata", "annotations", hook.annotation())
                .report(
                        FindingCode.HOOK_TASK,
                        hook.time() == Hook.Time.WITH_SERVICES
                                ? workload.name() + " runs with the services"
                                : "the commands run " + workload.name() + (before ? " before" : " after")
                                        + " the services, and wait until it has ended with exit code 0",
                        "a template runs no task: "
                                + (before
                                        ? "create the stack with DesiredCount 0, run the command in its outputs, then set the counts"
                                        : "run the command in the stack's outputs when the services are stable"));
    }
}
