package io.github.ecs2k8s.correspondence;

import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.translation.BundleContext;
import io.github.ecs2k8s.translation.BundleCorrespondence;
import io.github.ecs2k8s.translation.OwnedField;
import java.util.List;

/**
 * EFS file systems, Secrets Manager secrets, CloudWatch log groups ⇄ themselves: they stay in AWS, and the volumes and
 * secrets of the manifests refer to them. Said once for each, so that nobody takes the manifests for all there is
 * (https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html).
 */
final class SupportingResources implements BundleCorrespondence {
    private static final List<ResourceKind> KINDS = List.of(
            ResourceKind.FILE_SYSTEM,
            ResourceKind.ACCESS_POINT,
            ResourceKind.MOUNT_TARGET,
            ResourceKind.SECRET,
            ResourceKind.LOG_GROUP);

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
        return List.of();
    }

    @Override
    public void toKubernetes(BundleContext context) {
        for (Resource<?> resource : context.resources().all()) {
            if (KINDS.contains(resource.kind())) {
                context.use(resource);
                context.find(FindingCode.STAYS_IN_AWS, resource.title() + what(resource.kind()), null, resource.node());
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
