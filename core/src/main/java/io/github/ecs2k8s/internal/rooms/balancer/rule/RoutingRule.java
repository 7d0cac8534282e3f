package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.record.WithBuilder;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerRule;
import io.github.ecs2k8s.ecs.resource.ListenerRule.RuleTransform;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.kubernetes.Names;
import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a listener does with some requests: one of its rules, or what it does where none applies.
 *
 * @param resource the rule, null for a listener's own default
 * @param node where it was read
 * @param priority as written, null for a default
 * @param actionsKey the member of the node that holds the actions
 */
@WithBuilder
public record RoutingRule(
        @Nullable Resource<ListenerRule> resource,
        MappingNode node,
        @Nullable String priority,
        List<RuleCondition> conditions,
        RuleMatch match,
        List<ListenerAction> actions,
        List<RuleTransform> transforms,
        String actionsKey) {

    private static final String DEFAULT = "default";
    private static final int LAST = 50_000;

    public static RoutingRule of(Resource<ListenerRule> resource) {
        ListenerRule rule = resource.value();
        String priority = isDefault(rule) ? null : rule.priority();
        return RoutingRuleBuilder.builder()
                .resource(resource)
                .node(resource.node())
                .priority(priority == null && !isDefault(rule) ? "" : priority)
                .conditions(rule.conditions())
                .match(RuleMatch.of(rule.conditions()))
                .actions(rule.actions())
                .transforms(rule.transforms())
                .actionsKey("Actions")
                .build();
    }

    public static RoutingRule defaultOf(Resource<Listener> listener) {
        return RoutingRuleBuilder.builder()
                .node(listener.node())
                .match(RuleMatch.ALL)
                .actions(listener.value().defaultActions())
                .actionsKey("DefaultActions")
                .build();
    }

    /** describe-rules lists a listener's default as if it were a rule. */
    public static boolean isDefault(ListenerRule rule) {
        return Boolean.TRUE.equals(rule.isDefault()) || DEFAULT.equals(rule.priority());
    }

    public boolean isDefault() {
        return priority == null;
    }

    /** The number by which rules are ordered; what is no number comes last. */
    public int order() {
        if (priority == null) {
            return Integer.MAX_VALUE;
        }
        try {
            return Integer.parseInt(priority.trim());
        } catch (NumberFormatException e) {
            return LAST;
        }
    }

    /** A name for the rule, valid as that of a Service, stable when other rules come and go. */
    public String name() {
        return priority == null ? DEFAULT : Names.dnsLabel("rule-" + Placeholders.visible(priority), 40);
    }

    /** Whether two rules match the same requests and do the same with them. */
    public boolean doesTheSameAs(RoutingRule other) {
        return conditions.equals(other.conditions)
                && actions.equals(other.actions)
                && transforms.equals(other.transforms)
                && isDefault() == other.isDefault();
    }

    /** The action that ends the rule, null when there is none: what comes before it only decides who may go on. */
    @Nullable public ListenerAction ending() {
        for (int i = actions.size() - 1; i >= 0; i--) {
            String type = actions.get(i).type();
            if ("forward".equals(type) || "redirect".equals(type) || "fixed-response".equals(type)) {
                return actions.get(i);
            }
        }
        return null;
    }

    /** The action that checks who is calling, null when everybody may. */
    @Nullable public ListenerAction check() {
        for (ListenerAction action : actions) {
            String type = action.type();
            if (type != null && (type.startsWith("authenticate-") || type.equals("jwt-validation"))) {
                return action;
            }
        }
        return null;
    }
}
