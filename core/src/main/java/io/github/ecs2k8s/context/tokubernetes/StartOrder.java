package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.context.tokubernetes.DependencyGraph.Edge;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.options.Target;
import io.github.ecs2k8s.options.WorkloadKind;
import java.util.Arrays;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * {@code dependsOn} as roles: which containers run to their end before others (init containers), which only have to
 * have started (native sidecars), and in what order. A fact of the task, because names, probes and lists depend on it.
 *
 * <p>A dependency with condition START or HEALTHY becomes a sidecar only where it supports others: a log router, a
 * proxy, a non-essential container, one without ports, or one in front of which an essential container with ports
 * stands. The container that serves the task's traffic stays an ordinary one. In a workload that runs to its end, what
 * is not essential is a sidecar too, because an ordinary container would keep the workload from ending
 * (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/#jobs-with-sidecar-containers).
 */
public final class StartOrder {
    private final TaskDefinition task;
    private final List<ContainerDefinition> containers;
    private final DependencyGraph graph;
    private final Role[] roles;
    private final boolean[] awaitedHealthy;

    private StartOrder(TaskDefinition task, WorkloadKind kind, Target target) {
        this.task = task;
        containers = task.containerDefinitions();
        graph = new DependencyGraph(containers);
        roles = new Role[containers.size()];
        awaitedHealthy = new boolean[containers.size()];
        Arrays.fill(roles, Role.MAIN);
        boolean hasSidecars = target.version().hasNativeSidecars();
        if (graph.cycle().isEmpty()) {
            followDependencies();
            if (hasSidecars && kind.runsToEnd()) {
                setAsideWhatIsNotEssential();
            }
        }
        if (!hasSidecars) {
            for (int i = 0; i < roles.length; i++) {
                roles[i] = roles[i] == Role.SIDECAR ? Role.MAIN : roles[i];
            }
        }
    }

    /** The start order of a task definition's containers. */
    public static StartOrder of(TaskDefinition task, WorkloadKind kind, Target target) {
        return new StartOrder(task, kind, target);
    }

    /** The role of the container definition at an index. */
    public Role role(int index) {
        return roles[index];
    }

    /** Whether somebody starts only when the container at an index is healthy. */
    public boolean isAwaitedHealthy(int index) {
        return awaitedHealthy[index];
    }

    /** All indices, dependencies before what depends on them, otherwise in the order of the task definition. */
    public List<Integer> sequence() {
        return List.copyOf(graph.sequence());
    }

    /** The indices of containers that wait for each other in a circle; empty when the order is sound. */
    public List<Integer> cycle() {
        return List.copyOf(graph.cycle());
    }

    private void followDependencies() {
        boolean servedByDependent = servingContainerRemains();
        // From dependents to dependencies, so that what an init container needs is already known to be needed early.
        for (int i = roles.length - 1; i >= 0; i--) {
            int dependent = graph.sequence().get(i);
            for (Edge edge : graph.edges(dependent)) {
                int target = edge.target();
                roles[target] = role(edge, roles[dependent] != Role.MAIN || servedByDependent);
                awaitedHealthy[target] |= edge.condition() == ContainerCondition.HEALTHY;
            }
        }
    }

    private boolean servingContainerRemains() {
        boolean[] depended = new boolean[containers.size()];
        for (int i = 0; i < depended.length; i++) {
            for (Edge edge : graph.edges(i)) {
                depended[edge.target()] = true;
            }
        }
        for (int i = 0; i < depended.length; i++) {
            if (!depended[i]
                    && isEssential(containers.get(i))
                    && !containers.get(i).portMappings().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Role role(Edge edge, boolean neededEarly) {
        ContainerCondition condition = edge.condition();
        if (condition == ContainerCondition.SUCCESS || condition == ContainerCondition.COMPLETE) {
            return Role.INIT;
        }
        if (roles[edge.target()] != Role.MAIN) {
            return roles[edge.target()];
        }
        return neededEarly || supports(containers.get(edge.target())) ? Role.SIDECAR : Role.MAIN;
    }

    private boolean supports(ContainerDefinition container) {
        return !isEssential(container)
                || container.portMappings().isEmpty()
                || container.firelensConfiguration() != null
                || (task.proxyConfiguration() != null
                        && container.name().equals(task.proxyConfiguration().containerName()));
    }

    private void setAsideWhatIsNotEssential() {
        boolean essentialRemains = false;
        for (int i = 0; i < roles.length; i++) {
            essentialRemains |= roles[i] == Role.MAIN && isEssential(containers.get(i));
        }
        for (int index : graph.sequence()) {
            if (essentialRemains && roles[index] == Role.MAIN && !isEssential(containers.get(index)) && isFree(index)) {
                roles[index] = Role.SIDECAR;
            }
        }
    }

    /** Whether a container waits for no ordinary one, so that it may start before them. */
    private boolean isFree(int index) {
        for (Edge edge : graph.edges(index)) {
            if (roles[edge.target()] == Role.MAIN) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEssential(ContainerDefinition container) {
        return !Boolean.FALSE.equals(container.essential());
    }
}
