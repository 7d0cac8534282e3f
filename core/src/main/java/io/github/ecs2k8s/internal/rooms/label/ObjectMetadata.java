package io.github.ecs2k8s.internal.rooms.label;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.kubernetes.PodTemplates;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Names and tags of what surrounds ECS ⇄ metadata of Kubernetes objects other than workloads.
 *
 * <p>Name, namespace and labels are how objects find each other, and have done their work when the translation is
 * made. What else stands there is read by controllers in the cluster: rooms that know such a controller own the
 * annotations of their kind, the rest is said here, once for each object
 * (https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/).
 */
public final class ObjectMetadata implements BundleCorrespondence {
    private static final String METADATA = "object.metadata.";

    private final BiPredicate<String, String> isOwned;

    /**
     * The room.
     *
     * @param isOwned whether a room owns a member of the metadata of a kind
     */
    public ObjectMetadata(BiPredicate<String, String> isOwned) {
        this.isOwned = isOwned;
    }

    @Override
    public Term term() {
        return Term.OBJECT_METADATA;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of();
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of(
                OwnedField.resolved(METADATA + "name", "name"),
                OwnedField.resolved(METADATA + "generateName", "name"),
                OwnedField.resolved(METADATA + "namespace", "cluster"),
                OwnedField.nowhere(METADATA + "labels{}"),
                OwnedField.nowhere(METADATA + "annotations{}"),
                OwnedField.nowhere(METADATA + "finalizers[]"),
                OwnedField.nowhere(METADATA + "ownerReferences[].**"),
                // What the server notes is taken out before anything is read; somebody may have written it all the
                // same.
                OwnedField.nowhere(METADATA + "managedFields[].**"),
                OwnedField.nowhere(METADATA + "uid"),
                OwnedField.nowhere(METADATA + "resourceVersion"),
                OwnedField.nowhere(METADATA + "generation"),
                OwnedField.nowhere(METADATA + "creationTimestamp"),
                OwnedField.nowhere(METADATA + "deletionTimestamp"),
                OwnedField.nowhere(METADATA + "deletionGracePeriodSeconds"),
                OwnedField.nowhere(METADATA + "selfLink"));
    }

    /** Nothing: names are made where objects are, and tags of workloads have a room of their own. */
    @Override
    public void toKubernetes(BundleToKubernetes context) {}

    @Override
    public void toEcs(BundleToEcs context) {
        for (LocatedObject located : context.manifests().all()) {
            if (context.isUsed(located) && located.node().get("metadata") instanceof MappingNode metadata) {
                if (!PodTemplates.isWorkload(located.object())) {
                    say(context, located, metadata, "labels", "tag what it becomes where it is created");
                    say(context, located, metadata, "annotations", "do with the means of AWS what their reader did");
                }
                if (PodTemplates.isWorkload(located.object())
                        && metadata.get("annotations") instanceof MappingNode annotations) {
                    WorkloadAnnotations.say(located, annotations, context);
                }
                say(context, located, metadata, "finalizers", null);
                say(context, located, metadata, "ownerReferences", null);
            }
        }
    }

    private void say(
            BundleToEcs context, LocatedObject located, MappingNode metadata, String member, @Nullable String hint) {
        String kind = located.object().getKind();
        Node value = metadata.get(member);
        if (value == null
                || value.isNull()
                || value instanceof MappingNode map && map.entries().isEmpty()) {
            return;
        }
        if (isOwned.test(kind, member)) {
            return;
        }
        context.at(metadata, member)
                .report(
                        FindingCode.METADATA_LEFT_OUT,
                        "the " + (member.equals("ownerReferences") ? "owner" : member) + " of " + kind + " "
                                + located.object().getMetadata().getName() + " say nothing to ECS; not written",
                        hint);
    }
}
