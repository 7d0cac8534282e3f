package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A service as describe-services prints it, update-service takes it or a template gives it → with the members of
 * create-service. What describe-services tells only of deployments and task sets (Service Connect, volumes, what an
 * EXTERNAL controller runs) comes from the primary one
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Service.html).
 */
final class ServiceNodes {
    /** What is told about a service beyond what creating one takes; it stays in the node. */
    static final Set<String> NOTES = Set.of(
            "serviceArn",
            "status",
            "runningCount",
            "pendingCount",
            "taskSets",
            "deployments",
            "events",
            "createdAt",
            "createdBy",
            "platformFamily",
            "currentServiceDeployment",
            "currentServiceRevisions",
            "resourceManagementType");

    private static final Map<String, String> OTHER_NAMES = Map.of(
            "service",
            "serviceName",
            "clusterArn",
            "cluster",
            "roleArn",
            "role",
            "placementStrategies",
            "placementStrategy");

    /** Says how a request is carried out, not what the service is. */
    private static final Set<String> OF_THE_REQUEST = Set.of("forceNewDeployment");

    private static final List<String> OF_A_DEPLOYMENT = List.of(
            "serviceConnectConfiguration",
            "volumeConfigurations",
            "vpcLatticeConfigurations",
            "capacityProviderStrategy",
            "launchType",
            "platformVersion",
            "networkConfiguration",
            "taskDefinition");

    private static final List<String> OF_A_TASK_SET = List.of(
            "taskDefinition",
            "loadBalancers",
            "serviceRegistries",
            "networkConfiguration",
            "capacityProviderStrategy",
            "launchType",
            "platformVersion");

    private ServiceNodes() {}

    /** The service with the members of create-service, beside the service's own notes. */
    static MappingNode of(MappingNode service) {
        MappingNode node = NodeEdits.rename(NodeEdits.without(service, OF_THE_REQUEST), OTHER_NAMES);
        MappingNode deployment = primary(Recognition.member(node, "deployments"));
        if (deployment != null) {
            node = NodeEdits.fill(node, deployment, OF_A_DEPLOYMENT);
        }
        return withTaskSet(node, primary(Recognition.member(node, "taskSets")));
    }

    /** Whether an object is the input of update-service, which says only what changes. */
    static boolean isUpdate(MappingNode object) {
        return ResourceParts.text(object, "service") != null;
    }

    /** The service with what a task set of its own runs, where the service itself does not say. */
    static MappingNode withTaskSet(MappingNode service, @Nullable MappingNode taskSet) {
        return taskSet == null ? service : NodeEdits.fill(service, taskSet, OF_A_TASK_SET);
    }

    private static @Nullable MappingNode primary(@Nullable Node list) {
        if (!(list instanceof SequenceNode sequence)) {
            return null;
        }
        for (Node item : sequence.items()) {
            if (item instanceof MappingNode mapping
                    && Recognition.member(mapping, "status") instanceof ScalarNode status
                    && status.text().equals("PRIMARY")) {
                return mapping;
            }
        }
        return sequence.items().size() == 1 && sequence.items().get(0) instanceof MappingNode only ? only : null;
    }
}
