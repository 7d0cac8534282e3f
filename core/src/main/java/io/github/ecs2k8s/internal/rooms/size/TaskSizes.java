package io.github.ecs2k8s.internal.rooms.size;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.ecs2k8s.context.toecs.PodSum;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.size.ContainerAmounts.Sizes;
import io.github.ecs2k8s.kubernetes.Quantities;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * Where the size of a task goes: onto its only container, onto the Pod, or, before Kubernetes 1.34 and on Windows,
 * shared out among the containers.
 *
 * <p>Rules of the API server: the containers' requests (a limit counts as request where there is none) add up to no more
 * than the Pod's, no container's limit is above the Pod's, init containers count only as far as they need more
 * (https://kubernetes.io/docs/tasks/configure-pod-container/assign-pod-level-resources/,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#task_size).
 */
final class TaskSizes {
    private final TaskToKubernetes task;
    private final List<ContainerAmounts> containers;
    private final @Nullable Integer cpu;
    private final @Nullable Integer memory;

    /** What the API server takes for a container's request. */
    private enum Wanted {
        CPU_UNITS,
        UNITS_THAT_COME_BACK,
        MILLICORES,
        MEMORY;

        @Nullable Integer of(ContainerAmounts container) {
            return switch (this) {
                case CPU_UNITS -> container.requestCpu;
                case UNITS_THAT_COME_BACK -> ContainerAmounts.thatComeBack(container.requestCpu);
                case MILLICORES -> container.requestMilli();
                case MEMORY -> container.requestMemory == null ? container.limitMemory : container.requestMemory;
            };
        }
    }

    /** The size of a task, to be placed into or above what its containers say themselves. */
    TaskSizes(TaskToKubernetes task, List<ContainerAmounts> containers) {
        this.task = task;
        this.containers = containers;
        String cpuText = task.definition().cpu();
        String memoryText = task.definition().memory();
        this.cpu = isBlank(cpuText) ? null : size(cpuText, Quantities.parseTaskCpu(cpuText), "cpu", "CPU units");
        this.memory =
                isBlank(memoryText) ? null : size(memoryText, Quantities.parseTaskMemory(memoryText), "memory", "MiB");
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private @Nullable Integer size(String text, OptionalInt size, String field, String unit) {
        if (size.isEmpty()) {
            boolean open = text.contains("${");
            task.at(field)
                    .report(
                            FindingCode.INVALID_VALUE,
                            open
                                    ? text + " is not known, so the task has no size; nothing is written"
                                    : "\"" + text + "\" is no size; nothing is written",
                            open
                                    ? "give what is not known: --parameter NAME=… of a template, --var NAME=… of a Terraform configuration"
                                    : null);
            return null;
        }
        int value = size.getAsInt();
        if (value > 0 && !text.trim().equals(Integer.toString(value))) {
            task.at(field).report(FindingCode.TASK_SIZE_UNIT, text.trim() + " is " + value + " " + unit);
        }
        return value == 0 ? null : (Integer) value;
    }

    void place() {
        boolean windows = task.facts().windows();
        if ((cpu == null && memory == null) || (!windows && foldIntoOnlyContainer())) {
            return;
        }
        if (!windows && task.target().version().hasPodLevelResources()) {
            writePodLevel();
        } else {
            shareOut(windows);
        }
    }

    /** The only container gets the size where the way back can tell what it said itself: see alone(). */
    private boolean foldIntoOnlyContainer() {
        if (containers.size() != 1 || cpu == null || memory == null) {
            return false;
        }
        ContainerAmounts only = containers.get(0);
        boolean nothing = only.requestCpu == null && only.limitMemory == null && only.requestMemory == null;
        boolean same = (only.requestCpu == null || only.requestCpu.equals(cpu))
                && memory.equals(only.limitMemory)
                && only.requestMemory == null;
        if (nothing) {
            only.requestCpu = cpu;
            only.requestMemory = memory;
            only.limitMemory = memory;
        }
        if (nothing || same) {
            only.limitCpu = cpu;
            sayRounded();
        }
        return nothing || same;
    }

    private void sayRounded() {
        if (cpu != null && !Quantities.isExactInMilli(cpu)) {
            task.at("cpu").report(FindingCode.CPU_ROUNDED, CpuAndMemory.rounded(cpu));
        }
    }

    private void writePodLevel() {
        ResourceRequirements pod = new ResourceRequirements();
        if (cpu != null) {
            int needed = needed(Wanted.MILLICORES);
            int milli = Math.max(needed, Quantities.cpuUnitsToMilli(cpu));
            int units = needed(Wanted.CPU_UNITS);
            if (units > cpu) {
                sayExceeded("cpu", units + " CPU units", cpu);
            } else if (taskCpu(milli, needed, needed(Wanted.UNITS_THAT_COME_BACK)) != cpu) {
                String message = milli > Quantities.cpuUnitsToMilli(cpu)
                        ? "the containers' millicores are rounded up and add up to " + milli + "m"
                        : CpuAndMemory.rounded(cpu);
                task.at("cpu").report(FindingCode.CPU_ROUNDED, message);
            }
            put(pod, "cpu", Quantities.cpu(Quantities.milliToCpuUnits(milli)));
        }
        if (memory != null) {
            int needed = needed(Wanted.MEMORY);
            for (ContainerAmounts container : containers) {
                needed = Math.max(needed, container.limitMemory == null ? 0 : container.limitMemory);
            }
            if (needed > memory) {
                sayExceeded("memory", needed + " MiB", memory);
            }
            put(pod, "memory", Quantities.memoryMiB(Math.max(memory, needed)));
        }
        task.pod().setResources(pod);
    }

    private static void put(ResourceRequirements pod, String resource, Quantity quantity) {
        pod.getRequests().put(resource, quantity);
        pod.getLimits().put(resource, quantity);
    }

    private void sayExceeded(String field, String needed, int size) {
        task.at(field)
                .report(
                        FindingCode.TASK_SIZE_EXCEEDED,
                        "the containers ask for " + needed + ", the task has " + size
                                + "; the Pod gets what they ask for",
                        "ECS refuses this; lower the containers' " + field);
    }

    /**
     * The CPU units of a task from a Pod's millicores. Rounded up one by one, the containers can need a millicore or two
     * more than the task they fill; the Pod then has exactly what they need.
     *
     * @param milli the Pod's millicores
     * @param needed the containers' millicores together
     * @param units the containers' CPU units together
     */
    static int taskCpu(int milli, int needed, int units) {
        boolean filled = milli == needed && Quantities.cpuUnitsToMilli(units) < milli;
        return filled ? units : Quantities.milliToCpuUnits(milli);
    }

    private int needed(Wanted wanted) {
        PodSum sum = new PodSum();
        for (int index : task.facts().startOrder()) {
            Role role = task.facts().placements().get(index).role();
            sum.add(wanted.of(containers.get(index)), role == Role.INIT, role == Role.SIDECAR);
        }
        return sum.total();
    }

    /** Who asks for nothing gets an equal share of what is left as request; each may use as much as the task has. */
    private void shareOut(boolean windows) {
        int cpuShare = share(cpu, Wanted.CPU_UNITS);
        int memoryShare = share(memory, Wanted.MEMORY);
        for (ContainerToKubernetes container : task.containers()) {
            ContainerAmounts amounts = containers.get(container.index());
            boolean shares = container.placement().role() != Role.INIT;
            if (shares && amounts.requestCpu == null && cpuShare > 0) {
                amounts.requestCpu = cpuShare;
            }
            if (shares && amounts.requestMemory == null && amounts.limitMemory == null && memoryShare > 0) {
                amounts.requestMemory = memoryShare;
            }
            if (cpu != null && amounts.limitCpu == null) {
                amounts.limitCpu = atLeast(cpu, amounts.requestCpu);
            }
            if (memory != null && amounts.limitMemory == null) {
                amounts.limitMemory = atLeast(memory, amounts.requestMemory);
            }
        }
        sayShared(cpu, "cpu", windows);
        sayShared(memory, "memory", windows);
        for (ContainerToKubernetes container : task.containers()) {
            ContainerAmounts amounts = containers.get(container.index());
            sayUnreadable(container, containers.size() == 1 && !windows ? amounts.alone(false) : amounts.inCompany());
        }
    }

    private int share(@Nullable Integer size, Wanted wanted) {
        long left = size == null ? 0 : size;
        int sharers = 0;
        for (ContainerToKubernetes container : task.containers()) {
            Integer own = wanted.of(containers.get(container.index()));
            if (container.placement().role() != Role.INIT) {
                left -= own == null ? 0 : own;
                sharers += own == null ? 1 : 0;
            }
        }
        return sharers == 0 || left <= 0 ? 0 : (int) (left / sharers);
    }

    private static int atLeast(int size, @Nullable Integer request) {
        return request == null ? size : Math.max(size, request);
    }

    private void sayShared(@Nullable Integer size, String field, boolean windows) {
        if (size != null) {
            task.at(field)
                    .report(
                            FindingCode.TASK_SIZE_SHARED,
                            (windows
                                            ? "a Windows Pod"
                                            : "a Pod of Kubernetes "
                                                    + task.target().version())
                                    + " has no resources of its own; containers share the task's " + field
                                    + ", and each may use all of it",
                            windows ? null : "--kubernetes-version 1.34 or newer gives it to the Pod as a whole");
        }
    }

    /** What a container says itself, even if only zero, can no longer be told from what it got of the task. */
    private static void sayUnreadable(ContainerToKubernetes container, Sizes back) {
        ContainerDefinition given = container.definition();
        sayUnreadable(ContainerAmounts.thatComeBack(given.cpu()), back.cpu(), "cpu", container);
        sayUnreadable(given.memory(), back.memory(), "memory", container);
        sayUnreadable(given.memoryReservation(), back.reservation(), "memoryReservation", container);
    }

    private static void sayUnreadable(
            @Nullable Integer given, @Nullable Integer back, String field, ContainerToKubernetes container) {
        if (given != null && given >= 0 && given != (back == null ? 0 : back)) {
            container.at(field).report(FindingCode.TASK_SIZE_SHARED, field + " cannot be told from the task's size");
        }
    }
}
