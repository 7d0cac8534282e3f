package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.utils.builder.Buildable;

/** Objects of the input → resources: other spellings of the model's members first, then the model itself. */
final class ResourceNodes {
    /** Tokens against doing a thing twice and the like, which say nothing about it; and secret values, which stay unread. */
    private static final Set<String> UNREAD = Set.of(
            "ClientToken",
            "ClientRequestToken",
            "CreatorRequestId",
            "CreationToken",
            "DryRun",
            "TagSpecifications",
            "ResponseMetadata",
            "ResetTransforms",
            "AddReplicaRegions",
            "ForceOverwriteReplicaSecret",
            "SecretString",
            "SecretBinary",
            "GenerateSecretString",
            "VersionId",
            "VersionStages");

    private ResourceNodes() {}

    /** The object with the model's members, as far as they differ in more than their spelling. */
    static MappingNode of(ResourceKind kind, MappingNode object) {
        return switch (kind) {
            case SERVICE -> ServiceNodes.of(object);
            case CLUSTER -> NodeEdits.rename(object, Map.of("clusterSettings", "settings"));
            case CAPACITY_PROVIDER -> NodeEdits.rename(object, Map.of("clusterName", "cluster"));
            case RUN_TASK, TASK -> object;
            case LISTENER_RULE -> withListener(NodeEdits.without(object, UNREAD));
            case CLOUD_MAP_NAMESPACE ->
                Recognition.member(object, "Vpc") == null
                        ? NodeEdits.without(object, UNREAD)
                        : NodeEdits.withText(NodeEdits.without(object, UNREAD), "Type", "DNS_PRIVATE");
            default -> NodeEdits.without(object, UNREAD);
        };
    }

    /** The ARN of a rule holds that of its listener, which describe-rules does not print. */
    private static MappingNode withListener(MappingNode rule) {
        if (Recognition.member(rule, "ListenerArn") == null
                && Recognition.member(rule, "RuleArn") instanceof ScalarNode arn
                && arn.text().contains(":listener-rule/")) {
            String listener = arn.text().replace(":listener-rule/", ":listener/");
            Node value = new ScalarNode(
                    arn.location(),
                    arn.pointer(),
                    null,
                    ScalarNode.Kind.STRING,
                    listener.substring(0, listener.lastIndexOf('/')));
            return NodeEdits.with(rule, "ListenerArn", value);
        }
        return rule;
    }

    /** The resource; members that are not the model's have their findings. */
    static Resource<?> bind(ResourceKind kind, MappingNode node, @Nullable String logicalId, Findings findings) {
        return switch (kind) {
            case SERVICE -> sdk(kind, CreateServiceRequest.builder(), node, logicalId, ServiceNodes.NOTES, findings);
            case CLUSTER -> sdk(kind, Cluster.builder(), node, logicalId, Set.of(), findings);
            case CAPACITY_PROVIDER -> sdk(kind, CapacityProvider.builder(), node, logicalId, Set.of(), findings);
            case TASK -> sdk(kind, Task.builder(), node, logicalId, Set.of(), findings);
            case RUN_TASK -> sdk(kind, RunTaskRequest.builder(), node, logicalId, Set.of(), findings);
            default -> bindRecord(kind, kind.model(), node, logicalId, findings);
        };
    }

    private static Resource<?> sdk(
            ResourceKind kind,
            Buildable builder,
            MappingNode node,
            @Nullable String logicalId,
            Set<String> ignored,
            Findings findings) {
        MappingNode spelled = SdkReader.read(node, (SdkPojo) builder, findings, ignored);
        return new Resource<>(kind, builder.build(), spelled, logicalId);
    }

    private static <T> Resource<T> bindRecord(
            ResourceKind kind, Class<T> model, MappingNode node, @Nullable String logicalId, Findings findings) {
        RecordReader.Bound<T> bound = RecordReader.read(node, model, findings, Set.of());
        return new Resource<>(kind, bound.value(), bound.node(), logicalId);
    }

    /** Builders of the models that templates describe in the API's words, for renaming properties. */
    static @Nullable SdkPojo shape(ResourceKind kind) {
        return switch (kind) {
            case SERVICE -> CreateServiceRequest.builder();
            case CLUSTER -> Cluster.builder();
            case CAPACITY_PROVIDER -> CapacityProvider.builder();
            default -> null;
        };
    }

    /** The kinds that templates can describe. */
    static @Nullable ResourceKind ofTemplate(String type) {
        for (ResourceKind kind : ResourceKind.values()) {
            List<String> types = kind.templateTypes();
            if (types.contains(type)) {
                return kind;
            }
        }
        return null;
    }
}
