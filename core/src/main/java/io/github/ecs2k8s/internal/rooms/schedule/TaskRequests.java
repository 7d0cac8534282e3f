package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.EcsParameters;
import io.github.ecs2k8s.ecs.resource.EcsParameters.CapacityProviderStrategyItem;
import io.github.ecs2k8s.ecs.resource.EcsParameters.NetworkConfiguration;
import io.github.ecs2k8s.ecs.resource.EcsParameters.PlacementConstraint;
import io.github.ecs2k8s.ecs.resource.EcsParameters.PlacementStrategy;
import io.github.ecs2k8s.ecs.resource.EcsParametersBuilder;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.finding.Finding;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.read.SdkReader;
import io.github.ecs2k8s.source.BrokenInputException;
import io.github.ecs2k8s.source.Documents;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.TaskOverride;

/**
 * The targets of schedules and described tasks in the words of run-task, so that rooms need to know only those. Every
 * value keeps its place; what stands in a JSON text has the place of that text.
 */
final class TaskRequests {
    private static final Map<String, String> OF_PARAMETERS =
            Map.of("TaskDefinitionArn", "taskDefinition", "TaskCount", "count");

    private static final Map<String, String> OF_TASK = Map.of(
            "taskDefinitionArn", "taskDefinition",
            "clusterArn", "cluster",
            "launchType", "launchType",
            "platformVersion", "platformVersion",
            "enableExecuteCommand", "enableExecuteCommand",
            "group", "group",
            "startedBy", "startedBy",
            "tags", "tags",
            "overrides", "overrides");

    private TaskRequests() {}

    /** The request that a rule or schedule makes to start its target. */
    static Resource<RunTaskRequest> of(ScheduledTarget target, BundleToKubernetes context) {
        MappingNode node = target.node();
        Node input = input(target, context);
        if (target.isRequest()) {
            context.at(node, "Arn")
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "the request stands in the input; what would come back names the cluster, as targets of ECS do");
            List<MappingNode.Entry> members = input instanceof MappingNode request ? request.entries() : List.of();
            return read(
                    target.schedule().kind(), node, members, target.schedule().logicalId(), context);
        }
        List<MappingNode.Entry> members = new ArrayList<>();
        MappingNode parameters = Nodes.object(node, "EcsParameters");
        if (parameters != null) {
            add(members, parameters, OF_PARAMETERS, true);
            require("TaskDefinitionArn", parameters, members);
        }
        Node cluster = node.get("Arn");
        if (cluster != null) {
            members.add(new MappingNode.Entry("cluster", cluster.location(), cluster));
        } else {
            context.at(node, "Arn")
                    .report(
                            FindingCode.MISSING_FIELD,
                            "the target has no Arn, which names the cluster; the default cluster is taken");
        }
        if (input instanceof MappingNode overrides) {
            MappingNode read = report(overrides, TaskOverride.builder(), context);
            members.add(new MappingNode.Entry("overrides", read.location(), read));
        }
        return read(target.schedule().kind(), node, members, target.schedule().logicalId(), context);
    }

    /** A request in the words of EventBridge, which names cluster and overrides elsewhere. */
    static EcsParameters parameters(RunTaskRequest request) {
        return EcsParametersBuilder.builder()
                .taskDefinitionArn(request.taskDefinition())
                .taskCount(request.count())
                .launchType(request.launchTypeAsString())
                .networkConfiguration(network(request.networkConfiguration()))
                .platformVersion(request.platformVersion())
                .group(request.group())
                .capacityProviderStrategy(map(
                        request.capacityProviderStrategy(),
                        item -> new CapacityProviderStrategyItem(item.capacityProvider(), item.weight(), item.base())))
                .enableECSManagedTags(request.enableECSManagedTags())
                .enableExecuteCommand(request.enableExecuteCommand())
                .placementConstraints(map(
                        request.placementConstraints(),
                        constraint -> new PlacementConstraint(constraint.typeAsString(), constraint.expression())))
                .placementStrategy(map(
                        request.placementStrategy(),
                        strategy -> new PlacementStrategy(strategy.typeAsString(), strategy.field())))
                .propagateTags(request.propagateTagsAsString())
                .referenceId(request.referenceId())
                .tags(map(request.tags(), tag -> new Tag(tag.key(), tag.value())))
                .build();
    }

    private static @Nullable NetworkConfiguration network(
            software.amazon.awssdk.services.ecs.model.@Nullable NetworkConfiguration network) {
        if (network == null || network.awsvpcConfiguration() == null) {
            return null;
        }
        AwsVpcConfiguration own = network.awsvpcConfiguration();
        return new NetworkConfiguration(new EcsParameters.AwsVpcConfiguration(
                own.subnets(), own.securityGroups(), own.assignPublicIpAsString()));
    }

    private static <A, B> List<B> map(List<A> items, Function<A, B> each) {
        List<B> list = new ArrayList<>(items.size());
        items.forEach(item -> list.add(each.apply(item)));
        return list;
    }

    /** The request that would start a task anew. */
    static Resource<RunTaskRequest> ofTask(MappingNode task, BundleToKubernetes context) {
        List<MappingNode.Entry> members = new ArrayList<>();
        add(members, task, OF_TASK, false);
        require("taskDefinitionArn", task, members);
        return read(ResourceKind.TASK, task, members, null, context);
    }

    /** A reference that is not there has its place nonetheless, for what is said of it. */
    private static void require(String reference, MappingNode object, List<MappingNode.Entry> members) {
        if (object.get(reference) == null) {
            Node absent = new ScalarNode(
                    object.location(), object.pointer().child(reference), null, ScalarNode.Kind.NULL, "null");
            members.add(new MappingNode.Entry("taskDefinition", object.location(), absent));
        }
    }

    /** Adds members under other names; others as they are, or not at all. */
    private static void add(
            List<MappingNode.Entry> members, MappingNode from, Map<String, String> names, boolean others) {
        for (MappingNode.Entry entry : from.entries()) {
            String name = names.get(entry.key());
            if (name != null || others) {
                members.add(
                        new MappingNode.Entry(name == null ? entry.key() : name, entry.keyLocation(), entry.value()));
            }
        }
    }

    private static Resource<RunTaskRequest> read(
            ResourceKind kind,
            MappingNode place,
            List<MappingNode.Entry> members,
            @Nullable String logicalId,
            BundleToKubernetes context) {
        RunTaskRequest.Builder request = RunTaskRequest.builder();
        MappingNode node = report(
                new MappingNode(place.location(), place.pointer(), null, List.copyOf(members)), request, context);
        return new Resource<>(kind, request.build(), node, logicalId);
    }

    /** Binds an object; that its members begin with a capital letter needs no remark. */
    private static MappingNode report(MappingNode node, SdkPojo builder, BundleToKubernetes context) {
        Findings findings = new Findings();
        MappingNode read = SdkReader.read(node, builder, findings, Set.of());
        for (Finding finding : findings.sorted()) {
            if (finding.code() != FindingCode.SPELLING_CORRECTED) {
                context.add(finding);
            }
        }
        return read;
    }

    /** What the target's input says, null when there is none or it cannot be read. */
    private static @Nullable Node input(ScheduledTarget target, BundleToKubernetes context) {
        Node place = target.node().get("Input");
        String text = Nodes.text(target.node(), "Input");
        if (place == null || text == null) {
            return null;
        }
        try {
            Node value = Documents.parse(new SourceFile("Input.json", text), new Findings())
                    .get(0);
            if (value instanceof MappingNode) {
                return Nodes.at(place, value);
            }
        } catch (BrokenInputException e) {
            // Said below: where in the text it breaks is nothing that the user can look up.
        }
        context.at(place)
                .report(
                        FindingCode.EVENT_INPUT,
                        "the input is no JSON object with overrides; nothing is overridden",
                        "write {\"containerOverrides\": [{\"name\": …, \"command\": […]}]}");
        return null;
    }
}
