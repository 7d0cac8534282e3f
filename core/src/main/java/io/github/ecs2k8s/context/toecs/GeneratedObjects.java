package io.github.ecs2k8s.context.toecs;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects that something in the cluster made of others: the ReplicaSets and Pods of a Deployment, as {@code kubectl get
 * all} prints them beside it. Their owner is translated, and they would be a second one of the same
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/).
 */
public final class GeneratedObjects {
    private static final Set<String> OWN_SECRETS = Set.of("helm.sh/release.v1", "kubernetes.io/service-account-token");

    private final BundleToEcs context;

    public GeneratedObjects(BundleToEcs context) {
        this.context = context;
    }

    /** Whether an object was made of another of the input, which is said, or by the cluster for itself, which is not. */
    public boolean isMade(LocatedObject located) {
        if (isOfTheCluster(located.object())) {
            return true;
        }
        String maker = owner(located.object());
        if (maker != null) {
            String kind = located.object().getKind();
            context.at(located.node())
                    .report(
                            FindingCode.OBJECT_MADE,
                            kind + " " + located.object().getMetadata().getName() + " was made by " + maker
                                    + "; nothing of its own is written");
        }
        return maker != null;
    }

    /** The owner in the input that manages the object, null when there is none. */
    private @Nullable String owner(HasMetadata object) {
        List<OwnerReference> owners = object.getMetadata().getOwnerReferences();
        for (OwnerReference owner : owners == null ? List.<OwnerReference>of() : owners) {
            boolean present = owner.getKind() != null
                    && owner.getName() != null
                    && context.manifests()
                                    .find(
                                            owner.getKind(),
                                            owner.getName(),
                                            object.getMetadata().getNamespace())
                            != null;
            if (present) {
                return owner.getKind() + " " + owner.getName();
            }
        }
        return null;
    }

    private static boolean isOfTheCluster(HasMetadata object) {
        String name = object.getMetadata().getName();
        return switch (object.getKind()) {
            case "Service" ->
                "kubernetes".equals(name)
                        && object instanceof Service service
                        && (service.getSpec() == null
                                || service.getSpec().getSelector() == null
                                || service.getSpec().getSelector().isEmpty());
            case "ConfigMap" -> "kube-root-ca.crt".equals(name);
            case "ServiceAccount" ->
                "default".equals(name)
                        && (object.getMetadata().getAnnotations() == null
                                || object.getMetadata().getAnnotations().isEmpty());
            case "Secret" ->
                object instanceof Secret secret && secret.getType() != null && OWN_SECRETS.contains(secret.getType());
            case "EndpointSlice", "Endpoints", "Event", "Lease", "ControllerRevision" -> true;
            default -> false;
        };
    }
}
