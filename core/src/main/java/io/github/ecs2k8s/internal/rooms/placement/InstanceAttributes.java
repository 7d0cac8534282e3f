package io.github.ecs2k8s.internal.rooms.placement;

import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of container instances ⇄ labels of nodes. The built-in ones that nodes carry too have their well-known
 * label, custom ones the label of the same name
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-placement-constraints.html#attributes).
 */
final class InstanceAttributes {
    static final String INSTANCE_TYPE = "ecs.instance-type";
    private static final String ARCHITECTURE = "ecs.cpu-architecture";
    private static final String OS_FAMILY = "ecs.os-family";

    private InstanceAttributes() {}

    /** The label for an attribute, null when nodes have none. The family of an operating system depends on the values. */
    static @Nullable String label(String attribute, List<String> values) {
        return switch (attribute) {
            case INSTANCE_TYPE -> NodeLabels.INSTANCE_TYPE;
            case "ecs.availability-zone" -> NodeLabels.ZONE;
            case "ecs.os-type" -> NodeLabels.OS;
            case ARCHITECTURE -> NodeLabels.ARCH;
            case OS_FAMILY -> values.equals(List.of("LINUX")) ? NodeLabels.OS : NodeLabels.WINDOWS_BUILD;
            default ->
                attribute.startsWith("ecs.") || attribute.startsWith("com.amazonaws.") || !Names.isLabelKey(attribute)
                        ? null
                        : attribute;
        };
    }

    /** The label values for attribute values, each once; null when one of them has none. */
    static @Nullable List<String> labelValues(String attribute, List<String> values) {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            String label = labelValue(attribute, value);
            if (label == null || !Names.isLabelValue(label)) {
                return null;
            }
            if (!all.contains(label)) {
                all.add(label);
            }
        }
        return all;
    }

    private static @Nullable String labelValue(String attribute, String value) {
        if (attribute.equals(ARCHITECTURE)) {
            return value.equals("x86_64") ? "amd64" : value;
        }
        if (attribute.equals(OS_FAMILY)) {
            String version = WindowsFamilies.version(value);
            String build = version == null ? null : NodeLabels.windowsBuild(version);
            return value.equals("LINUX") ? "linux" : build;
        }
        return value;
    }

    /** Whether only a cloud provider gives nodes this label, or nobody until the user does. */
    static boolean isOnEveryNode(String label, boolean inCloud) {
        return switch (label) {
            case NodeLabels.OS, NodeLabels.ARCH, NodeLabels.WINDOWS_BUILD, NodeLabels.HOSTNAME -> true;
            case NodeLabels.INSTANCE_TYPE, NodeLabels.ZONE -> inCloud;
            default -> false;
        };
    }

    /** Whether a label is about machines, and container instances have no attribute that says the same. */
    static boolean isUnknown(String label) {
        return switch (label) {
            case NodeLabels.HOSTNAME, NodeLabels.REGION, "topology.k8s.aws/zone-id" -> true;
            default ->
                InstanceTypes.pattern(label, List.of("")) == null
                        && (label.startsWith("karpenter.k8s.aws/") || label.startsWith("eks.amazonaws.com/instance-"));
        };
    }

    /** Whether container instances have the attribute for a label without anybody setting it. */
    static boolean isBuiltIn(String label) {
        return attribute(label).startsWith("ecs.");
    }

    /** The attribute a label stands for. */
    static String attribute(String label) {
        if (InstanceTypes.pattern(label, List.of("")) != null) {
            return INSTANCE_TYPE;
        }
        return switch (NodeLabels.current(label)) {
            case NodeLabels.INSTANCE_TYPE -> INSTANCE_TYPE;
            case NodeLabels.ZONE -> "ecs.availability-zone";
            case NodeLabels.OS -> "ecs.os-type";
            case NodeLabels.ARCH -> ARCHITECTURE;
            case NodeLabels.WINDOWS_BUILD -> OS_FAMILY;
            default -> label;
        };
    }

    /** The attribute values that label values stand for; a Windows build is both of its editions. */
    static List<String> attributeValues(String label, List<String> values) {
        List<String> all = new ArrayList<>();
        for (String value : values) {
            if (NodeLabels.current(label).equals(NodeLabels.ARCH)) {
                all.add(value.equals("amd64") ? "x86_64" : value);
                continue;
            }
            String version = label.equals(NodeLabels.WINDOWS_BUILD) ? NodeLabels.windowsVersion(value) : null;
            if (version == null) {
                all.add(value);
            } else {
                all.add(WindowsFamilies.family(version, WindowsFamilies.CORE));
                all.add(WindowsFamilies.family(version, WindowsFamilies.FULL));
            }
        }
        return all;
    }
}
