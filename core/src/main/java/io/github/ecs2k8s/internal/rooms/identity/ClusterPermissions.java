package io.github.ecs2k8s.internal.rooms.identity;

import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Kubernetes Role and RoleBinding → the permissions on ECS that a task role needs for the same, said and not written: a
 * program that asks the API of a cluster does not ask the API of ECS before somebody has changed it
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerservice.html).
 */
public final class ClusterPermissions implements BundleCorrespondence {
    private static final List<String> ROLES = List.of("Role", "ClusterRole");
    private static final List<String> BINDINGS = List.of("RoleBinding", "ClusterRoleBinding");

    @Override
    public Term term() {
        return Term.CLUSTER_PERMISSION;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of();
    }

    @Override
    public List<OwnedField> kubernetes() {
        List<OwnedField> owned = new ArrayList<>();
        ROLES.forEach(role -> owned.add(OwnedField.nowhere(role + ".rules[].**")));
        owned.add(OwnedField.nowhere("ClusterRole.aggregationRule.**"));
        for (String binding : BINDINGS) {
            owned.add(OwnedField.nowhere(binding + ".roleRef.**"));
            owned.add(OwnedField.nowhere(binding + ".subjects[].**"));
        }
        return owned;
    }

    /** Nothing: IAM policies stand in no input. */
    @Override
    public void toKubernetes(BundleToKubernetes context) {}

    @Override
    public void toEcs(BundleToEcs context) {
        for (LocatedObject located : context.manifests().all()) {
            String kind = located.object().getKind();
            if (ROLES.contains(kind)) {
                context.use(located);
                sayRole(located, context);
            } else if (BINDINGS.contains(kind)) {
                context.use(located);
                context.at(located.node())
                        .report(
                                FindingCode.CLUSTER_PERMISSION,
                                kind + " " + located.object().getMetadata().getName()
                                        + " gives permissions on the cluster's API, which a task has nothing to do with");
            }
        }
    }

    private static void sayRole(LocatedObject located, BundleToEcs context) {
        List<PolicyRule> rules = located.object() instanceof Role role
                ? role.getRules()
                : located.object() instanceof ClusterRole role ? role.getRules() : List.of();
        TreeSet<String> actions = new TreeSet<>();
        for (PolicyRule rule : rules == null ? List.<PolicyRule>of() : rules) {
            for (String resource : rule.getResources()) {
                actions(resource, rule.getVerbs(), actions);
            }
        }
        context.at(located.node())
                .report(
                        FindingCode.CLUSTER_PERMISSION,
                        located.object().getKind() + " "
                                + located.object().getMetadata().getName()
                                + " allows what only the API of a cluster can answer",
                        actions.isEmpty()
                                ? "configure the program so that it does not ask the cluster"
                                : "for the same with the API of ECS, allow the task role "
                                        + String.join(", ", actions));
    }

    private static void actions(String resource, List<String> verbs, TreeSet<String> actions) {
        boolean all = verbs.contains("*");
        boolean reads = all || verbs.contains("get") || verbs.contains("list") || verbs.contains("watch");
        boolean creates = all || verbs.contains("create");
        boolean changes = all || verbs.contains("update") || verbs.contains("patch");
        switch (resource) {
            case "pods" -> {
                add(reads, actions, "ecs:DescribeTasks", "ecs:ListTasks");
                add(creates, actions, "ecs:RunTask");
                add(all || verbs.contains("delete"), actions, "ecs:StopTask");
            }
            case "jobs" -> add(creates, actions, "ecs:RunTask");
            case "pods/exec" -> add(creates, actions, "ecs:ExecuteCommand");
            case "deployments", "deployments/scale", "statefulsets", "replicasets" -> {
                add(reads, actions, "ecs:DescribeServices", "ecs:ListServices");
                add(changes, actions, "ecs:UpdateService");
            }
            case "services", "endpoints", "endpointslices" -> add(reads, actions, "servicediscovery:DiscoverInstances");
            case "nodes" -> add(reads, actions, "ecs:DescribeContainerInstances", "ecs:ListContainerInstances");
            case "secrets" -> add(reads, actions, "secretsmanager:GetSecretValue");
            default -> {
                // Nothing of ECS answers to it.
            }
        }
    }

    private static void add(boolean wanted, TreeSet<String> actions, String... more) {
        if (wanted) {
            actions.addAll(List.of(more));
        }
    }
}
