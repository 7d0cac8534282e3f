package io.github.ecs2k8s.internal.rooms.start;

import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.health.HealthCommands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerCondition;
import software.amazon.awssdk.services.ecs.model.ContainerDependency;

/** What there is to say about each dependency of a task: where the Pod's start order differs from the one asked for. */
final class StartFindings {
    private static final String FIELD = "dependsOn";

    private final TaskToKubernetes task;
    private final List<ContainerToKubernetes> containers;
    private final List<Integer> cycle;
    private final List<Integer> early = new ArrayList<>();

    StartFindings(TaskToKubernetes task) {
        this.task = task;
        this.containers = task.containers();
        this.cycle = task.facts().dependencyCycle();
        for (int index : task.facts().startOrder()) {
            if (placement(index).startsBeforeOthers()) {
                early.add(index);
            }
        }
    }

    private Placement placement(int index) {
        return task.facts().placements().get(index);
    }

    /** Says what becomes of each dependency that one container declares. */
    void ofDependencies(ContainerToKubernetes dependent) {
        List<ContainerDependency> all = dependent.definition().dependsOn();
        for (int i = 0; i < all.size(); i++) {
            ContainerDependency dependency = all.get(i);
            int target = target(dependency);
            if (dependency.containerName() == null) {
                dependent.at(FIELD, i).report(FindingCode.INVALID_VALUE, "a dependency names no container");
            } else if (target < 0) {
                dependent
                        .at(FIELD, i)
                        .report(
                                FindingCode.INVALID_VALUE,
                                "there is no container \"" + dependency.containerName() + "\" to wait for");
            } else if (isOnCycle(dependent.index(), target)) {
                dependent
                        .at(FIELD, i)
                        .report(FindingCode.DEPENDENCY_CYCLE, circle(), "remove one of these dependencies");
            } else if (!placement(target).startsBeforeOthers()) {
                ofOrdinary(dependent, target, i);
            } else {
                ofEarly(dependent, target, dependency.condition(), i);
            }
        }
    }

    private int target(ContainerDependency dependency) {
        for (ContainerToKubernetes container : containers) {
            String name = container.definition().name();
            if (name != null && name.equals(dependency.containerName())) {
                return container.index();
            }
        }
        return -1;
    }

    private boolean isOnCycle(int from, int to) {
        int at = cycle.indexOf(from);
        return at >= 0 && cycle.get((at + 1) % cycle.size()) == to;
    }

    private String circle() {
        if (cycle.size() == 1) {
            return containers.get(cycle.get(0)).definition().name() + " waits for itself; it is started at once";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < cycle.size(); i++) {
            String name = containers.get(cycle.get(i)).definition().name();
            String next = containers
                    .get(cycle.get((i + 1) % cycle.size()))
                    .definition()
                    .name();
            text.append(i == 0 ? "" : ", ").append(name);
            text.append(i == 0 ? " waits for " : " for ").append(next);
        }
        return text.append("; they are started together").toString();
    }

    private void ofOrdinary(ContainerToKubernetes dependent, int target, int i) {
        boolean sidecars = task.target().version().hasNativeSidecars();
        dependent
                .at(FIELD, i)
                .report(
                        sidecars ? FindingCode.START_ORDER : FindingCode.SIDECAR_UNAVAILABLE,
                        dependent.name() + " and " + placement(target).name() + " start together"
                                + (sidecars
                                        ? ""
                                        : ": Kubernetes " + task.target().version() + " has no native sidecars"),
                        "let " + dependent.name() + " try again until "
                                + placement(target).name() + " answers");
    }

    private void ofEarly(ContainerToKubernetes dependent, int target, @Nullable ContainerCondition condition, int i) {
        String name = placement(target).name();
        if (!name.equals(containers.get(target).definition().name())) {
            String original = containers.get(target).definition().name();
            String message = "container \"" + original + "\" is written " + name;
            dependent.at(FIELD, i, "containerName").report(FindingCode.NAME_ADJUSTED, message);
        }
        if (condition == null) {
            dependent.at(FIELD, i).report(FindingCode.MISSING_FIELD, "a dependency has no condition; START is assumed");
        } else if (condition == ContainerCondition.COMPLETE) {
            dependent
                    .at(FIELD, i, "condition")
                    .report(
                            FindingCode.COMPLETE_AS_SUCCESS,
                            "the Pod goes on only when " + name + " succeeds; ECS goes on when it has ended",
                            "let " + name + " exit with 0 in any case if its failure does not matter");
        } else if (condition == ContainerCondition.HEALTHY
                && !isGate(target)
                && placement(target).role() != Role.INIT) {
            dependent
                    .at(FIELD, i, "condition")
                    .report(
                            FindingCode.HEALTHY_WITHOUT_CHECK,
                            name + " has no health check to wait for; the Pod waits until it has started",
                            "add a healthCheck to " + name);
        } else if (isOther(dependent.index(), target, condition)) {
            dependent
                    .at(FIELD, i)
                    .report(
                            FindingCode.START_ORDER_CHANGED,
                            dependent.name() + " waits for " + name + ", which " + turn(target));
        }
    }

    /** Whether the way back says this dependency in another way. */
    private boolean isOther(int dependent, int target, ContainerCondition condition) {
        boolean adjacent =
                !placement(dependent).startsBeforeOthers() || early.indexOf(target) == early.indexOf(dependent) - 1;
        return !adjacent
                || switch (condition) {
                    case SUCCESS -> placement(target).role() != Role.INIT;
                    case HEALTHY -> !isGate(target);
                    default -> isGate(target) || placement(target).role() == Role.INIT;
                };
    }

    private String turn(int target) {
        if (placement(target).role() == Role.INIT) {
            return "is an init container: each starts when the one before has ended";
        }
        return isGate(target)
                ? "is a sidecar that holds up what follows until it is healthy"
                : "is a sidecar: each starts when the one before has started";
    }

    /** Whether what follows a sidecar waits until it is healthy. */
    private boolean isGate(int index) {
        return placement(index).role() == Role.SIDECAR
                && placement(index).awaitedHealthy()
                && HealthCommands.isGiven(containers.get(index).definition().healthCheck());
    }

    /** Says which containers wait for an init container or a healthy sidecar although they do not depend on it. */
    void ofDelays() {
        for (int position = 0; position < early.size(); position++) {
            int target = early.get(position);
            if (placement(target).role() == Role.INIT || isGate(target)) {
                List<String> others = whoElseWaits(position);
                if (!others.isEmpty()) {
                    sayDelay(target, others);
                }
            }
        }
    }

    private List<String> whoElseWaits(int position) {
        boolean[] depends = dependents(early.get(position));
        List<String> others = new ArrayList<>();
        for (ContainerToKubernetes container : containers) {
            int place = early.indexOf(container.index());
            if (!depends[container.index()] && (place < 0 || place > position)) {
                others.add(container.name());
            }
        }
        return others;
    }

    /** Who waits for a container, directly or through others; the start order has dependencies before dependents. */
    private boolean[] dependents(int target) {
        boolean[] depends = new boolean[containers.size()];
        depends[target] = true;
        for (int index : task.facts().startOrder()) {
            for (ContainerDependency dependency :
                    containers.get(index).definition().dependsOn()) {
                int other = target(dependency);
                depends[index] |= other >= 0 && depends[other];
            }
        }
        return depends;
    }

    private void sayDelay(int target, List<String> others) {
        for (ContainerToKubernetes container : containers) {
            List<ContainerDependency> all = container.definition().dependsOn();
            for (int i = 0; i < all.size(); i++) {
                if (target(all.get(i)) == target) {
                    String until = placement(target).role() == Role.INIT ? " has ended" : " is healthy";
                    String message = String.join(", ", others) + (others.size() == 1 ? " starts" : " start")
                            + " only when " + placement(target).name() + until + ", too";
                    container.at(FIELD, i).report(FindingCode.START_DELAYED, message);
                    return;
                }
            }
        }
    }
}
