package io.github.ecs2k8s.correspondence.placement;

import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.NodeSelectorTerm;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.ecs.query.ClusterQuery;
import io.github.ecs2k8s.ecs.query.ClusterQueryException;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.kubernetes.NodeLabels;
import io.github.ecs2k8s.translation.OwnedField;
import io.github.ecs2k8s.translation.PodContext;
import io.github.ecs2k8s.translation.TaskContext;
import io.github.ecs2k8s.translation.TaskCorrespondence;
import io.github.ecs2k8s.translation.Workloads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.ecs.model.TaskDefinitionPlacementConstraint;

/**
 * ECS placementConstraints ⇄ Kubernetes required node affinity.
 *
 * <p>Terms of a node selector are alternatives, requirements in a term all hold, so the cluster query is brought into that
 * form; several constraints all hold too. A label that nodes don't carry by themselves leaves the Pod pending, which is
 * said. {@code distinctInstance}, which services have and task definitions sometimes are given, is anti-affinity to the
 * workload's own Pods (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-query-language.html,
 * https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity).
 */
public final class PlacementConstraints implements TaskCorrespondence {
    private static final String FIELD = "placementConstraints";
    private static final String EXPRESSION = "expression";
    private static final String MEMBER_OF = "memberOf";
    private static final String DISTINCT = "distinctInstance";

    @Override
    public Term term() {
        return Term.PLACEMENT_CONSTRAINT;
    }

    @Override
    public List<OwnedField> ecs() {
        return List.of(
                OwnedField.to("placementConstraints[].type", "pod.spec.affinity", MEMBER_OF),
                OwnedField.to("placementConstraints[].expression", "pod.spec.affinity.nodeAffinity"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        return AffinityReader.OWNED;
    }

    @Override
    public void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskContext context) {
        List<TaskDefinitionPlacementConstraint> constraints = from.placementConstraints();
        List<List<NodeSelectorRequirement>> terms = List.of(List.of());
        int members = 0;
        for (int i = 0; i < constraints.size(); i++) {
            if (DISTINCT.equals(constraints.get(i).typeAsString())) {
                distinct(to, context);
            }
            List<List<NodeSelectorRequirement>> own = terms(constraints.get(i).expression(), i, context);
            if (own.size() * terms.size() > QueryToAffinity.MAX_TERMS) {
                context.find(
                        FindingCode.PLACEMENT_UNTRANSLATABLE,
                        "left out: together the constraints have too many alternatives",
                        "label the nodes that are meant and select that label",
                        FIELD,
                        i,
                        EXPRESSION);
            } else if (!own.isEmpty()) {
                terms = QueryToAffinity.both(terms, own);
                members++;
            }
        }
        if (members > 1) {
            context.find(FindingCode.EXPRESSION_REWRITTEN, "the constraints become one node affinity", null, FIELD);
        }
        if (members > 0) {
            affinity(to).setNodeAffinity(nodeAffinity(terms));
        }
    }

    /** The terms of one expression, none when it says nothing about nodes. */
    private static List<List<NodeSelectorRequirement>> terms(
            @Nullable String expression, int index, TaskContext context) {
        if (expression == null || expression.isBlank()) {
            return List.of();
        }
        ClusterQuery query;
        try {
            query = ClusterQuery.parse(expression);
        } catch (ClusterQueryException e) {
            context.find(
                    FindingCode.INVALID_VALUE,
                    "not in the cluster query language, column " + e.column() + ": " + e.getMessage(),
                    null,
                    FIELD,
                    index,
                    EXPRESSION);
            return List.of();
        }
        QueryToAffinity translated = new QueryToAffinity(query);
        boolean empty = translated.terms().get(0).isEmpty();
        report(expression, translated, empty, index, context);
        return empty ? List.of() : translated.terms();
    }

    private static void report(
            String expression, QueryToAffinity translated, boolean empty, int index, TaskContext context) {
        for (QueryToAffinity.LeftOut left : translated.leftOut()) {
            context.find(
                    empty ? FindingCode.PLACEMENT_UNTRANSLATABLE : FindingCode.PLACEMENT_PARTLY,
                    "\"" + left.condition() + "\" is left out: " + left.why(),
                    left.hint(),
                    FIELD,
                    index,
                    EXPRESSION);
        }
        if (empty) {
            return;
        }
        ClusterQuery back = AffinityToQuery.query(translated.terms());
        if (translated.leftOut().isEmpty() && back != null && !back.toString().equals(expression.strip())) {
            context.find(FindingCode.EXPRESSION_REWRITTEN, "written as " + back, null, FIELD, index, EXPRESSION);
        }
        sayLabels(translated.terms(), index, context);
    }

    private static void sayLabels(List<List<NodeSelectorRequirement>> terms, int index, TaskContext context) {
        List<String> needed = new ArrayList<>();
        for (List<NodeSelectorRequirement> term : terms) {
            for (NodeSelectorRequirement requirement : term) {
                boolean absentIsFine = requirement.getOperator().equals("NotIn")
                        || requirement.getOperator().equals("DoesNotExist");
                boolean known = InstanceAttributes.isOnEveryNode(
                        requirement.getKey(), context.target().isEks());
                if (!absentIsFine && !known && !needed.contains(requirement.getKey())) {
                    needed.add(requirement.getKey());
                }
            }
        }
        if (!needed.isEmpty()) {
            String labels = String.join(", ", needed);
            context.find(
                    FindingCode.NODE_LABEL_NEEDED,
                    "nodes do not carry " + labels + " by themselves; the Pod stays pending until one does",
                    "kubectl label node NODE " + String.join("=… ", needed) + "=… or label the node group",
                    FIELD,
                    index,
                    EXPRESSION);
        }
    }

    private static Affinity affinity(PodTemplateSpec template) {
        Affinity affinity = template.getSpec().getAffinity();
        if (affinity == null) {
            affinity = new Affinity();
            template.getSpec().setAffinity(affinity);
        }
        return affinity;
    }

    private static NodeAffinity nodeAffinity(List<List<NodeSelectorRequirement>> terms) {
        List<NodeSelectorTerm> written = new ArrayList<>();
        for (List<NodeSelectorRequirement> requirements : terms) {
            NodeSelectorTerm term = new NodeSelectorTerm();
            term.setMatchExpressions(requirements);
            written.add(term);
        }
        NodeSelector selector = new NodeSelector();
        selector.setNodeSelectorTerms(written);
        NodeAffinity affinity = new NodeAffinity();
        affinity.setRequiredDuringSchedulingIgnoredDuringExecution(selector);
        return affinity;
    }

    private static void distinct(PodTemplateSpec to, TaskContext context) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(Workloads.NAME_LABEL, context.facts().workloadName());
        LabelSelector selector = new LabelSelector();
        selector.setMatchLabels(labels);
        PodAffinityTerm term = new PodAffinityTerm();
        term.setTopologyKey(NodeLabels.HOSTNAME);
        term.setLabelSelector(selector);
        PodAntiAffinity anti = new PodAntiAffinity();
        anti.setRequiredDuringSchedulingIgnoredDuringExecution(List.of(term));
        affinity(to).setPodAntiAffinity(anti);
    }

    @Override
    public void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, PodContext context) {
        ClusterQuery query = AffinityToQuery.query(new AffinityReader(context).terms());
        if (query != null) {
            to.placementConstraints(TaskDefinitionPlacementConstraint.builder()
                    .type(MEMBER_OF)
                    .expression(query.toString())
                    .build());
        }
    }
}
