package io.github.ecs2k8s.internal.rooms.size;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.toecs.PodSum;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Placement.Role;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.Quantities;
import io.github.ecs2k8s.kubernetes.Quantities.Rounded;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.EphemeralStorage;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS ephemeralStorage of the task ⇄ Kubernetes ephemeral-storage request.
 *
 * <p>GiB. The request stands on the first ordinary container, because a Pod as a whole has none; no limit, because the
 * kubelet evicts a Pod over its limit where a task only runs out of space
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EphemeralStorage.html,
 * https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#local-ephemeral-storage).
 */
public final class EphemeralStorages implements TaskCorrespondence {
    private static final String RESOURCE = "ephemeral-storage";
    private static final long MIB = 1L << 20;
    private static final long GIB = 1L << 30;
    private static final int MIN = 21;
    private static final int MAX = 200;
    private static final int MAX_FARGATE_ON_EKS = 175;

    @Override
    public Term term() {
        return Term.EPHEMERAL_STORAGE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(OwnedField.to(
                "ephemeralStorage.sizeInGiB", "pod.spec.containers[].resources.requests.ephemeral-storage", "0"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.to(
                        "pod.spec.containers[].resources.requests.ephemeral-storage", "ephemeralStorage.sizeInGiB"),
                OwnedField.nowhere("pod.spec.containers[].resources.limits.ephemeral-storage"));
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        Integer size =
                from.ephemeralStorage() == null ? null : from.ephemeralStorage().sizeInGiB();
        if (size == null || size == 0) {
            return;
        }
        if (size < 0) {
            say(FindingCode.INVALID_VALUE, "a size cannot be negative; nothing is written", context);
            return;
        }
        for (ContainerToKubernetes container : context.containers()) {
            if (container.placement().role() == Role.MAIN) {
                container.request(RESOURCE, new Quantity(size.toString(), "Gi"));
                break;
            }
        }
        if (size < MIN || size > MAX) {
            say(FindingCode.OUT_OF_RANGE, "ECS takes 21 to 200 GiB, not " + size, context);
        } else if (size > MAX_FARGATE_ON_EKS
                && context.facts().fargate()
                && context.target().isEks()) {
            // https://docs.aws.amazon.com/eks/latest/userguide/fargate-pod-configuration.html
            say(FindingCode.FARGATE_LIMIT, "Fargate on EKS gives a Pod 175 GiB at most, not " + size, context);
        }
    }

    private static void say(FindingCode code, String message, TaskToKubernetes context) {
        context.at("ephemeralStorage", "sizeInGiB").report(code, message);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        PodSum mebibytes = new PodSum();
        List<ContainerToEcs> holders = new ArrayList<>();
        boolean exact = true;
        for (ContainerToEcs container : context.containers()) {
            sayLimit(container);
            Rounded request = request(container.container());
            if (request != null) {
                long rounded = (request.value() + MIB - 1) / MIB;
                exact &= request.value() % GIB == 0 && !container.isInit() && !container.isSidecar();
                mebibytes.add((int) Math.min(Integer.MAX_VALUE, rounded), container.isInit(), container.isSidecar());
                holders.add(container);
            }
        }
        if (!holders.isEmpty()) {
            write((mebibytes.total() + 1023L) / 1024, exact && holders.size() == 1, holders, to, context);
        }
    }

    private static void write(
            long gib, boolean exact, List<ContainerToEcs> holders, TaskDefinition.Builder to, TaskToEcs context) {
        long size = Math.min(MAX, gib);
        String message;
        if (context.launchType() == LaunchType.EC2) {
            message = "tasks on an instance share its disk; nothing is written";
        } else if (gib < MIN) {
            message = "Fargate gives every task 20 GiB; nothing is written";
        } else {
            message = "ECS gives a task 21 to 200 whole GiB; " + size + " is written";
            to.ephemeralStorage(EphemeralStorage.builder().sizeInGiB((int) size).build());
            exact &= size == gib && isFirst(holders.get(0), context);
            if (exact) {
                return;
            }
        }
        for (ContainerToEcs holder : holders) {
            holder.at("resources", "requests", RESOURCE).report(FindingCode.SIZE_ROUNDED, message);
        }
    }

    /** Whether the request stands where the size of a task is written. */
    private static boolean isFirst(ContainerToEcs holder, TaskToEcs context) {
        for (ContainerToEcs container : context.containers()) {
            if (!container.isInit() && !container.isSidecar()) {
                return container.equals(holder);
            }
        }
        return false;
    }

    private static @Nullable Rounded request(Container container) {
        ResourceRequirements resources = container.getResources();
        Quantity quantity = resources == null || resources.getRequests() == null
                ? null
                : resources.getRequests().get(RESOURCE);
        return quantity == null ? null : Quantities.toBytes(quantity.toString());
    }

    private static void sayLimit(ContainerToEcs container) {
        ResourceRequirements resources = container.container().getResources();
        if (resources != null
                && resources.getLimits() != null
                && resources.getLimits().containsKey(RESOURCE)) {
            container
                    .at("resources", "limits", RESOURCE)
                    .report(FindingCode.NO_ECS_COUNTERPART, "a container has no storage limit of its own in ECS");
        }
    }
}
