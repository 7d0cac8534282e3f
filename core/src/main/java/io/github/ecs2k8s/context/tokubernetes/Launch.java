package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.options.WorkloadKind;
import org.jspecify.annotations.Nullable;

/**
 * One thing that runs a task definition: a service, the target of a schedule, a task run by hand, or, where the input
 * has none of them, the task definition on its own. Each becomes one workload.
 *
 * @param source the task definition it runs, with the overrides of the launch applied
 * @param by what runs it, null for a task definition on its own
 * @param kind what it becomes
 * @param name what the workload is called, as ECS says it, different for every launch of its kind and cluster; null
 *     when the family names it
 * @param cluster name or ARN of the cluster it runs in, null when it does not say
 */
public record Launch(
        TaskDefinitionSource source,
        @Nullable Resource<?> by,
        WorkloadKind kind,
        @Nullable String name,
        @Nullable String cluster) {

    /** A task definition that nothing in the input runs. */
    public static Launch ofItself(TaskDefinitionSource source, WorkloadKind kind) {
        return new Launch(source, null, kind, null, null);
    }
}
