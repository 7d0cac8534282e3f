package io.github.ecs2k8s.correspondence.placement;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.PodContext;
import io.github.ecs2k8s.translation.Workloads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads of a Pod's affinity and node selector what a placement constraint can say; the rest gets a finding each. */
final class AffinityReader {
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
    private static final String TERM = "pod.spec.affinity.nodeAffinity." + REQUIRED + ".nodeSelectorTerms[].";
    private static final String EXPRESSION = "placementConstraints[].expression";

    /** The leaves it answers for; the platform's labels in the node selector go to runtimePlatform instead. */
    static final List<OwnedField> OWNED = List.of(
            OwnedField.to("pod.spec.nodeSelector{}", EXPRESSION),
            OwnedField.to(TERM + "matchExpressions[].key", EXPRESSION),
            OwnedField.to(TERM + "matchExpressions[].operator", EXPRESSION),
            OwnedField.to(TERM + "matchExpressions[].values[]", EXPRESSION));

    private final PodContext context;
    private List<List<NodeSelectorRequirement>> terms = List.of(List.of());

    AffinityReader(PodContext context) {
        this.context = context;
        nodeSelector();
        Affinity affinity = context.pod().getAffinity();
        if (affinity != null) {
            antiAffinity(affinity.getPodAntiAffinity());
            nodeAffinity(affinity.getNodeAffinity());
            if (affinity.getPodAffinity() != null) {
                sayNothingCorresponds("ECS does not place tasks beside others", "podAffinity");
            }
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
        for (Map.Entry<String, String> label : selector.entrySet()) {
            switch (label.getKey()) {
                case NodeLabels.OS, NodeLabels.ARCH, NodeLabels.WINDOWS_BUILD -> {}
                default -> {
                    NodeSelectorRequirement requirement = new NodeSelectorRequirement();
                    requirement.setKey(label.getKey());
                    requirement.setOperator("In");
                    requirement.setValues(List.of(label.getValue()));
                    all.add(requirement);
                }
            }
        }
        terms = List.of(all);
    }

    private void nodeAffinity(NodeAffinity affinity) {
        if (affinity == null) {
            return;
        }
        if (!affinity.getPreferredDuringSchedulingIgnoredDuringExecution().isEmpty()) {
            sayNothingCorresponds("a placement constraint is never only a wish", "nodeAffinity", PREFERRED);
        }
        if (affinity.getRequiredDuringSchedulingIgnoredDuringExecution() == null) {
            return;
        }
        List<List<NodeSelectorRequirement>> required = new ArrayList<>();
        List<NodeSelectorTerm> written =
                affinity.getRequiredDuringSchedulingIgnoredDuringExecution().getNodeSelectorTerms();
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).getMatchFields().isEmpty()) {
                sayNothingCorresponds(
                        "container instances are not chosen by name",
                        "nodeAffinity",
                        REQUIRED,
                        "nodeSelectorTerms",
                        i,
                        "matchFields");
            }
            if (!written.get(i).getMatchExpressions().isEmpty()) {
                required.add(written.get(i).getMatchExpressions());
            }
        }
        if (!required.isEmpty()) {
            terms = QueryToAffinity.both(terms, required);
        }
    }

    private void antiAffinity(PodAntiAffinity affinity) {
        if (affinity == null) {
            return;
        }
        if (!affinity.getPreferredDuringSchedulingIgnoredDuringExecution().isEmpty()) {
            sayNothingCorresponds("spreading is a placement strategy of the service", "podAntiAffinity", PREFERRED);
        }
        List<PodAffinityTerm> required = affinity.getRequiredDuringSchedulingIgnoredDuringExecution();
        for (int i = 0; i < required.size(); i++) {
            String why = isOwnHost(required.get(i))
                    ? "distinctInstance is a placement constraint of the service, not of the task definition"
                    : "tasks only keep away from their own kind";
            sayNothingCorresponds(why, "podAntiAffinity", REQUIRED, i);
        }
    }

    private boolean isOwnHost(PodAffinityTerm term) {
        Map<String, String> labels = context.template().getMetadata().getLabels();
        return NodeLabels.HOSTNAME.equals(term.getTopologyKey())
                && term.getLabelSelector() != null
                && term.getLabelSelector().getMatchExpressions().isEmpty()
                && labels != null
                && labels.get(Workloads.NAME_LABEL) != null
                && labels.entrySet()
                        .containsAll(term.getLabelSelector().getMatchLabels().entrySet());
    }

    private void sayNothingCorresponds(String why, Object... path) {
        Object[] full = new Object[path.length + 2];
        full[0] = "spec";
        full[1] = "affinity";
        System.arraycopy(path, 0, full, 2, path.length);
        context.find(FindingCode.NO_ECS_COUNTERPART, why, null, full);
    }
}
