package io.github.ecs2k8s.internal.rooms.scaling;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.kubernetes.PodLifetimes;
import io.github.ecs2k8s.kubernetes.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * What a pod requests of a resource beside what its task reserves: a scaler's percentage is of the one, a policy's of the
 * other. Both in CPU units or MiB; 0 is unknown
 * (https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#how-does-a-horizontalpodautoscaler-work,
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service_utilization.html).
 */
record Reservation(long requested, long reserved) {

    /** Of CPU or memory. */
    static Reservation of(String resource, LaunchToEcs workload) {
        boolean cpu = resource.equals("cpu");
        TaskDefinition task = workload.task().definition();
        return new Reservation(requested(resource, workload.template().getSpec()), cpu ? cpu(task) : memory(task));
    }

    /** Whether one percent of both is the same, up to what is lost when units become millicores. */
    boolean isSame() {
        return requested > 0 && reserved > 0 && Math.abs(requested - reserved) * 100 <= reserved;
    }

    /** Whether one can be worked out from the other. */
    boolean isKnown() {
        return requested > 0 && reserved > 0;
    }

    private static long requested(String resource, PodSpec pod) {
        long ofPod = amount(resource, pod.getResources());
        if (ofPod > 0) {
            return ofPod;
        }
        List<Container> running = new ArrayList<>(pod.getContainers());
        for (Container init : pod.getInitContainers()) {
            if (PodLifetimes.isSidecar(init)) {
                running.add(init);
            }
        }
        long sum = 0;
        for (Container container : running) {
            long own = amount(resource, container.getResources());
            if (own <= 0) {
                return 0;
            }
            sum += own;
        }
        return sum;
    }

    /** The request, which is the limit where only that is given. */
    private static long amount(String resource, @Nullable ResourceRequirements resources) {
        if (resources == null) {
            return 0;
        }
        Quantity quantity =
                resources.getRequests() == null ? null : resources.getRequests().get(resource);
        if (quantity == null && resources.getLimits() != null) {
            quantity = resources.getLimits().get(resource);
        }
        return quantity == null ? 0 : units(resource, quantity.toString());
    }

    /** A quantity in CPU units or MiB; 0 when it is none. */
    static long units(String resource, String quantity) {
        if (resource.equals("cpu")) {
            Quantities.Rounded milli = Quantities.toMilliCpu(quantity);
            return milli == null ? 0 : Quantities.milliToCpuUnits((int) Math.min(Integer.MAX_VALUE, milli.value()));
        }
        Quantities.Rounded mib = Quantities.toMiB(quantity);
        return mib == null ? 0 : mib.value();
    }

    private static long cpu(TaskDefinition task) {
        OptionalInt size = task.cpu() == null ? OptionalInt.empty() : Quantities.parseTaskCpu(task.cpu());
        long sum = 0;
        for (ContainerDefinition container : task.containerDefinitions()) {
            sum += container.cpu() == null ? 0 : container.cpu();
        }
        return size.isPresent() ? size.getAsInt() : sum;
    }

    private static long memory(TaskDefinition task) {
        OptionalInt size = task.memory() == null ? OptionalInt.empty() : Quantities.parseTaskMemory(task.memory());
        long sum = 0;
        for (ContainerDefinition container : task.containerDefinitions()) {
            Integer own = container.memoryReservation() == null ? container.memory() : container.memoryReservation();
            sum += own == null ? 0 : own;
        }
        return size.isPresent() ? size.getAsInt() : sum;
    }
}
