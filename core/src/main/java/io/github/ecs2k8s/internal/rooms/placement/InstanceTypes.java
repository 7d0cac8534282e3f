package io.github.ecs2k8s.internal.rooms.placement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of an instance type's name, which Karpenter and EKS Auto Mode make labels of, as a regular expression of the whole
 * name (https://karpenter.sh/docs/concepts/scheduling/#instance-types).
 */
final class InstanceTypes {
    private InstanceTypes() {}

    /** The expression for a label of these values, null for a label that is no part of the name. */
    static @Nullable String pattern(String label, List<String> values) {
        int slash = label.indexOf('/');
        boolean known = label.startsWith("karpenter.k8s.aws/") || label.startsWith("eks.amazonaws.com/");
        if (!known || slash < 0) {
            return null;
        }
        String any = values.size() == 1 ? values.get(0) : "(" + String.join("|", values) + ")";
        return switch (label.substring(slash + 1)) {
            case "instance-category" -> any + "[0-9].*";
            case "instance-family" -> any + "[.].*";
            case "instance-size" -> ".*[.]" + any;
            default -> null;
        };
    }
}
