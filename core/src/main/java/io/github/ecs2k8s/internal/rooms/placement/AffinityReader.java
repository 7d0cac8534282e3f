package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import io.github.ecs2k8s.options.LaunchType;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a Pod's node affinity and node selector what a placement constraint can say; the rest gets a finding each. On
 * Fargate that is all of it, because there are no instances to choose.
 */
final class AffinityReader {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final String NODES = "pod.spec.affinity.nodeAffinity.";
    private static final String TERM = NODES + REQUIRED + ".nodeSelectorTerms[].";
    private static final String EXPRESSION = "placementConstraints[].expression";

    /** The leaves it answers for; the platform's labels in the node selector go to runtimePlatform instead. */
    static final List<OwnedField> OWNED = List.of(
            OwnedField.to("pod.spec.nodeSelector{}", EXPRESSION),
            OwnedField.to(TERM + "matchExpressions[].key", EXPRESSION),
            OwnedField.to(TERM + "matchExpressions[].operator", EXPRESSION),
            OwnedField.to(TERM + "matchExpressions[].values[]", EXPRESSION),
            OwnedField.nowhere(TERM + "matchFields[].**"),
            OwnedField.nowhere(NODES + PREFERRED + "[].**"));

    private final TaskToEcs context;
    private final boolean fargate;
    private List<List<NodeSelectorRequirement>> terms = List.of(List.of());

    AffinityReader(TaskToEcs context) {
        this.context = context;
        this.fargate = context.launchType() == LaunchType.FARGATE;
        nodeSelector();
        Affinity affinity = context.pod().getAffinity();
        if (affinity != null && affinity.getNodeAffinity() != null) {
            required(affinity.getNodeAffinity());
            preferred(affinity.getNodeAffinity());
        }
    }

    /** What nodes must carry: one of these terms. */
    List<List<NodeSelectorRequirement>> terms() {
        return terms;
    }

    private void nodeSelector() {
        Map<String, String> selector = context.pod().getNodeSelector();
        if (selector == null) {
            return;
        }
        List<NodeSelectorRequirement> all = new ArrayList<>();
        for (Map.Entry<String, String> label : new TreeMap<>(selector).entrySet()) {
            NodeSelectorRequirement requirement = new NodeSelectorRequirement();
            requirement.setKey(label.getKey());
            requirement.setOperator("In");
            requirement.setValues(List.of(label.getValue()));
            switch (label.getKey()) {
                case NodeLabels.OS, NodeLabels.ARCH, NodeLabels.WINDOWS_BUILD -> {}
                default -> keep(requirement, all, "nodeSelector", label.getKey());
            }
        }
        terms = List.of(all);
    }

    private void required(NodeAffinity affinity) {
        if (affinity.getRequiredDuringSchedulingIgnoredDuringExecution() == null) {
            return;
        }
        List<List<NodeSelectorRequirement>> required = new ArrayList<>();
        List<NodeSelectorTerm> written =
                affinity.getRequiredDuringSchedulingIgnoredDuringExecution().getNodeSelectorTerms();
        if (written.size() > 1) {
            // What comes back says the same in other terms.
            context.at(spec(affinityPath(REQUIRED))).resolved();
        }
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).getMatchFields().isEmpty()) {
                say(
                        "instances are not chosen by name",
                        null,
                        affinityPath(REQUIRED, "nodeSelectorTerms", i, "matchFields"));
            }
            List<NodeSelectorRequirement> term = new ArrayList<>();
            List<NodeSelectorRequirement> expressions = written.get(i).getMatchExpressions();
            for (int j = 0; j < expressions.size(); j++) {
                keep(expressions.get(j), term, affinityPath(REQUIRED, "nodeSelectorTerms", i, "matchExpressions", j));
            }
            if (!expressions.isEmpty()) {
                required.add(term);
            }
        }
        // A term of which nothing is left holds for every instance.
        if (!required.isEmpty() && !required.contains(List.<NodeSelectorRequirement>of())) {
            terms = QueryToAffinity.both(terms, required);
        }
    }

    /** A wish for Spot or for on-demand machines is read with the capacity providers. */
    private void preferred(NodeAffinity affinity) {
        List<PreferredSchedulingTerm> wishes = affinity.getPreferredDuringSchedulingIgnoredDuringExecution();
        for (int i = 0; i < wishes.size(); i++) {
            if (RequestedCapacity.of(wishes.get(i)) == null) {
                say(
                        fargate
                                ? "Fargate has no instances of which one could be preferred"
                                : "a placement constraint is never only a wish",
                        null,
                        affinityPath(PREFERRED, i));
            }
        }
    }

    private void keep(NodeSelectorRequirement requirement, List<NodeSelectorRequirement> all, Object... path) {
        String label = NodeLabels.current(requirement.getKey());
        boolean absent = "NotIn".equals(requirement.getOperator()) || "DoesNotExist".equals(requirement.getOperator());
        if (Capacity.isLabel(label)) {
            return;
        } else if (fargate && isPlatform(label)) {
            context.at(spec(path))
                    .report(
                            FindingCode.EXPRESSION_REWRITTEN,
                            "runtimePlatform says it; where it says nothing, Linux on X86_64 is meant");
            return;
        }
        if (fargate) {
            if (!absent) {
                context.at(spec(path))
                        .report(
                                FindingCode.FARGATE_REFUSES,
                                "Fargate has no instances to choose by " + label,
                                NodeAdvice.onFargate(label));
            } else {
                say("Fargate has no instances to keep away from", null, path);
            }
        } else if (InstanceAttributes.isUnknown(label)) {
            say("container instances have no attribute for " + label, NodeAdvice.onInstances(label), path);
        } else {
            all.add(requirement);
            boolean selected = context.pod().getNodeSelector() != null
                    && !context.pod().getNodeSelector().isEmpty();
            if (selected || label.endsWith("/instance-family")) {
                // A selector and an affinity become one expression, which comes back as one affinity; families are
                // patterns of instance types there.
                context.at(spec(path)).resolved();
            }
            if (!absent && !InstanceAttributes.isBuiltIn(label)) {
                context.at(spec(path))
                        .report(
                                FindingCode.INSTANCE_ATTRIBUTE,
                                "container instances do not have the attribute " + label + " by themselves",
                                "set it with aws ecs put-attributes, or with ECS_INSTANCE_ATTRIBUTES in the user data");
            }
        }
    }

    /** Whether the task definition's platform says it. */
    private static boolean isPlatform(String label) {
        return label.equals(NodeLabels.OS) || label.equals(NodeLabels.ARCH) || label.equals(NodeLabels.WINDOWS_BUILD);
    }

    private void say(String message, @Nullable String hint, Object... path) {
        context.at(spec(path)).report(FindingCode.NO_ECS_COUNTERPART, message, hint);
    }

    private static Object[] affinityPath(Object... path) {
        Object[] full = new Object[path.length + 2];
        full[0] = "affinity";
        full[1] = "nodeAffinity";
        System.arraycopy(path, 0, full, 2, path.length);
        return full;
    }

    private static Object[] spec(Object... path) {
        Object[] full = new Object[path.length + 1];
        full[0] = "spec";
        System.arraycopy(path, 0, full, 1, path.length);
        return full;
    }
}
