package io.github.ecs2k8s.internal.rooms.size;

import io.fabric8.kubernetes.api.model.ContainerResizePolicy;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodSum;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.size.ContainerAmounts.Rounding;
import io.github.ecs2k8s.internal.rooms.size.ContainerAmounts.Sizes;
import io.github.ecs2k8s.kubernetes.Quantities;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS cpu, memory and memoryReservation ⇄ Kubernetes requests and limits.
 *
 * <p>Container cpu (1024 units are one CPU) is a share: a request and never a limit, except on Windows, where ECS caps
 * it. Container memory (MiB) is a hard limit, which Kubernetes takes as the request too; memoryReservation is a request.
 * The task's size is reserved and never exceeded: request and limit of the whole Pod, see {@link TaskSizes}
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html,
 * https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/).
 */
public final class CpuAndMemory implements TaskCorrespondence {
    private static final int DOCKER_MINIMUM = 6;
    private static final int ASSUMED_MEMORY = 128;

    /** What a container takes that only waits. */
    private static final int LITTLE_MEMORY = 16;

    @Override
    public Term term() {
        return Term.CPU_AND_MEMORY;
    }

    @Override
    public List<OwnedField> ecs() {
        String to = "pod.spec.containers[].resources.";
        return List.of(
                OwnedField.to("containerDefinitions[].cpu", to + "requests.cpu", "0"),
                OwnedField.to("containerDefinitions[].memory", to + "limits.memory", "0"),
                OwnedField.to("containerDefinitions[].memoryReservation", to + "requests.memory", "0"),
                OwnedField.to("cpu", "pod.spec.resources", "0"),
                OwnedField.to("memory", "pod.spec.resources", "0"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String from = "pod.spec.containers[].resources.";
        return List.of(
                OwnedField.to(from + "requests.cpu", "containerDefinitions[].cpu"),
                OwnedField.to(from + "requests.memory", "containerDefinitions[].memoryReservation"),
                OwnedField.to(from + "limits.cpu", "cpu"),
                OwnedField.to(from + "limits.memory", "containerDefinitions[].memory"),
                OwnedField.to("pod.spec.resources.requests.cpu", "cpu"),
                OwnedField.to("pod.spec.resources.requests.memory", "memory"),
                OwnedField.to("pod.spec.resources.limits.cpu", "cpu"),
                OwnedField.to("pod.spec.resources.limits.memory", "memory"),
                OwnedField.nowhere("pod.spec.containers[].resizePolicy[].resourceName"),
                OwnedField.nowhere("pod.spec.containers[].resizePolicy[].restartPolicy", "NotRequired"),
                OwnedField.nowhere("pod.spec.resources.requests{}"),
                OwnedField.nowhere("pod.spec.resources.limits{}"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        List<ContainerAmounts> all = new ArrayList<>();
        for (ContainerToKubernetes container : context.containers()) {
            all.add(amounts(container, context.facts().windows()));
        }
        new TaskSizes(context, all).place();
        for (ContainerToKubernetes container : context.containers()) {
            all.get(container.index()).writeTo(container);
        }
    }

    private static ContainerAmounts amounts(ContainerToKubernetes container, boolean windows) {
        ContainerDefinition from = container.definition();
        ContainerAmounts amounts = new ContainerAmounts();
        Integer cpu = positive(from.cpu(), "cpu", container);
        amounts.requestCpu = cpu;
        amounts.limitCpu = windows ? cpu : null;
        if (cpu != null && !Quantities.isExactInMilli(cpu)) {
            container.at("cpu").report(FindingCode.CPU_ROUNDED, rounded(cpu));
        }
        Integer memory = positive(from.memory(), "memory", container);
        Integer reservation = positive(from.memoryReservation(), "memoryReservation", container);
        sayTooSmall(memory, "memory", container);
        sayTooSmall(reservation, "memoryReservation", container);
        amounts.limitMemory = memory;
        if (memory != null && reservation != null && reservation > memory) {
            container
                    .at("memoryReservation")
                    .report(
                            FindingCode.INVALID_VALUE,
                            "memoryReservation " + reservation + " is more than memory " + memory + "; it is left out");
        } else {
            amounts.requestMemory = reservation;
        }
        return amounts;
    }

    /** Why a number of CPU units does not come back from millicores. */
    static String rounded(int cpu) {
        int milli = Quantities.cpuUnitsToMilli(cpu);
        return cpu + " CPU units are written " + milli + "m, which " + Quantities.milliToCpuUnits(milli) + " units are";
    }

    /** Zero is how console skeletons say that there is no value. */
    private static @Nullable Integer positive(@Nullable Integer value, String field, ContainerToKubernetes container) {
        if (value != null && value < 0) {
            container.at(field).report(FindingCode.INVALID_VALUE, field + " cannot be negative; it is left out");
        }
        return value == null || value <= 0 ? null : value;
    }

    private static void sayTooSmall(@Nullable Integer memory, String field, ContainerToKubernetes container) {
        if (memory != null && memory < DOCKER_MINIMUM) {
            container.at(field).report(FindingCode.OUT_OF_RANGE, "no container starts with less than 6 MiB of memory");
        }
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        ResourceRequirements pod = from.getSpec().getResources();
        boolean podLevel =
                pod != null && !(pod.getLimits().isEmpty() && pod.getRequests().isEmpty());
        boolean alone = !podLevel && context.containers().size() == 1 && !context.windows();
        boolean fargate = context.launchType() == LaunchType.FARGATE;
        PodSum milli = new PodSum();
        PodSum units = new PodSum();
        for (ContainerToEcs container : context.containers()) {
            ContainerAmounts amounts = ContainerAmounts.of(container);
            milli.add(amounts.requestMilli(), container.isInit(), container.isSidecar());
            units.add(amounts.requestCpu, container.isInit(), container.isSidecar());
            boolean capped = alone && !(fargate && amounts.requestsLessThanItMayUse());
            Sizes sizes = capped ? amounts.alone(fargate) : amounts.inCompany();
            container.definition().cpu(sizes.cpu()).memory(sizes.memory()).memoryReservation(sizes.reservation());
            if (capped) {
                to.cpu(text(sizes.taskCpu())).memory(text(sizes.taskMemory()));
            }
            if (amounts.limitCpu != null && sizes.taskMemory() == null) {
                if (!context.windows()) {
                    sayLimit(container, capped, alone);
                } else if (amounts.requestsLessThanItMayUse()) {
                    sayLimit(container, "on Windows ECS caps a container at what it reserves", null);
                }
            }
            sayResize(container);
            if (context.windows()) {
                leaveOpen(container);
            }
        }
        if (podLevel) {
            readPod(pod, milli.total(), units.total(), to, context);
        } else if (context.launchType() == LaunchType.EC2 && to.build().memory() == null) {
            assumeMemory(context);
        }
    }

    private static void sayLimit(ContainerToEcs container, boolean capped, boolean alone) {
        String name = container.container().getName();
        if (capped) {
            sayLimit(container, "the limit is the task's cpu, which ECS also reserves", null);
        } else if (alone) {
            sayLimit(
                    container,
                    "what the task may use is the size that Fargate chooses by its request",
                    "raise the request where " + name + " needs more");
        } else {
            sayLimit(container, "ECS caps the CPU of the task, not of " + name, null);
        }
    }

    private static void sayLimit(ContainerToEcs container, String message, @Nullable String hint) {
        container.at("resources", "limits", "cpu").report(FindingCode.CPU_LIMIT, message, hint);
    }

    /** Zero says nothing, and a Windows Pod, which has no size of its own, comes back with its task's shared out. */
    private static void leaveOpen(ContainerToEcs container) {
        ResourceRequirements resources = container.container().getResources();
        if (resources == null) {
            return;
        }
        resources.getRequests().forEach((resource, quantity) -> {
            Quantities.Rounded amount = Quantities.toMilliCpu(quantity.toString());
            if (amount != null && amount.exact() && amount.value() == 0) {
                container.at("resources", "requests", resource).resolved();
            }
        });
    }

    /** A task never changes its size; the next revision has another one. */
    private static void sayResize(ContainerToEcs container) {
        List<ContainerResizePolicy> policies = container.container().getResizePolicy();
        for (int i = 0; i < policies.size(); i++) {
            if ("RestartContainer".equals(policies.get(i).getRestartPolicy())) {
                container
                        .at("resizePolicy", i)
                        .report(
                                FindingCode.NO_ECS_COUNTERPART,
                                "ECS resizes no running task",
                                "register a revision of another size; the service replaces its tasks");
            }
        }
    }

    /**
     * An instance places a container only by its memory, or its task's. The little that is reserved is no limit
     * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html).
     */
    private static void assumeMemory(TaskToEcs context) {
        for (ContainerToEcs container : context.containers()) {
            ContainerDefinition built = container.definition().build();
            if (built.memory() == null && built.memoryReservation() == null) {
                if (container.awaitsOthers()) {
                    container.definition().memoryReservation(LITTLE_MEMORY);
                    continue;
                }
                container.definition().memoryReservation(ASSUMED_MEMORY);
                container
                        .at("resources")
                        .report(
                                FindingCode.MEMORY_ASSUMED,
                                container.container().getName() + " says nothing about memory; " + ASSUMED_MEMORY
                                        + " MiB are reserved, without a limit",
                                "set requests.memory to what it needs");
            }
        }
    }

    /** The task's size is request and limit at once: the limit counts, the request where there is no limit. */
    private static void readPod(
            ResourceRequirements pod, int milli, int units, TaskDefinition.Builder to, TaskToEcs context) {
        Rounding rounding = (code, message, path) ->
                context.at("spec", "resources", path[0], path[1]).report(code, message);
        Integer requestCpu = ContainerAmounts.cpu(pod.getRequests(), "requests", rounding);
        Integer requestMemory = ContainerAmounts.memory(pod.getRequests(), "requests", rounding);
        Integer limitCpu = ContainerAmounts.cpu(pod.getLimits(), "limits", rounding);
        Integer limitMemory = ContainerAmounts.memory(pod.getLimits(), "limits", rounding);
        Integer cpu = limitCpu == null ? requestCpu : limitCpu;
        if (cpu != null) {
            to.cpu(text(TaskSizes.taskCpu(Quantities.cpuUnitsToMilli(cpu), milli, units)));
        }
        to.memory(text(limitMemory == null ? requestMemory : limitMemory));
        if (context.containers().size() == 1 || context.windows()) {
            context.at("spec", "resources")
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            context.windows()
                                    ? "the size of the task; a Windows Pod has none, so it would come back in its containers"
                                    : "the size of the task; of the only container it would come back as its own");
        }
        Integer memory = limitMemory == null ? requestMemory : limitMemory;
        if (cpu != null && units > cpu || memory != null && sumOfMemory(context) > memory) {
            context.at("spec", "resources")
                    .report(
                            FindingCode.TASK_SIZE_EXCEEDED,
                            "the containers ask for more than the Pod has; a cluster refuses this, and so does ECS",
                            "raise the Pod's resources, or lower the containers'");
        }
        sayOneSize(requestCpu, limitCpu, "cpu", rounding);
        sayOneSize(requestMemory, limitMemory, "memory", rounding);
        pod.getLimits().forEach((resource, quantity) -> {
            if (!resource.equals("cpu") && !resource.equals("memory")) {
                rounding.say(FindingCode.NO_ECS_COUNTERPART, "a task has no " + resource, "limits", resource);
            }
        });
    }

    private static int sumOfMemory(TaskToEcs context) {
        PodSum sum = new PodSum();
        int most = 0;
        for (ContainerToEcs container : context.containers()) {
            ContainerDefinition built = container.definition().build();
            Integer reserved = built.memoryReservation() == null ? built.memory() : built.memoryReservation();
            sum.add(reserved, container.isInit(), container.isSidecar());
            most = Math.max(most, built.memory() == null ? 0 : built.memory());
        }
        return Math.max(most, sum.total());
    }

    private static void sayOneSize(
            @Nullable Integer request, @Nullable Integer limit, String resource, Rounding rounding) {
        if (request != null && limit != null && !request.equals(limit)) {
            rounding.say(
                    FindingCode.TASK_SIZE_EXCEEDED,
                    "a task reserves what it may use: " + limit + " instead of " + request,
                    "requests",
                    resource);
        }
    }

    private static @Nullable String text(@Nullable Integer value) {
        return value == null ? null : value.toString();
    }
}
