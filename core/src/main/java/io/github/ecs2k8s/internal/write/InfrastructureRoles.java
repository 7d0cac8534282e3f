package io.github.ecs2k8s.internal.write;

import java.util.HashMap;
import java.util.Map;

/**
 * Adds the roles with which ECS itself works for services that name none: attaching EBS volumes, moving traffic between
 * target groups (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/infrastructure_IAM_role.html).
 */
final class InfrastructureRoles {
    private final Parts parts;
    private final Map<String, Part> added = new HashMap<>();

    InfrastructureRoles(Parts parts) {
        this.parts = parts;
    }

    void add() {
        for (Part service : parts.of(PartKind.SERVICE)) {
            for (Object volume : PlainTrees.list(service.members(), "volumeConfigurations")) {
                add(PlainTrees.map(PlainTrees.map(volume), "managedEBSVolume"), "Volumes");
            }
            for (Object balancer : PlainTrees.list(service.members(), "loadBalancers")) {
                add(PlainTrees.map(PlainTrees.map(balancer), "advancedConfiguration"), "LoadBalancers");
            }
        }
        for (Part task : parts.of(PartKind.RUN_TASK)) {
            for (Object volume : PlainTrees.list(task.members(), "volumeConfigurations")) {
                add(PlainTrees.map(PlainTrees.map(volume), "managedEBSVolume"), "Volumes");
            }
        }
    }

    private void add(Map<String, Object> user, String purpose) {
        if (user.isEmpty()) {
            return;
        }
        String given = PlainTrees.get(user, "roleArn") instanceof String text ? text : null;
        String wanted = given == null ? "Ecs" + purpose + "Role" : RoleNames.unknown(parts, given);
        if (wanted == null) {
            return;
        }
        Part role = added.computeIfAbsent(
                purpose,
                key -> parts.add(
                        PartKind.ROLE,
                        wanted,
                        Policies.managed(
                                "ecs.amazonaws.com",
                                (purpose.equals("Volumes") ? "service-role/" : "")
                                        + "AmazonECSInfrastructureRolePolicyFor" + purpose)));
        boolean small = user.keySet().stream().anyMatch(key -> Character.isLowerCase(key.charAt(0)));
        user.keySet().removeIf(key -> key.equalsIgnoreCase("roleArn"));
        user.put(small ? "roleArn" : "RoleArn", "${" + role.logicalId() + ".Arn}");
    }
}
