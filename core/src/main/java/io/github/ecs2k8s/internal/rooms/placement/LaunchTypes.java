package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.Workloads;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.room.TaskCorrespondence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * ECS requiresCompatibilities ⇄ Kubernetes nodes: where a Pod runs is a matter of the cluster, not of the Pod.
 *
 * <p>{@code EC2} means ordinary nodes, which is what a Pod gets anyway. On EKS a Fargate profile selects Pods by namespace
 * and labels (https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html). What the service derives by itself,
 * {@code compatibilities} and {@code requiresAttributes}, says nothing that the other fields do not say
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html).
 */
public final class LaunchTypes implements TaskCorrespondence {

    @Override
    public Term term() {
        return Term.LAUNCH_TYPE;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.nowhere("requiresCompatibilities[]", "EC2"),
                OwnedField.nowhere("compatibilities[]"),
                OwnedField.nowhere("requiresAttributes[].name"),
                OwnedField.nowhere("requiresAttributes[].value"),
                OwnedField.nowhere("requiresAttributes[].targetType"),
                OwnedField.nowhere("requiresAttributes[].targetId"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return List.of();
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context) {
        List<String> types = from.requiresCompatibilitiesAsStrings();
        for (int i = 0; i < types.size(); i++) {
            String where = types.get(i) == null ? null : where(types.get(i), context);
            if (where != null) {
                context.at("requiresCompatibilities", i)
                        .report(
                                FindingCode.LAUNCH_TYPE,
                                "a Pod does not ask for " + types.get(i) + "; the cluster's nodes decide",
                                where.isEmpty() ? null : where);
            }
        }
        if (!from.compatibilities().isEmpty()) {
            sayReadOnly("compatibilities", context);
        }
        if (!from.requiresAttributes().isEmpty()) {
            sayReadOnly("requiresAttributes", context);
        }
    }

    /** What the user does for a launch type: null when there is nothing to say, empty when there is nothing to do. */
    private static @Nullable String where(String type, TaskToKubernetes context) {
        boolean eks = context.target().isEks();
        return switch (type) {
            case "FARGATE" -> eks ? "for Fargate: eksctl create fargateprofile --cluster … " + selector(context) : "";
            case "MANAGED_INSTANCES" -> eks ? "EKS Auto Mode manages instances in the same way" : "";
            case "EXTERNAL" -> eks ? "machines of your own join an EKS cluster as hybrid nodes" : "";
            default -> null;
        };
    }

    private static String selector(TaskToKubernetes context) {
        String namespace = context.bundle().options().namespace();
        return "--namespace " + (namespace == null ? "…" : namespace) + " --labels " + Workloads.NAME_LABEL + "="
                + context.facts().workloadName();
    }

    private static void sayReadOnly(String field, TaskToKubernetes context) {
        context.at(field)
                .report(
                        FindingCode.READ_ONLY_FIELD,
                        field + " follows from the rest of the task definition; not written");
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context) {
        // A Pod says nothing about it; whoever registers the task definition chooses.
    }
}
