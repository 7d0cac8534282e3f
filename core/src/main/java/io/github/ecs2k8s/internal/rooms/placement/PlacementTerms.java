package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.Place;
import io.github.ecs2k8s.context.tokubernetes.Workloads;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.query.ClusterQuery;
import io.github.ecs2k8s.internal.query.ClusterQueryException;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a list of placement constraints, a task definition's or a service's, says about nodes. */
final class PlacementTerms {
    private static final String EXPRESSION = "expression";
    /** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PlacementConstraint.html. */
    private static final int LONGEST = 2_000;

    private static final String DISTINCT = "distinctInstance";

    private final Place constraints;
    private final boolean inCloud;
    private List<List<NodeSelectorRequirement>> terms = List.of(List.of());
    private int members;
    private boolean distinct;

    /**
     * The constraints of one list.
     *
     * @param constraints where the list stands
     */
    PlacementTerms(Place constraints, boolean inCloud) {
        this.constraints = constraints;
        this.inCloud = inCloud;
    }

    /** Takes one constraint of the list. */
    void add(@Nullable String type, @Nullable String expression, int index) {
        distinct |= DISTINCT.equals(type);
        List<List<NodeSelectorRequirement>> own = terms(expression, index);
        if (own.size() * terms.size() > QueryToAffinity.MAX_TERMS) {
            sayTooMany(constraints.at(index, EXPRESSION));
        } else if (!own.isEmpty()) {
            terms = QueryToAffinity.both(terms, own);
            members++;
        }
    }

    private static void sayTooMany(Place place) {
        place.report(
                FindingCode.PLACEMENT_UNTRANSLATABLE,
                "left out: together the constraints have too many alternatives",
                "label the nodes that are meant and select that label");
    }

    /** Whether any constraint says something about nodes. */
    boolean hasNodes() {
        return members > 0;
    }

    /** Writes node affinity, in addition to what the pod has already, and keeps the workload's pods apart. */
    void writeTo(PodTemplateSpec template, String workload) {
        if (distinct) {
            affinity(template).setPodAntiAffinity(apart(workload));
        }
        if (members > 1) {
            constraints.report(FindingCode.EXPRESSION_REWRITTEN, "the constraints become one node affinity");
        }
        if (members == 0) {
            return;
        }
        List<List<NodeSelectorRequirement>> present = required(template);
        if (present.size() * terms.size() > QueryToAffinity.MAX_TERMS) {
            sayTooMany(constraints);
            return;
        }
        NodeAffinity nodes = affinity(template).getNodeAffinity();
        if (nodes == null) {
            nodes = new NodeAffinity();
            affinity(template).setNodeAffinity(nodes);
        }
        nodes.setRequiredDuringSchedulingIgnoredDuringExecution(selector(QueryToAffinity.both(present, terms)));
    }

    /** The terms of one expression, none when it says nothing about nodes. */
    private List<List<NodeSelectorRequirement>> terms(@Nullable String expression, int index) {
        if (expression == null || expression.isBlank()) {
            return List.of();
        }
        if (expression.length() > LONGEST) {
            constraints
                    .at(index, EXPRESSION)
                    .report(
                            FindingCode.INVALID_VALUE,
                            "ECS takes expressions of at most " + LONGEST + " characters, not of " + expression.length()
                                    + "; nothing is written for it");
            return List.of();
        }
        ClusterQuery query;
        try {
            query = ClusterQuery.parse(expression);
        } catch (ClusterQueryException e) {
            constraints
                    .at(index, EXPRESSION)
                    .report(
                            FindingCode.INVALID_VALUE,
                            "not in the cluster query language, column " + e.column() + ": " + e.getMessage());
            return List.of();
        }
        QueryToAffinity translated = new QueryToAffinity(query);
        boolean empty = translated.terms().get(0).isEmpty();
        report(expression, translated, empty, index);
        return empty ? List.of() : translated.terms();
    }

    private void report(String expression, QueryToAffinity translated, boolean empty, int index) {
        for (QueryToAffinity.LeftOut left : translated.leftOut()) {
            constraints
                    .at(index, EXPRESSION)
                    .report(
                            empty ? FindingCode.PLACEMENT_UNTRANSLATABLE : FindingCode.PLACEMENT_PARTLY,
                            "\"" + left.condition() + "\" is left out: " + left.why(),
                            left.hint());
        }
        if (empty) {
            return;
        }
        ClusterQuery back = AffinityToQuery.query(translated.terms());
        if (translated.leftOut().isEmpty() && back != null && !back.toString().equals(expression.strip())) {
            constraints.at(index, EXPRESSION).report(FindingCode.EXPRESSION_REWRITTEN, "written as " + back);
        }
        sayLabels(translated.terms(), index);
    }

    private void sayLabels(List<List<NodeSelectorRequirement>> alternatives, int index) {
        List<String> needed = new ArrayList<>();
        for (List<NodeSelectorRequirement> term : alternatives) {
            for (NodeSelectorRequirement requirement : term) {
                boolean absentIsFine = requirement.getOperator().equals("NotIn")
                        || requirement.getOperator().equals("DoesNotExist");
                boolean known = InstanceAttributes.isOnEveryNode(requirement.getKey(), inCloud);
                if (!absentIsFine && !known && !needed.contains(requirement.getKey())) {
                    needed.add(requirement.getKey());
                }
            }
        }
        if (!needed.isEmpty()) {
            constraints
                    .at(index, EXPRESSION)
                    .report(
                            FindingCode.NODE_LABEL_NEEDED,
                            "nodes do not carry " + String.join(", ", needed)
                                    + " by themselves; the Pod stays pending until one does",
                            "kubectl label node NODE " + String.join("=… ", needed) + "=… or label the node group");
        }
    }

    /** What the pod requires of nodes already; a single empty term when it requires nothing. */
    static List<List<NodeSelectorRequirement>> required(PodTemplateSpec template) {
        Affinity affinity = template.getSpec().getAffinity();
        NodeAffinity nodes = affinity == null ? null : affinity.getNodeAffinity();
        NodeSelector selector = nodes == null ? null : nodes.getRequiredDuringSchedulingIgnoredDuringExecution();
        if (selector == null) {
            return List.of(List.of());
        }
        List<List<NodeSelectorRequirement>> all = new ArrayList<>();
        for (NodeSelectorTerm term : selector.getNodeSelectorTerms()) {
            all.add(term.getMatchExpressions());
        }
        return all;
    }

    /** The pod's affinity, made when first asked for. */
    static Affinity affinity(PodTemplateSpec template) {
        Affinity affinity = template.getSpec().getAffinity();
        if (affinity == null) {
            affinity = new Affinity();
            template.getSpec().setAffinity(affinity);
        }
        return affinity;
    }

    private static NodeSelector selector(List<List<NodeSelectorRequirement>> alternatives) {
        List<NodeSelectorTerm> written = new ArrayList<>();
        for (List<NodeSelectorRequirement> requirements : alternatives) {
            NodeSelectorTerm term = new NodeSelectorTerm();
            term.setMatchExpressions(requirements);
            written.add(term);
        }
        NodeSelector selector = new NodeSelector();
        selector.setNodeSelectorTerms(written);
        return selector;
    }

    private static PodAntiAffinity apart(String workload) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Workloads.NAME_LABEL, workload);
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(labels);
        PodAffinityTerm term = new PodAffinityTerm();
        term.setTopologyKey(NodeLabels.HOSTNAME);
        term.setLabelSelector(selector);
        PodAntiAffinity anti = new PodAntiAffinity();
        anti.setRequiredDuringSchedulingIgnoredDuringExecution(List.of(term));
        return anti;
    }
}
