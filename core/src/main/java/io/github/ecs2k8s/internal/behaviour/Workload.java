package io.github.ecs2k8s.internal.behaviour;

import io.github.ecs2k8s.source.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that runs containers, as either side says it.
 *
 * @param title what a reader calls it: {@code service web}, {@code Deployment web}
 * @param id what tells it from all others of its side
 * @param lifetime when it runs
 * @param count how many run, null where machines decide
 * @param countPlaces where the count is said: the field of the workload, and what scales it
 * @param containers those whose definition is known; empty where it is not in the input
 * @param role the AWS role that its containers act as, null when it has none
 * @param rolePlace where the role is said
 * @param node where it stands
 */
record Workload(
        String title,
        String id,
        Lifetime lifetime,
        @Nullable Count count,
        List<Spot> countPlaces,
        List<ContainerFacts> containers,
        @Nullable String role,
        Spot rolePlace,
        Node node) {

    /** Where it stands. */
    Spot spot() {
        return Spot.of(node);
    }

    /** The container of the same name, null when there is none; of two that may be meant the one with the same image. */
    @Nullable ContainerFacts container(ContainerFacts other) {
        ContainerFacts found = null;
        for (ContainerFacts container : containers) {
            boolean same = Objects.equals(container.image(), other.image());
            boolean better = found == null || same && !Objects.equals(found.image(), other.image());
            if (other.isCalledLike(container) && better) {
                found = container;
            }
        }
        return found;
    }
}
