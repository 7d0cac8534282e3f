package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.github.ecs2k8s.internal.query.ClusterQuery;
import io.github.ecs2k8s.internal.query.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Cluster query → node selector terms: the query in disjunctive normal form, one term per alternative. What has no node
 * label is left out where leaving it out only widens the choice, that is a whole condition of the outermost {@code and};
 * it stands in {@link #leftOut}.
 */
final class QueryToAffinity {
    static final int MAX_TERMS = 64;

    private static final String LABEL_THEM =
            "label the nodes that are meant (kubectl label node NODE key=value) and select that label";

    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<List<NodeSelectorRequirement>> terms;

    /**
     * A condition that nodes can't be asked.
     *
     * @param condition its text
     * @param why what nodes lack
     * @param hint what the user does instead
     */
    record LeftOut(String condition, String why, String hint) {}

    private static final class NoLabelException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient LeftOut leftOut;

        NoLabelException(ClusterQuery condition, String why, String hint) {
            super(why, null, false, false);
            this.leftOut = new LeftOut(condition.toString(), why, hint);
        }
    }

    QueryToAffinity(ClusterQuery query) {
        List<List<NodeSelectorRequirement>> all = List.of(List.of());
        for (ClusterQuery condition : conditions(query)) {
            try {
                List<List<NodeSelectorRequirement>> next = alternatives(condition, false);
                if (all.size() * next.size() > MAX_TERMS) {
                    throw tooMany(condition);
                }
                all = both(all, next);
            } catch (NoLabelException e) {
                leftOut.add(e.leftOut);
            }
        }
        terms = all;
    }

    /** The terms, of which one must hold; a single empty one when nothing could be said. */
    List<List<NodeSelectorRequirement>> terms() {
        return terms;
    }

    /** The conditions that were left out, each with its reason. */
    List<LeftOut> leftOut() {
        return leftOut;
    }

    private static NoLabelException tooMany(ClusterQuery query) {
        return new NoLabelException(
                query, "it has more than " + MAX_TERMS + " alternatives", "label the nodes that are meant");
    }

    private static List<ClusterQuery> conditions(ClusterQuery query) {
        return query instanceof ClusterQuery.And and ? and.terms() : List.of(query);
    }

    /** All of what holds for both: every term of one with every term of the other. */
    static List<List<NodeSelectorRequirement>> both(
            List<List<NodeSelectorRequirement>> left, List<List<NodeSelectorRequirement>> right) {
        List<List<NodeSelectorRequirement>> all = new ArrayList<>();
        for (List<NodeSelectorRequirement> one : left) {
            for (List<NodeSelectorRequirement> other : right) {
                List<NodeSelectorRequirement> term = new ArrayList<>(one);
                for (NodeSelectorRequirement requirement : other) {
                    if (!term.contains(requirement)) {
                        term.add(requirement);
                    }
                }
                all.add(term);
            }
        }
        return all;
    }

    /** The terms of a query or, when {@code not} is set, of its opposite: {@code not} is carried down to comparisons. */
    private static List<List<NodeSelectorRequirement>> alternatives(ClusterQuery query, boolean not)
            throws NoLabelException {
        if (query instanceof ClusterQuery.Not negated) {
            return alternatives(negated.term(), !not);
        } else if (query instanceof ClusterQuery.Comparison comparison) {
            return List.of(List.of(requirement(comparison, not)));
        }
        boolean isAnd = query instanceof ClusterQuery.And;
        List<ClusterQuery> parts =
                query instanceof ClusterQuery.And and ? and.terms() : ((ClusterQuery.Or) query).terms();
        List<List<NodeSelectorRequirement>> all = isAnd == not ? List.of() : List.of(List.of());
        for (ClusterQuery part : parts) {
            List<List<NodeSelectorRequirement>> next = alternatives(part, not);
            all = isAnd == not ? concat(all, next) : both(all, next);
            if (all.size() > MAX_TERMS) {
                throw tooMany(query);
            }
        }
        return all;
    }

    private static List<List<NodeSelectorRequirement>> concat(
            List<List<NodeSelectorRequirement>> left, List<List<NodeSelectorRequirement>> right) {
        List<List<NodeSelectorRequirement>> all = new ArrayList<>(left);
        all.addAll(right);
        return all;
    }

    private static NodeSelectorRequirement requirement(ClusterQuery.Comparison comparison, boolean not)
            throws NoLabelException {
        String attribute = comparison.attribute();
        if (attribute == null) {
            throw new NoLabelException(
                    comparison,
                    "nodes have no label for " + comparison.subject(),
                    comparison.subject().equals("task:group")
                            ? "to run beside other Pods, or away from them, add podAffinity or podAntiAffinity"
                            : LABEL_THEM);
        }
        Operator operator = not ? opposite(comparison.operator()) : comparison.operator();
        return switch (operator) {
            case EXISTS, NOT_EXISTS ->
                requirement(comparison, attribute, operator == Operator.EXISTS ? "Exists" : "DoesNotExist", List.of());
            case EQUALS, IN -> requirement(comparison, attribute, "In", comparison.arguments());
            case NOT_EQUALS, NOT_IN -> requirement(comparison, attribute, "NotIn", comparison.arguments());
            case MATCHES, NOT_MATCHES -> matching(comparison, attribute, operator == Operator.MATCHES);
            case GREATER_THAN -> compared(comparison, attribute, "Gt", 0);
            case GREATER_THAN_EQUAL -> compared(comparison, attribute, "Gt", -1);
            case LESS_THAN -> compared(comparison, attribute, "Lt", 0);
            case LESS_THAN_EQUAL -> compared(comparison, attribute, "Lt", 1);
        };
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUALS -> Operator.NOT_EQUALS;
            case NOT_EQUALS -> Operator.EQUALS;
            case GREATER_THAN -> Operator.LESS_THAN_EQUAL;
            case GREATER_THAN_EQUAL -> Operator.LESS_THAN;
            case LESS_THAN -> Operator.GREATER_THAN_EQUAL;
            case LESS_THAN_EQUAL -> Operator.GREATER_THAN;
            case EXISTS -> Operator.NOT_EXISTS;
            case NOT_EXISTS -> Operator.EXISTS;
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
            case MATCHES -> Operator.NOT_MATCHES;
            case NOT_MATCHES -> Operator.MATCHES;
        };
    }

    private static NodeSelectorRequirement matching(ClusterQuery.Comparison comparison, String attribute, boolean is)
            throws NoLabelException {
        String regex = comparison.argument();
        if (regex.equals(".*") || regex.equals(".+")) {
            return requirement(comparison, attribute, is ? "Exists" : "DoesNotExist", List.of());
        }
        boolean type = attribute.equals(InstanceAttributes.INSTANCE_TYPE);
        List<String> values = FiniteRegex.values(regex, type);
        if (values == null || (type && !areInstanceTypes(values))) {
            throw new NoLabelException(
                    comparison,
                    "labels are compared with values, not with a regular expression",
                    type
                            ? "list the instance types, or select the instance-family label of Karpenter or EKS Auto Mode"
                            : "list the values: " + comparison.subject() + " in [a, b]");
        }
        return requirement(comparison, attribute, is ? "In" : "NotIn", values);
    }

    /** A bare dot of the expression was taken for the one between family and size; with another one it was not meant so. */
    private static boolean areInstanceTypes(List<String> values) {
        for (String value : values) {
            int dot = value.indexOf('.');
            if (dot < 2 || dot == value.length() - 1 || dot != value.lastIndexOf('.')) {
                return false;
            }
        }
        return true;
    }

    /** Labels are compared as whole numbers, and only with greater and less: {@code >= 4} is {@code > 3}. */
    private static NodeSelectorRequirement compared(
            ClusterQuery.Comparison comparison, String attribute, String operator, int shift) throws NoLabelException {
        long number;
        try {
            number = Math.addExact(Long.parseLong(comparison.argument()), shift);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new NoLabelException(comparison, "labels are compared as whole numbers", LABEL_THEM);
        }
        return requirement(comparison, attribute, operator, List.of(String.valueOf(number)));
    }

    private static NodeSelectorRequirement requirement(
            ClusterQuery.Comparison comparison, String attribute, String operator, List<String> values)
            throws NoLabelException {
        String label = InstanceAttributes.label(attribute, values);
        if (label == null) {
            throw new NoLabelException(comparison, "nodes have no label for " + attribute, LABEL_THEM);
        }
        List<String> labelValues = InstanceAttributes.labelValues(attribute, values);
        if (labelValues == null) {
            throw new NoLabelException(comparison, "no label of a node can have that value", LABEL_THEM);
        }
        NodeSelectorRequirement requirement = new NodeSelectorRequirement();
        requirement.setKey(label);
        requirement.setOperator(operator);
        requirement.setValues(labelValues);
        return requirement;
    }
}
