package io.github.ecs2k8s.internal.rooms.size;

import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.FargateSizes;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Quantities;
import io.github.ecs2k8s.kubernetes.Quantities.Rounded;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and limits of one container in ECS units: CPU units and MiB; null where nothing is said. */
final class ContainerAmounts {
    /** In MiB (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html). */
    private static final int LEAST_MEMORY = 6;

    @Nullable Integer requestCpu;

    @Nullable Integer requestMemory;

    @Nullable Integer limitCpu;

    @Nullable Integer limitMemory;

    /** What the container definition of these amounts says, and the task definition when it is the only container. */
    record Sizes(
            @Nullable Integer taskCpu,
            @Nullable Integer taskMemory,
            @Nullable Integer cpu,
            @Nullable Integer memory,
            @Nullable Integer reservation) {}

    /** The CPU request in millicores. */
    @Nullable Integer requestMilli() {
        return requestCpu == null ? null : (Integer) Quantities.cpuUnitsToMilli(requestCpu);
    }

    /** Writes them into a container, in the order people write them. */
    void writeTo(ContainerToKubernetes container) {
        if (requestCpu != null) {
            container.request("cpu", Quantities.cpu(requestCpu));
        }
        if (requestMemory != null) {
            container.request("memory", Quantities.memoryMiB(requestMemory));
        }
        if (limitCpu != null) {
            container.limit("cpu", Quantities.cpu(limitCpu));
        }
        if (limitMemory != null) {
            container.limit("memory", Quantities.memoryMiB(limitMemory));
        }
    }

    /** Reads them from a container; what is no whole unit is rounded up, with a finding. */
    static ContainerAmounts of(ContainerToEcs container) {
        ContainerAmounts amounts = new ContainerAmounts();
        ResourceRequirements resources = container.container().getResources();
        if (resources != null) {
            Rounding rounding = (code, message, path) ->
                    container.at("resources", path[0], path[1]).report(code, message);
            amounts.requestCpu = cpu(resources.getRequests(), "requests", rounding);
            amounts.requestMemory = memory(resources.getRequests(), "requests", rounding);
            amounts.limitCpu = cpu(resources.getLimits(), "limits", rounding);
            amounts.limitMemory = memory(resources.getLimits(), "limits", rounding);
            amounts.requestMemory = atLeast(amounts.requestMemory, "requests", rounding);
            amounts.limitMemory = atLeast(amounts.limitMemory, "limits", rounding);
            amounts.checkRequest(rounding);
        }
        return amounts;
    }

    /** Zero means that nothing is said. */
    private static @Nullable Integer atLeast(@Nullable Integer memory, String list, Rounding rounding) {
        if (memory == null || memory == 0) {
            return null;
        }
        if (memory < LEAST_MEMORY) {
            rounding.say(
                    FindingCode.SIZE_ROUNDED,
                    "no container starts with less than " + LEAST_MEMORY + " MiB of memory; they are written",
                    list,
                    "memory");
        }
        return Math.max(memory, LEAST_MEMORY);
    }

    /** The API server refuses a request above the limit, and so does ECS. */
    private void checkRequest(Rounding rounding) {
        if (requestMemory != null && limitMemory != null && requestMemory > limitMemory) {
            rounding.say(
                    FindingCode.INVALID_VALUE,
                    requestMemory + " MiB are more than the limit of " + limitMemory
                            + " MiB; a cluster refuses this, and so does ECS: the limit is written",
                    "requests",
                    "memory");
            requestMemory = limitMemory;
        }
    }

    /** Told when a quantity is none or is not whole. */
    @FunctionalInterface
    interface Rounding {
        void say(FindingCode code, String message, String... path);
    }

    /** The CPU units of a list of resources; null when it has none. */
    static @Nullable Integer cpu(@Nullable Map<String, Quantity> resources, String list, Rounding rounding) {
        Quantity quantity = resources == null ? null : resources.get("cpu");
        if (quantity == null) {
            return null;
        }
        Integer milli =
                whole(Quantities.toMilliCpu(quantity.toString()), quantity, "millicores", list, "cpu", rounding);
        return milli == null ? null : (Integer) Quantities.milliToCpuUnits(milli);
    }

    /** The MiB of a list of resources; null when it has none. */
    static @Nullable Integer memory(@Nullable Map<String, Quantity> resources, String list, Rounding rounding) {
        Quantity quantity = resources == null ? null : resources.get("memory");
        return quantity == null
                ? null
                : whole(Quantities.toMiB(quantity.toString()), quantity, "MiB", list, "memory", rounding);
    }

    private static @Nullable Integer whole(
            @Nullable Rounded number, Quantity source, String unit, String list, String resource, Rounding rounding) {
        if (number == null || number.value() < 0 || number.value() > Integer.MAX_VALUE) {
            rounding.say(FindingCode.INVALID_VALUE, source + " is no quantity of " + resource, list, resource);
            return null;
        }
        if (!number.exact()) {
            rounding.say(
                    FindingCode.SIZE_ROUNDED, source + " is read as " + number.value() + " " + unit, list, resource);
        }
        return (int) number.value();
    }

    /** What they mean in a container that stands beside others, or in a Pod with resources of its own. */
    Sizes inCompany() {
        return new Sizes(null, null, requestCpu == null ? limitCpu : requestCpu, limitMemory, requestMemory);
    }

    /**
     * What they mean in the only container of a Pod. A CPU limit can only come from the task: with everything said twice
     * the container says nothing itself, and a memory limit without a request is the container's own. A task that is
     * larger than its container, as a size of Fargate may be, does not limit it.
     */
    Sizes alone(boolean fargate) {
        if (limitCpu == null) {
            return inCompany();
        }
        boolean sameCpu = limitCpu.equals(requestCpu);
        if (fargate && limitMemory != null && !isOffered(limitCpu, limitMemory)) {
            return new Sizes(limitCpu, null, requestCpu, limitMemory, requestMemory);
        }
        if (limitMemory != null && sameCpu && limitMemory.equals(requestMemory)) {
            return new Sizes(limitCpu, limitMemory, null, null, null);
        }
        if (limitMemory != null && requestMemory == null && (sameCpu || requestCpu == null)) {
            return new Sizes(limitCpu, limitMemory, requestCpu, limitMemory, null);
        }
        return new Sizes(limitCpu, null, requestCpu, limitMemory, requestMemory);
    }

    private static boolean isOffered(int cpu, int memory) {
        return new FargateSizes.Size(cpu, memory).equals(FargateSizes.holding(cpu, memory, false));
    }

    /** Whether the CPU limit is more than what is reserved. */
    boolean requestsLessThanItMayUse() {
        return requestCpu != null && limitCpu != null && requestCpu < limitCpu;
    }

    /** The CPU units that come back for a number of them, see {@link Quantities#isExactInMilli}. */
    static @Nullable Integer thatComeBack(@Nullable Integer units) {
        return units == null ? null : (Integer) Quantities.milliToCpuUnits(Quantities.cpuUnitsToMilli(units));
    }
}
