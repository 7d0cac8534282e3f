package io.github.ecs2k8s.translation;

import io.github.ecs2k8s.translation.Placement.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * {@code dependsOn} as a graph: which containers run to their end before others (init containers), which only have to
 * have started (native sidecars), and in what order. A fact of the task, because names, probes and lists depend on it.
 *
 * <p>A dependency with condition START or HEALTHY becomes a sidecar only where it supports others: a log router, a
 * proxy, a non-essential container, one without ports, or one in front of which an essential container with ports
 * stands. The container that serves the task's traffic stays an ordinary one.
 */
public final class StartOrder {
    private final List<ContainerDefinition> containers;
    private final Map<String, Integer> byName = new LinkedHashMap<>();
    private final Role[] roles;
    private final List<Integer> sequence = new ArrayList<>();
    private final List<Integer> cycle = new ArrayList<>();
    private @Nullable String router;

    private StartOrder(TaskDefinition task) {
        containers = task.containerDefinitions();
        roles = new Role[containers.size()];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = Role.MAIN;
            if (containers.get(i).name() != null) {
                byName.putIfAbsent(containers.get(i).name(), i);
            }
            if (containers.get(i).firelensConfiguration() != null) {
                router = containers.get(i).name();
            }
        }
        sort();
        if (cycle.isEmpty()) {
            assignRoles(task);
        }
    }

    /** The start order of a task definition's containers. */
    public static StartOrder of(TaskDefinition task) {
        return new StartOrder(task);
    }

    /** The role of the container definition at an index. */
    public Role role(int index) {
        return roles[index];
    }

    /** All indices, dependencies before what depends on them, otherwise in the order of the task definition. */
    public List<Integer> sequence() {
        return List.copyOf(sequence);
    }

    /** The indices of containers that depend on themselves in a circle; empty when the order is sound. */
    public List<Integer> cycle() {
        return List.copyOf(cycle);
    }

    /** The declared dependencies, and the one ECS adds itself: who logs through FireLens starts after the log router. */
    private List<ContainerDependency> dependencies(int index) {
        ContainerDefinition container = containers.get(index);
        if (router == null
                || router.equals(container.name())
                || container.logConfiguration() == null
                || container.logConfiguration().logDriver() != LogDriver.AWSFIRELENS) {
            return container.dependsOn();
        }
        List<ContainerDependency> all = new ArrayList<>(container.dependsOn());
        all.add(ContainerDependency.builder()
                .containerName(router)
                .condition(ContainerCondition.START)
                .build());
        return all;
    }

    private void sort() {
        int[] state = new int[containers.size()];
        for (int i = 0; i < state.length && cycle.isEmpty(); i++) {
            visit(i, state);
        }
        if (!cycle.isEmpty()) {
            sequence.clear();
            for (int i = 0; i < state.length; i++) {
                sequence.add(i);
            }
        }
    }

    private void visit(int index, int[] state) {
        if (state[index] == 2 || !cycle.isEmpty()) {
            return;
        }
        if (state[index] == 1) {
            cycle.add(index);
            return;
        }
        state[index] = 1;
        for (ContainerDependency dependency : dependencies(index)) {
            Integer target = byName.get(dependency.containerName());
            if (target != null) {
                visit(target, state);
                if (!cycle.isEmpty()) {
                    if (state[index] == 1 && !cycle.contains(index)) {
                        cycle.add(index);
                    }
                    return;
                }
            }
        }
        state[index] = 2;
        sequence.add(index);
    }

    private void assignRoles(TaskDefinition task) {
        boolean[] depended = new boolean[containers.size()];
        for (int i = 0; i < depended.length; i++) {
            for (ContainerDependency dependency : dependencies(i)) {
                Integer target = byName.get(dependency.containerName());
                if (target != null) {
                    depended[target] = true;
                }
            }
        }
        boolean servedByDependent = servingContainerRemains(depended);
        // From dependents to dependencies, so that what an init container needs is already known to be needed early.
        for (int i = sequence.size() - 1; i >= 0; i--) {
            int dependent = sequence.get(i);
            for (ContainerDependency dependency : dependencies(dependent)) {
                Integer target = byName.get(dependency.containerName());
                if (target != null) {
                    roles[target] = role(task, target, dependency, roles[dependent], servedByDependent);
                }
            }
        }
    }

    private boolean servingContainerRemains(boolean[] depended) {
        for (int i = 0; i < depended.length; i++) {
            ContainerDefinition container = containers.get(i);
            if (!depended[i]
                    && !Boolean.FALSE.equals(container.essential())
                    && !container.portMappings().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Role role(
            TaskDefinition task,
            int target,
            ContainerDependency dependency,
            Role dependent,
            boolean servedByDependent) {
        ContainerCondition condition = dependency.condition();
        if (condition == ContainerCondition.SUCCESS || condition == ContainerCondition.COMPLETE) {
            return Role.INIT;
        }
        if (roles[target] != Role.MAIN) {
            return roles[target];
        }
        boolean neededEarly = dependent != Role.MAIN;
        return neededEarly || servedByDependent || supports(task, containers.get(target)) ? Role.SIDECAR : Role.MAIN;
    }

    private static boolean supports(TaskDefinition task, ContainerDefinition container) {
        return Boolean.FALSE.equals(container.essential())
                || container.portMappings().isEmpty()
                || container.firelensConfiguration() != null
                || (task.proxyConfiguration() != null
                        && container.name().equals(task.proxyConfiguration().containerName()));
    }
}
