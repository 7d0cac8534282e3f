package io.github.ecs2k8s.internal.rooms.cluster;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * EFS file systems, Secrets Manager secrets, CloudWatch log groups ⇄ themselves: they stay in AWS, and the volumes and
 * secrets of the manifests refer to them. Said once for each, so that nobody takes the manifests for all there is
 * (https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html).
 */
public final class SupportingResources implements BundleCorrespondence {
    private static final List<ResourceKind> KINDS = List.of(
            ResourceKind.FILE_SYSTEM,
            ResourceKind.ACCESS_POINT,
            ResourceKind.MOUNT_TARGET,
            ResourceKind.SECRET,
            ResourceKind.LOG_GROUP);

    /** The annotation of what stands for something in AWS. */
    private static final String SOURCE = "ecs2k8s.io/source";

    @Override
    public Term term() {
        return Term.SUPPORTING_RESOURCE;
    }

    @Override
    public List<OwnedField> ecs() {
        return KINDS.stream()
                .map(kind -> OwnedField.nowhere(kind.prefix() + ".**"))
                .toList();
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.nowhere("ConfigMap.immutable", "false"), OwnedField.nowhere("Secret.immutable", "false"));
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        for (Resource<?> resource : context.resources().all()) {
            if (KINDS.contains(resource.kind())) {
                context.use(resource);
                context.at(resource.node()).report(FindingCode.STAYS_IN_AWS, resource.title() + what(resource.kind()));
            }
        }
    }

    @Override
    public void toEcs(BundleToEcs context) {
        for (LocatedObject located : context.manifests().all()) {
            if (context.isUsed(located) && located.object() instanceof ConfigMap map) {
                sayImmutable(map.getImmutable(), located, context);
                sayUnread(map.getData(), "data", located, context);
                sayUnread(map.getBinaryData(), "binaryData", located, context);
            } else if (context.isUsed(located) && located.object() instanceof Secret secret) {
                sayImmutable(secret.getImmutable(), located, context);
            }
        }
    }

    private static void sayImmutable(@Nullable Boolean immutable, LocatedObject located, BundleToEcs context) {
        if (Boolean.TRUE.equals(immutable)) {
            context.at(located.node(), "immutable")
                    .report(
                            FindingCode.NO_ECS_COUNTERPART,
                            located.object() instanceof Secret
                                    ? "a secret can always be given another value"
                                    : "task definitions never change; another value needs another revision anyway");
        }
    }

    private static void sayUnread(
            @Nullable Map<String, String> data, String member, LocatedObject located, BundleToEcs context) {
        if (data == null
                || located.object().getMetadata().getAnnotations() != null
                        && located.object().getMetadata().getAnnotations().containsKey(SOURCE)) {
            return;
        }
        for (String key : data.keySet()) {
            if (!context.isUsed(located, key)) {
                context.at(located.node(), member, key)
                        .report(
                                FindingCode.OBJECT_UNUSED,
                                "nothing in the input reads " + key + " of ConfigMap "
                                        + located.object().getMetadata().getName());
            }
        }
    }

    private static String what(ResourceKind kind) {
        return switch (kind) {
            case SECRET -> " stays in Secrets Manager; only references to it are written";
            case LOG_GROUP -> " stays in CloudWatch; a log agent of the cluster may write to it";
            case MOUNT_TARGET -> " stays as it is; the cluster's nodes must be in its network";
            default -> " stays in EFS; only the volumes that mount it are written";
        };
    }
}
