package io.github.ecs2k8s.internal.rooms.size;

import io.fabric8.kubernetes.api.model.Container;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.ContainerCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LinuxParameters;

/**
 * ECS linuxParameters.maxSwap (MiB) and swappiness: in Kubernetes swap is the node's affair, and off by default, which is
 * what {@code maxSwap: 0} asks for.
 *
 * <p>Without maxSwap ECS ignores swappiness
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-swap.html,
 * https://kubernetes.io/docs/concepts/architecture/nodes/#swap-memory).
 */
public final class SwapSettings implements ContainerCorrespondence {
    private static final int DEFAULT_SWAPPINESS = 60;

    @Override
    public Term term() {
        return Term.SWAP;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.nowhere("containerDefinitions[].linuxParameters.maxSwap", "0"),
                OwnedField.nowhere("containerDefinitions[].linuxParameters.swappiness", "60"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(ContainerDefinition from, Container to, ContainerToKubernetes context) {
        LinuxParameters linux = from.linuxParameters();
        if (linux == null) {
            return;
        }
        boolean swaps = linux.maxSwap() != null && linux.maxSwap() > 0;
        if (swaps) {
            context.at("linuxParameters", "maxSwap")
                    .report(
                            FindingCode.SWAP,
                            "the container gets no " + linux.maxSwap() + " MiB of swap",
                            "raise its memory, or set memorySwap.swapBehavior: LimitedSwap in the nodes' kubelet configuration");
        }
        Integer swappiness = linux.swappiness();
        if (swappiness != null && swappiness != DEFAULT_SWAPPINESS) {
            context.at("linuxParameters", "swappiness")
                    .report(
                            swaps ? FindingCode.SWAP : FindingCode.SWAPPINESS_IGNORED,
                            swaps
                                    ? "the kernel of the node decides how eagerly to swap"
                                    : "not written, and ignored by ECS too: the container does not swap");
        }
    }

    @Override
    public void toEcs(Container from, ContainerDefinition.Builder to, ContainerToEcs context) {
        // Nothing in a Pod says it.
    }
}
