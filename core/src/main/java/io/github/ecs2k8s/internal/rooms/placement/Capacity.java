package io.github.ecs2k8s.internal.rooms.placement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a label of nodes says about how their machines are paid for, as managed node groups, Karpenter and other clouds
 * spell it
 * (https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html#managed-node-group-capacity-types,
 * https://karpenter.sh/docs/concepts/scheduling/#well-known-labels).
 */
enum Capacity {
    SPOT,
    ON_DEMAND,
    FARGATE,
    INSTANCES;

    /** What a label of these values asks for, null when it asks for nothing of the kind. */
    static @Nullable Capacity of(String label, List<String> values) {
        Capacity all = null;
        for (String value : values) {
            Capacity one = of(label, value);
            if (one == null || all != null && all != one) {
                return null;
            }
            all = one;
        }
        return all;
    }

    /** Whether a label is about this at all, whatever its values. */
    static boolean isLabel(String label) {
        return switch (label) {
            case "eks.amazonaws.com/capacityType",
                    "karpenter.sh/capacity-type",
                    "node.kubernetes.io/lifecycle",
                    "cloud.google.com/gke-spot",
                    "cloud.google.com/gke-preemptible",
                    "cloud.google.com/gke-provisioning",
                    "kubernetes.azure.com/scalesetpriority",
                    "eks.amazonaws.com/compute-type" -> true;
            default -> false;
        };
    }

    private static @Nullable Capacity of(String label, String value) {
        if (!isLabel(label)) {
            return null;
        }
        boolean preemptible = label.endsWith("gke-spot") || label.endsWith("gke-preemptible");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "spot", "preemptible" -> SPOT;
            case "on_demand", "on-demand", "normal", "standard", "regular" -> ON_DEMAND;
            case "true" -> preemptible ? SPOT : null;
            case "false" -> preemptible ? ON_DEMAND : null;
            case "fargate" -> FARGATE;
            case "ec2", "auto" -> INSTANCES;
            default -> null;
        };
    }
}
