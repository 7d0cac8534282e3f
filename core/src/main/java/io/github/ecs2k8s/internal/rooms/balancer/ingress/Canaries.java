package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleConditions;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Canary Ingress of ingress-nginx → share of the rule that the main Ingress has for the same host and path, or rules
 * before it for a header and a cookie: {@code always} leads to the canary and {@code never} to the main one, any other
 * value says no more than the share (https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary).
 *
 * @param header null when no header decides
 * @param value of the header that leads to the canary; null for {@code always}, beside which {@code never} means something
 * @param pattern a regular expression in the place of the value
 * @param cookie null when no cookie decides
 * @param weight the share, of {@code total}
 */
record Canaries(
        @Nullable String header,
        @Nullable String value,
        @Nullable String pattern,
        @Nullable String cookie,
        int weight,
        int total) {
    private static final String P = NginxAnnotations.PREFIX;

    /** What the annotations ask for; null when the Ingress is no canary. */
    static @Nullable Canaries read(Annotations annotations) {
        if (!annotations.isTrue(P + "canary")) {
            return null;
        }
        String header = annotations.take(P + "canary-by-header");
        String value = annotations.take(P + "canary-by-header-value");
        Integer weight = annotations.number(P + "canary-weight");
        Integer total = annotations.number(P + "canary-weight-total");
        int whole = total == null || total < 1 ? 100 : Math.min(total, 999);
        return new Canaries(
                header,
                value,
                // The value comes before the pattern.
                annotations.take(P + "canary-by-header-pattern"),
                annotations.take(P + "canary-by-cookie"),
                weight == null ? 0 : Math.min(weight, whole),
                whole);
    }

    /**
     * Lets the main entries lead to those of a canary.
     *
     * @param main changed: shares, and rules for a header before the others
     * @return whether every entry of the canary has a main one
     */
    boolean join(List<IngressEntry> main, List<IngressEntry> canary) {
        boolean all = true;
        List<IngressEntry> before = new ArrayList<>();
        for (IngressEntry entry : canary) {
            IngressEntry known = null;
            for (int i = 0; i < main.size(); i++) {
                if (isSamePlace(main.get(i), entry)) {
                    known = main.get(i);
                    main.set(i, shared(known, entry));
                }
            }
            all &= known != null;
            decide(entry, known, before);
        }
        main.addAll(0, before);
        return all;
    }

    /** What a header says comes before what a cookie says. */
    private void decide(IngressEntry canary, @Nullable IngressEntry main, List<IngressEntry> before) {
        if (header != null && value == null && pattern != null) {
            before.add(with(canary, RuleConditions.header(header, List.of(), List.of(pattern))));
        } else if (header != null) {
            before.add(
                    with(canary, RuleConditions.header(header, List.of(value == null ? "always" : value), List.of())));
        }
        if (header != null && value == null && pattern == null && main != null) {
            before.add(with(main, RuleConditions.header(header, List.of("never"), List.of())));
        }
        if (cookie != null) {
            before.add(with(canary, cookie("always")));
            if (main != null) {
                before.add(with(main, cookie("never")));
            }
        }
    }

    /** All cookies stand in one header. */
    private RuleCondition cookie(String said) {
        return RuleConditions.header("Cookie", List.of("*" + cookie + "=" + said + "*"), List.of());
    }

    private static IngressEntry with(IngressEntry entry, RuleCondition condition) {
        List<RuleCondition> conditions = new ArrayList<>(entry.route().conditions());
        conditions.add(condition);
        return entry.with(
                new Route(conditions, entry.route().actions(), entry.route().transforms()));
    }

    private static boolean isSamePlace(IngressEntry one, IngressEntry other) {
        return one.route().conditions().equals(other.route().conditions());
    }

    private IngressEntry shared(IngressEntry main, IngressEntry canary) {
        ListenerAction first = main.route().actions().get(0);
        ListenerAction second = canary.route().actions().get(0);
        if (weight == 0 || first.targetGroupArn() == null || second.targetGroupArn() == null) {
            return main;
        }
        ListenerAction both = Route.forward(
                List.of(
                        new TargetGroupTuple(first.targetGroupArn(), total - weight),
                        new TargetGroupTuple(second.targetGroupArn(), weight)),
                null);
        Route route = main.route();
        return main.with(new Route(route.conditions(), List.of(both), route.transforms()));
    }
}
