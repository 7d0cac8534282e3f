package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.ecs.resource.RuleCondition;
import java.util.ArrayList;
import java.util.List;

/**
 * A rule that compares more values than ELB takes in all its conditions together → several that do the same one after the
 * other, which says the same: of the values of a condition one has to match
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html).
 */
public final class RouteSplit {
    private RouteSplit() {}

    /** The same rules with at most five values each; one with more conditions than that stays as it is. */
    public static List<Route> of(List<Route> routes) {
        List<Route> all = new ArrayList<>();
        routes.forEach(route -> split(route, all));
        return all;
    }

    private static void split(Route route, List<Route> all) {
        int total = 0;
        int longest = -1;
        for (int i = 0; i < route.conditions().size(); i++) {
            int values = RuleConditions.count(route.conditions().get(i));
            total += values;
            longest = longest < 0
                            || values > RuleConditions.count(route.conditions().get(longest))
                    ? i
                    : longest;
        }
        int most = longest < 0 ? 0 : RuleConditions.count(route.conditions().get(longest));
        if (total <= RouteMerge.MOST_VALUES || most < 2) {
            all.add(route);
            return;
        }
        int size = Math.max(1, RouteMerge.MOST_VALUES - (total - most));
        for (int from = 0; from < most; from += size) {
            RuleCondition part = part(route.conditions().get(longest), from, Math.min(most, from + size));
            List<RuleCondition> conditions = new ArrayList<>(route.conditions());
            conditions.set(longest, part);
            split(new Route(conditions, route.actions(), route.transforms()), all);
        }
    }

    /** Some of the values of a condition, its regular expressions counting after the others. */
    private static RuleCondition part(RuleCondition condition, int from, int to) {
        if (condition.hostHeaderConfig() != null) {
            var config = condition.hostHeaderConfig();
            return RuleConditions.host(
                    head(config.values(), from, to), tail(config.values(), config.regexValues(), from, to));
        }
        if (condition.pathPatternConfig() != null) {
            var config = condition.pathPatternConfig();
            return RuleConditions.path(
                    head(config.values(), from, to), tail(config.values(), config.regexValues(), from, to));
        }
        if (condition.httpHeaderConfig() != null) {
            var config = condition.httpHeaderConfig();
            return RuleConditions.header(
                    config.httpHeaderName(),
                    head(config.values(), from, to),
                    tail(config.values(), config.regexValues(), from, to));
        }
        if (condition.queryStringConfig() != null) {
            return RuleConditions.query(condition.queryStringConfig().values().subList(from, to));
        }
        if (condition.httpRequestMethodConfig() != null) {
            return RuleConditions.method(
                    condition.httpRequestMethodConfig().values().subList(from, to));
        }
        return condition.sourceIpConfig() == null
                ? condition
                : RuleConditions.sourceIp(condition.sourceIpConfig().values().subList(from, to));
    }

    private static List<String> head(List<String> values, int from, int to) {
        return from >= values.size() ? List.of() : values.subList(from, Math.min(to, values.size()));
    }

    private static List<String> tail(List<String> values, List<String> regexes, int from, int to) {
        int first = Math.max(0, from - values.size());
        int last = to - values.size();
        return last <= first ? List.of() : regexes.subList(first, Math.min(last, regexes.size()));
    }
}
