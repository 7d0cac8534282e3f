package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
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
        return graft(graft(node, "deployments", OF_A_DEPLOYMENT), "taskSets", OF_A_TASK_SET);
    }

    /**
     * The service with members of its primary deployment or task set where it has none itself. They leave the place they
     * come from, and get pointers of their own: what is said of all deployments is not said of them.
     */
    private static MappingNode graft(MappingNode service, String from, List<String> members) {
        if (!(Recognition.member(service, from) instanceof SequenceNode list)) {
            return service;
        }
        MappingNode primary = primary(list);
        if (primary == null) {
            return service;
        }
        MappingNode grafted = service;
        Set<String> taken = new HashSet<>();
        for (String member : members) {
            Node value = Recognition.member(primary, member);
            Node own = Recognition.member(service, member);
            if (value != null && (own == null || SdkSpelling.isBlank(own))) {
                grafted = NodeEdits.with(
                        grafted, member, NodeEdits.at(service.pointer().child(member), value));
                taken.add(member);
            }
        }
        if (taken.isEmpty()) {
            return service;
        }
        List<Node> rest = new ArrayList<>(list.items());
        rest.replaceAll(item -> item == primary ? NodeEdits.without(primary, taken) : item);
        return NodeEdits.with(
                grafted, from, new SequenceNode(list.location(), list.pointer(), list.tag(), List.copyOf(rest)));
    }

    /** Whether an object is the input of update-service, which says only what changes. */
    static boolean isUpdate(MappingNode object) {
        return ResourceParts.text(object, "service") != null;
    }

    /** Whether an object is the input of create-task-set. */
    static boolean isTaskSet(MappingNode object) {
        return isUpdate(object)
                && (Recognition.member(object, "externalId") != null || Recognition.member(object, "scale") != null);
    }

    /** The service with what a task set of its own runs, where the service itself does not say. */
    static MappingNode withTaskSet(MappingNode service, MappingNode taskSet) {
        return NodeEdits.fill(service, taskSet, OF_A_TASK_SET);
    }

    private static @Nullable MappingNode primary(SequenceNode list) {
        for (Node item : list.items()) {
            if (item instanceof MappingNode mapping && "PRIMARY".equals(ResourceParts.text(mapping, "status"))) {
                return mapping;
            }
        }
        return list.items().size() == 1 && list.items().get(0) instanceof MappingNode only ? only : null;
    }
}
