package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.resource.EcsParameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;

/**
 * Puts references to what the account has where a part needs it and does not say: the cluster, the VPC, subnets. Without
 * them nothing with a network of its own can be created.
 */
final class AccountReferences {
    static final String CLUSTER = "${ClusterName}";
    static final String VPC = "${VpcId}";
    static final String SUBNETS = "${SubnetIds}";

    private static final String DEFAULT_CLUSTER = "service/default/";

    private final Parts parts;
    private final Naming naming;

    AccountReferences(Parts parts, Naming naming) {
        this.parts = parts;
        this.naming = naming;
    }

    void add() {
        for (Part part : parts.all()) {
            switch (part.kind()) {
                case SERVICE, RUN_TASK -> launch(part);
                case SCHEDULE -> start(PlainTrees.map(part.members(), "Target"));
                case EVENT_RULE ->
                    PlainTrees.list(part.members(), "Targets").forEach(target -> start(PlainTrees.map(target)));
                case SECURITY_GROUP -> part.members().putIfAbsent("VpcId", VPC);
                case TARGET_GROUP -> targetGroup(part.members());
                case LOAD_BALANCER -> loadBalancer(part.members());
                default -> {
                    // Others need nothing of the account's, or say so in members that creating them requires anyway.
                }
            }
        }
        for (Part part : parts.all()) {
            inDefaultCluster(part.members());
        }
    }

    private void launch(Part part) {
        if (part.text("cluster") == null) {
            part.members().put(naming.of(CreateServiceRequest.class, "cluster"), CLUSTER);
        }
        String subnets = naming.of(AwsVpcConfiguration.class, "subnets");
        Map<String, Object> network = PlainTrees.map(part.members(), "networkConfiguration");
        Map<String, Object> own = PlainTrees.map(network, "awsvpcConfiguration");
        if (!own.isEmpty() && PlainTrees.list(own, "subnets").isEmpty()) {
            own.put(subnets, List.of(SUBNETS));
        } else if (hasOwnNetwork(part.text("taskDefinition")) && network.isEmpty()) {
            String vpc = naming.of(NetworkConfiguration.class, "awsvpcConfiguration");
            part.members()
                    .put(
                            naming.of(CreateServiceRequest.class, "networkConfiguration"),
                            PlainTrees.of(vpc, PlainTrees.of(subnets, List.of(SUBNETS))));
        }
    }

    private void start(Map<String, Object> target) {
        Map<String, Object> ecs = PlainTrees.map(target, "EcsParameters");
        String task = ecs.get("TaskDefinitionArn") instanceof String text ? text : null;
        if (!ecs.isEmpty()) {
            target.putIfAbsent("Arn", Policies.PARTITION + "ecs" + Policies.HERE + "cluster/" + CLUSTER);
        }
        Map<String, Object> own = PlainTrees.map(PlainTrees.map(ecs, "NetworkConfiguration"), "AwsvpcConfiguration");
        if (!own.isEmpty() && PlainTrees.list(own, "Subnets").isEmpty()) {
            own.put("Subnets", List.of(SUBNETS));
        } else if (hasOwnNetwork(task) && !ecs.containsKey("NetworkConfiguration")) {
            String vpc = naming.of(EcsParameters.NetworkConfiguration.class, "AwsvpcConfiguration");
            ecs.put("NetworkConfiguration", PlainTrees.of(vpc, PlainTrees.of("Subnets", List.of(SUBNETS))));
        }
    }

    private boolean hasOwnNetwork(@Nullable String taskDefinition) {
        Part task = parts.meantBy(taskDefinition);
        return task != null && "awsvpc".equals(task.text("networkMode"));
    }

    private static void targetGroup(Map<String, Object> group) {
        if (!"lambda".equals(group.get("TargetType"))) {
            group.putIfAbsent("VpcId", VPC);
        }
    }

    private static void loadBalancer(Map<String, Object> balancer) {
        if (!balancer.containsKey("SubnetMappings") && !balancer.containsKey("AvailabilityZones")) {
            balancer.putIfAbsent("Subnets", List.of(SUBNETS));
        }
    }

    /** A service whose cluster is asked for is not in the default cluster any more. */
    private void inDefaultCluster(Map<String, Object> members) {
        if (!(members.get("ResourceId") instanceof String id) || !id.startsWith(DEFAULT_CLUSTER)) {
            return;
        }
        String service = id.substring(DEFAULT_CLUSTER.length());
        String reference = service.endsWith(".Name}") ? service.replace(".Name}", "}") : service;
        Part part = parts.meantBy(reference);
        if (part != null && CLUSTER.equals(part.text("cluster"))) {
            members.put("ResourceId", "service/" + CLUSTER + "/" + service);
        }
    }
}
