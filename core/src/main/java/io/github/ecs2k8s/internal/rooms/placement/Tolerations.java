package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tolerations → nothing: they allow what taints forbid, and container instances have no taints. What every Pod is given
 * anyway is not worth a word
 * (https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions).
 */
final class Tolerations {
    private static final String TOLERATION = "pod.spec.tolerations[].";
    private static final long USUAL_SECONDS = 300;

    /** The leaves it answers for. */
    static final List<OwnedField> OWNED = List.of(
            OwnedField.nowhere(TOLERATION + "key"),
            OwnedField.nowhere(TOLERATION + "operator"),
            OwnedField.nowhere(TOLERATION + "value"),
            OwnedField.nowhere(TOLERATION + "effect"),
            OwnedField.nowhere(TOLERATION + "tolerationSeconds", "300"));

    private Tolerations() {}

    static void say(LaunchToEcs context) {
        List<Toleration> all = context.template().getSpec().getTolerations();
        for (int i = 0; i < all.size(); i++) {
            Toleration toleration = all.get(i);
            if (isUsual(toleration)) {
                continue;
            }
            boolean everywhere = toleration.getKey() == null && context.workload() instanceof DaemonSet;
            context.inPod()
                    .at("spec", "tolerations", i)
                    .report(
                            FindingCode.TOLERATION,
                            everywhere
                                    ? "a daemon runs on every container instance anyway"
                                    : "nothing keeps tasks off a container instance that would have to be tolerated",
                            hint(toleration, context));
        }
    }

    private static @Nullable String hint(Toleration toleration, LaunchToEcs context) {
        Capacity capacity = toleration.getKey() == null
                ? null
                : Capacity.of(
                        toleration.getKey(), List.of(toleration.getValue() == null ? "spot" : toleration.getValue()));
        if (capacity == Capacity.SPOT) {
            return context.launchType() == LaunchType.FARGATE
                    ? "to run on Spot, not only to be allowed to, select its nodes: the service asks for FARGATE_SPOT then"
                    : "to run on Spot, name its capacity provider in capacityProviderStrategy";
        }
        return toleration.getKey() == null || capacity != null
                ? null
                : "to keep other tasks off some instances, give those an attribute, and all other tasks a constraint";
    }

    /** Every Pod tolerates for a while that its node is not ready, and what says that a node is under pressure. */
    private static boolean isUsual(Toleration toleration) {
        return toleration.getKey() != null
                && toleration.getKey().startsWith("node.kubernetes.io/")
                && (toleration.getTolerationSeconds() == null || toleration.getTolerationSeconds() == USUAL_SECONDS);
    }
}
