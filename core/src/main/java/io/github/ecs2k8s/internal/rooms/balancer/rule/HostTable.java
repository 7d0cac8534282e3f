package io.github.ecs2k8s.internal.rooms.balancer.rule;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Listener rules arranged for whoever chooses the host first and the longest path next, as Ingress and Gateway API do,
 * where ELB takes the first rule that matches.
 *
 * <p>So that every request still goes where it went: a rule without hosts also stands among those of each host, and what
 * an earlier rule always takes is left out, because there it would win for its longer path
 * (https://kubernetes.io/docs/concepts/services-networking/ingress/#multiple-matches).
 */
public final class HostTable {

    /** The rules of one host, null for every other host. */
    public record Row(@Nullable HostPattern host, List<Choice> choices) {}

    /** One path of one rule. */
    public record Choice(RoutingRule rule, PathPattern pattern) {

        /** Whether nothing but host and path decides. */
        public boolean isUnconditional() {
            return rule.match().others().isEmpty();
        }

        /** Whether every path of another choice belongs to this one. */
        public boolean coversPathOf(Choice other) {
            return switch (pattern.form()) {
                case ANY -> true;
                case EXACT, GLOB -> pattern.text().equals(other.pattern.text());
                case BELOW, BEGINNING -> other.pattern.beginning().startsWith(pattern.beginning());
            };
        }
    }

    private HostTable() {}

    /** The rows, hosts in the order in which rules name them, rules without hosts last. */
    public static List<Row> of(List<RoutingRule> rules, BundleToKubernetes bundle) {
        List<Row> rows = new ArrayList<>();
        Set<RoutingRule> placed = new LinkedHashSet<>();
        for (HostPattern host : hosts(rules)) {
            rows.add(row(host, rules, placed));
        }
        if (rules.stream().anyMatch(rule -> rule.match().hosts().isEmpty())) {
            rows.add(row(null, rules, placed));
        }
        for (RoutingRule rule : rules) {
            if (!placed.contains(rule) && !bundle.isSaid(rule.node())) {
                bundle.at(rule.node())
                        .report(
                                FindingCode.LISTENER_RULE_SHADOWED,
                                "an earlier rule takes every request that this one matches; it is left out");
            }
        }
        return rows;
    }

    private static Set<HostPattern> hosts(List<RoutingRule> rules) {
        Set<HostPattern> hosts = new LinkedHashSet<>();
        for (RoutingRule rule : rules) {
            hosts.addAll(rule.match().hosts());
        }
        return hosts;
    }

    private static Row row(@Nullable HostPattern host, List<RoutingRule> rules, Set<RoutingRule> placed) {
        List<Choice> choices = new ArrayList<>();
        for (RoutingRule rule : rules) {
            if (!appliesTo(rule, host)) {
                continue;
            }
            for (PathPattern pattern : patterns(rule)) {
                Choice choice = new Choice(rule, pattern);
                if (choices.stream().noneMatch(known -> known.isUnconditional() && known.coversPathOf(choice))) {
                    choices.add(choice);
                    placed.add(rule);
                }
            }
        }
        return new Row(host, choices);
    }

    private static boolean appliesTo(RoutingRule rule, @Nullable HostPattern host) {
        List<HostPattern> hosts = rule.match().hosts();
        return hosts.isEmpty() || (host != null && hosts.stream().anyMatch(known -> known.covers(host)));
    }

    /** The paths of a rule; one that goes with what is below it is not named twice. */
    private static List<PathPattern> patterns(RoutingRule rule) {
        List<PathPattern> all = rule.match().paths();
        if (all.isEmpty()) {
            return List.of(PathPattern.parse("/*"));
        }
        List<PathPattern> patterns = new ArrayList<>();
        for (PathPattern pattern : all) {
            boolean below = all.stream()
                    .anyMatch(other -> other.form() == PathPattern.Form.BELOW
                            && other.path().equals(pattern.path()));
            if (pattern.form() != PathPattern.Form.EXACT || !below) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    /** Whether a rule names the path itself beside everything below it. */
    public static boolean isWhole(RoutingRule rule, PathPattern pattern) {
        return rule.match().paths().stream()
                .anyMatch(other ->
                        other.form() == PathPattern.Form.EXACT && other.path().equals(pattern.path()));
    }
}
