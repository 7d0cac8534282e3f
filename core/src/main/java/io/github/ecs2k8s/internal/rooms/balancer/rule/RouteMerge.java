package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.resource.RuleCondition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules that stand one after the other and differ in their hosts alone, in their paths alone, or in their methods alone,
 * made one: an Ingress and a route have a rule for each, ELB has lists. A rule compares five values at most
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html).
 */
public final class RouteMerge {
    public static final int MOST_VALUES = 5;

    private RouteMerge() {}

    /** The same rules, as few as may be without another order. */
    public static List<Route> of(List<Route> routes) {
        List<Route> merged = new ArrayList<>();
        for (Route route : routes) {
            Route last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            Route both = last == null ? null : both(last, route);
            if (both == null) {
                merged.add(route);
            } else {
                merged.set(merged.size() - 1, both);
            }
        }
        return merged.size() < routes.size() ? of(merged) : merged;
    }

    private static @Nullable Route both(Route one, Route other) {
        boolean alike = one.actions().equals(other.actions())
                && one.transforms().equals(other.transforms())
                && one.conditions().size() == other.conditions().size();
        if (!alike) {
            return null;
        }
        List<RuleCondition> conditions = new ArrayList<>();
        int differences = 0;
        int values = 0;
        for (int i = 0; i < one.conditions().size(); i++) {
            RuleCondition mine = one.conditions().get(i);
            RuleCondition theirs = other.conditions().get(i);
            RuleCondition written = mine;
            if (!mine.equals(theirs)) {
                differences++;
                RuleCondition joined = joined(mine, theirs);
                if (joined == null) {
                    return null;
                }
                written = joined;
            }
            values += RuleConditions.count(written);
            conditions.add(written);
        }
        return differences == 1 && values <= MOST_VALUES
                ? new Route(conditions, one.actions(), one.transforms())
                : null;
    }

    private static @Nullable RuleCondition joined(RuleCondition one, RuleCondition other) {
        if (one.hostHeaderConfig() != null && other.hostHeaderConfig() != null) {
            boolean plain = one.hostHeaderConfig().regexValues().isEmpty()
                    && other.hostHeaderConfig().regexValues().isEmpty();
            return plain
                    ? RuleConditions.host(
                            joined(
                                    one.hostHeaderConfig().values(),
                                    other.hostHeaderConfig().values()),
                            List.of())
                    : null;
        }
        if (one.pathPatternConfig() != null && other.pathPatternConfig() != null) {
            boolean plain = one.pathPatternConfig().regexValues().isEmpty()
                    && other.pathPatternConfig().regexValues().isEmpty();
            return plain
                    ? RuleConditions.path(
                            joined(
                                    one.pathPatternConfig().values(),
                                    other.pathPatternConfig().values()),
                            List.of())
                    : null;
        }
        if (one.httpRequestMethodConfig() != null && other.httpRequestMethodConfig() != null) {
            return RuleConditions.method(joined(
                    one.httpRequestMethodConfig().values(),
                    other.httpRequestMethodConfig().values()));
        }
        return null;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        for (String value : other) {
            if (!all.contains(value)) {
                all.add(value);
            }
        }
        return all;
    }
}
