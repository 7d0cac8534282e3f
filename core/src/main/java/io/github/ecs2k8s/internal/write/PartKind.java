package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * What a part of the output is, in the order in which parts are created: each needs at most the ones before it.
 * Constants that are a {@link ResourceKind} bear its name.
 */
public enum PartKind {
    SECURITY_GROUP,
    SECURITY_GROUP_RULE,
    LOG_GROUP,
    SECRET,
    CLOUD_MAP_NAMESPACE,
    CLOUD_MAP_SERVICE,
    CLOUD_MAP_INSTANCE,
    FILE_SYSTEM,
    MOUNT_TARGET,
    ACCESS_POINT,
    LOAD_BALANCER,
    TARGET_GROUP,
    LISTENER,
    LISTENER_RULE,
    CAPACITY_PROVIDER,
    CLUSTER,
    CAPACITY_PROVIDER_ASSOCIATIONS,
    /** Role that ECS assumes: to start tasks, to attach volumes. */
    ROLE,
    TASK_DEFINITION,
    SERVICE,
    SCALABLE_TARGET,
    SCALING_POLICY,
    SCHEDULED_ACTION,
    ALARM,
    /** Role that something assumes to start tasks; it names the task definitions it may start. */
    STARTER_ROLE,
    EVENT_RULE,
    SCHEDULE,
    RUN_TASK;

    /** The kind of a resource's part; null for what is not created: tasks that run, and subnets, which the account has. */
    static @Nullable PartKind of(ResourceKind kind) {
        return kind == ResourceKind.TASK || kind == ResourceKind.SUBNET ? null : valueOf(kind.name());
    }

    /** The end of a logical id: {@code TargetGroup}. */
    String suffix() {
        return LogicalIds.pascal(this == STARTER_ROLE ? "role" : name().toLowerCase(java.util.Locale.ROOT));
    }
}
