package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import io.github.ecs2k8s.internal.rooms.balancer.setting.ElbValues;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;

/** What is said about listener rules whatever they become. */
public final class RuleFindings {
    private RuleFindings() {}

    /** Whether a rule says what ELB requires of it; a finding where it does not. */
    public static boolean isWritable(RoutingRule rule, BundleToKubernetes bundle) {
        for (RuleMatch.Other other : rule.match().others()) {
            if (!other.isComplete()) {
                bundle.at(rule.node())
                        .report(
                                FindingCode.INVALID_VALUE,
                                "the condition says nothing that ELB knows; the rule is left out",
                                "name a field and at least one value");
                return false;
            }
        }
        ListenerAction ending = rule.ending();
        for (ListenerAction action : rule.actions()) {
            if (action.type() != null && !ElbValues.ACTIONS.contains(action.type())) {
                // Whatever it is, it may be there to keep somebody out.
                ending = null;
            }
        }
        boolean does = ending != null
                && (ending.answersItself() || !Destinations.groups(ending).isEmpty());
        if (!does) {
            bundle.at(rule.node(), whole(rule))
                    .report(
                            FindingCode.INVALID_VALUE,
                            "the actions are not known, or end in no forward, redirect or fixed response; the rule is left out");
        }
        return does;
    }

    /** Everything of a rule; of a listener only its default. */
    private static Object[] whole(RoutingRule rule) {
        return rule.resource() == null ? new Object[] {rule.actionsKey()} : new Object[0];
    }

    /** A priority is a place in an order; the number itself has no meaning to anybody else. */
    public static void sayOrder(RoutingRule rule, BundleToKubernetes bundle) {
        if (rule.priority() != null && !rule.priority().isEmpty()) {
            bundle.at(rule.node(), "Priority")
                    .report(
                            FindingCode.LISTENER_RULE_ORDER,
                            "priority " + rule.priority() + " is kept as the place of the rule among the others");
        }
    }

    /** A condition that every path meets goes without saying. */
    private static void sayEveryPath(RoutingRule rule, BundleToKubernetes bundle) {
        if (!(rule.node().get("Conditions") instanceof SequenceNode conditions)) {
            return;
        }
        for (Node condition : conditions.items()) {
            Node values = condition.nearest("PathPatternConfig", "Values");
            if (values instanceof SequenceNode list
                    && list.items().size() == 1
                    && list.items().get(0) instanceof ScalarNode value
                    && value.text().equals("/*")) {
                bundle.at(condition).report(FindingCode.LISTENER_PATH, "/* is every path; nothing is written for it");
            }
        }
    }

    /** A rule that takes every request is what others call a default. */
    public static void sayEverything(RoutingRule rule, BundleToKubernetes bundle) {
        if (!rule.isDefault() && rule.match().equals(RuleMatch.ALL)) {
            bundle.at(rule.node())
                    .report(
                            FindingCode.LISTENER_PATH,
                            "the rule takes every request; it is written as what is done where no other rule applies");
        } else if (!rule.isDefault()) {
            sayEveryPath(rule, bundle);
        }
    }

    /** What comes after a rule that takes every request is never done. */
    public static void sayNeverReached(RoutingRule rule, BundleToKubernetes bundle) {
        bundle.at(rule.node(), whole(rule))
                .report(FindingCode.LISTENER_RULE_SHADOWED, "an earlier rule takes every request");
    }

    /** Says that a rule is left out. */
    public static void sayLeftOut(RoutingRule rule, String why, String hint, BundleToKubernetes bundle) {
        bundle.at(rule.node(), whole(rule))
                .report(FindingCode.LISTENER_RULE_LEFT_OUT, why + "; the rule is left out", hint);
    }

    /** The place of a condition. */
    public static Object[] condition(RoutingRule rule, String field) {
        List<RuleCondition> conditions = rule.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            if (RuleMatch.field(conditions.get(i)).equals(field)) {
                return new Object[] {"Conditions", i};
            }
        }
        return new Object[] {"Conditions"};
    }
}
