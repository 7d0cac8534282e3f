package io.github.ecs2k8s.correspondence.balancer;

import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Canary Ingress of ingress-nginx → share of the rule that the main Ingress has for the same host and path, or a rule
 * before it for a header (https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#canary).
 *
 * @param header null when no header decides
 * @param value of the header; {@code always} where any other value says no more than the share
 * @param weight the share, of {@code total}
 */
record Canaries(@Nullable String header, String value, int weight, int total) {
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
                header, value == null ? "always" : value, weight == null ? 0 : Math.min(weight, whole), whole);
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
            boolean found = false;
            for (int i = 0; i < main.size(); i++) {
                if (isSamePlace(main.get(i), entry)) {
                    found = true;
                    main.set(i, shared(main.get(i), entry));
                }
            }
            all &= found;
            if (header != null) {
                List<RuleCondition> conditions = new ArrayList<>(entry.route().conditions());
                conditions.add(AlbActions.header(header, List.of(value), List.of()));
                before.add(entry.with(new Route(
                        conditions, entry.route().actions(), entry.route().transforms())));
            }
        }
        main.addAll(0, before);
        return all;
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
