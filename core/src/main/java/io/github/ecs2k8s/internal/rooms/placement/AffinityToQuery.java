package io.github.ecs2k8s.internal.rooms.placement;

import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.github.ecs2k8s.internal.query.ClusterQuery;
import io.github.ecs2k8s.internal.query.Operator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Node selector terms → cluster query: terms are joined by {@code or}, what stands in one term by {@code and}. */
final class AffinityToQuery {
    private AffinityToQuery() {}

    /** The query for terms of which one must hold, null when they say nothing. */
    static @Nullable ClusterQuery query(List<List<NodeSelectorRequirement>> terms) {
        List<ClusterQuery> alternatives = new ArrayList<>();
        for (List<NodeSelectorRequirement> term : terms) {
            List<ClusterQuery> conditions = new ArrayList<>();
            for (NodeSelectorRequirement requirement : term) {
                conditions.add(comparison(requirement));
            }
            if (!conditions.isEmpty()) {
                alternatives.add(conditions.size() == 1 ? conditions.get(0) : new ClusterQuery.And(conditions));
            }
        }
        if (alternatives.isEmpty()) {
            return null;
        }
        return alternatives.size() == 1 ? alternatives.get(0) : new ClusterQuery.Or(alternatives);
    }

    private static ClusterQuery comparison(NodeSelectorRequirement requirement) {
        String label = requirement.getKey();
        List<String> values = InstanceAttributes.attributeValues(label, requirement.getValues());
        String written = requirement.getOperator();
        String pattern = InstanceTypes.pattern(label, values);
        if (pattern != null && ("In".equals(written) || "NotIn".equals(written))) {
            Operator matches = written.equals("In") ? Operator.MATCHES : Operator.NOT_MATCHES;
            return new ClusterQuery.Comparison(subject(label), matches, List.of(pattern));
        }
        boolean one = values.size() == 1;
        boolean empty = one && values.get(0).isEmpty();
        Operator operator = switch (written) {
            case "In" -> empty ? Operator.EXISTS : one ? Operator.EQUALS : Operator.IN;
            case "NotIn" -> one ? Operator.NOT_EQUALS : Operator.NOT_IN;
            case "Exists" -> Operator.EXISTS;
            case "DoesNotExist" -> Operator.NOT_EXISTS;
            case "Gt" -> Operator.GREATER_THAN;
            case "Lt" -> Operator.LESS_THAN;
            default -> one ? Operator.EQUALS : Operator.IN;
        };
        return new ClusterQuery.Comparison(subject(label), operator, operator.takesNoArgument() ? List.of() : values);
    }

    private static String subject(String label) {
        return "attribute:" + InstanceAttributes.attribute(label);
    }
}
