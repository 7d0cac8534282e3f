package io.github.ecs2k8s.internal.rooms.placement;

import io.github.ecs2k8s.kubernetes.NodeLabels;

/** What a user does in place of choosing nodes by a label. */
final class NodeAdvice {
    private NodeAdvice() {}

    static String onFargate(String label) {
        return switch (label) {
            case NodeLabels.ZONE, "topology.k8s.aws/zone-id" -> "give the service the subnets of that zone alone";
            case NodeLabels.REGION -> "create the cluster in that region";
            case NodeLabels.INSTANCE_TYPE ->
                "give the task the CPU and memory it needs; --launch-type ec2 keeps the type";
            default -> "--launch-type ec2 keeps it, as an attribute of container instances";
        };
    }

    static String onInstances(String label) {
        return switch (label) {
            case NodeLabels.HOSTNAME -> "set an attribute of that instance with aws ecs put-attributes, and select it";
            case NodeLabels.REGION -> "create the cluster in that region";
            case "topology.k8s.aws/zone-id" -> "select the zone by name, with " + NodeLabels.ZONE;
            default -> "name the instance types: " + NodeLabels.INSTANCE_TYPE + " in [...]";
        };
    }
}
