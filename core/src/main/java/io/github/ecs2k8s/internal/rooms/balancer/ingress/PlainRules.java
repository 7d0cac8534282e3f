package io.github.ecs2k8s.internal.rooms.balancer.ingress;

import io.fabric8.kubernetes.api.model.networking.v1.IngressBackend;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbRules;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destination;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destinations;
import io.github.ecs2k8s.internal.rooms.balancer.model.RuleFindings;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostTable;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRuleBuilder;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which listener rules a plain Ingress can say, and where they lead. */
final class PlainRules {
    private final BundleToKubernetes bundle;
    private final Destinations destinations;
    private final Map<String, Destination> chosen = new LinkedHashMap<>();

    PlainRules(BundleToKubernetes bundle) {
        this.bundle = bundle;
        this.destinations = new Destinations(bundle);
    }

    /** Whether a default answers 404, which is what an ingress controller does by itself. */
    boolean isNothing(RoutingRule rule) {
        ListenerAction ending = rule.ending();
        boolean nothing = ending != null
                && ending.fixedResponseConfig() != null
                && "404".equals(ending.fixedResponseConfig().statusCode());
        if (nothing && rule.check() == null) {
            bundle.at(rule.node(), rule.actionsKey())
                    .report(
                            FindingCode.LISTENER_NOT_FOUND,
                            "the ingress controller answers 404 by itself, with a body of its own");
        }
        return nothing;
    }

    /** Whether a plain Ingress can say a rule; a finding says what it cannot. */
    boolean isPlain(RoutingRule rule) {
        if (!RuleFindings.isWritable(rule, bundle)) {
            return false;
        }
        RuleMatch match = rule.match();
        if (!match.others().isEmpty()) {
            RuleMatch.Other other = match.others().get(0);
            leftOut(rule, "a plain Ingress has no condition on the " + what(other.field()));
            return false;
        }
        if (!match.hosts().stream().allMatch(HostPattern::isName)) {
            leftOut(rule, "a plain Ingress knows hosts and *. before a domain, no other patterns");
            return false;
        }
        if (!match.paths().isEmpty() && match.paths().stream().noneMatch(PlainRules::isPath)) {
            leftOut(
                    rule,
                    "a plain Ingress knows no path pattern like "
                            + match.paths().get(0).text());
            return false;
        }
        return isPlainAction(rule);
    }

    private boolean isPlainAction(RoutingRule rule) {
        ListenerAction ending = rule.ending();
        String why = null;
        if (rule.check() != null) {
            why = "a plain Ingress lets everybody in; " + rule.check().type() + " is not checked";
        } else if (!rule.transforms().isEmpty()) {
            why = "a plain Ingress changes no request on its way";
        } else if (ending != null && !"forward".equals(ending.type())) {
            why = "a plain Ingress only forwards; " + ending.type() + " cannot be said";
        }
        if (why != null) {
            leftOut(rule, why);
            return false;
        }
        return destination(rule) != null;
    }

    private void leftOut(RoutingRule rule, String why) {
        RuleFindings.sayLeftOut(
                rule,
                why,
                "use an ingress controller that can, or --addon gateway-api or aws-load-balancer-controller",
                bundle);
    }

    private static String what(String field) {
        return switch (field) {
            case RuleMatch.HEADER -> "header";
            case RuleMatch.METHOD -> "method";
            case RuleMatch.QUERY -> "query";
            case RuleMatch.SOURCE_IP -> "caller's address";
            default -> field + " by regular expression";
        };
    }

    /** Whether type Prefix or Exact comes near a pattern. */
    private static boolean isPath(PathPattern pattern) {
        return switch (pattern.form()) {
            case ANY, EXACT, BELOW -> true;
            case BEGINNING ->
                Character.isLetterOrDigit(pattern.path().charAt(pattern.path().length() - 1));
            case GLOB -> false;
        };
    }

    /** The rule with the paths that a plain Ingress knows; findings say which it does not, and what it widens. */
    RoutingRule sayable(RoutingRule rule) {
        RuleMatch match = rule.match();
        List<PathPattern> paths = new ArrayList<>();
        for (PathPattern pattern : match.paths()) {
            if (!isPath(pattern)) {
                find(
                        FindingCode.LISTENER_RULE_LEFT_OUT,
                        "a plain Ingress knows no path pattern like " + pattern.text(),
                        rule,
                        RuleMatch.PATH);
                continue;
            }
            paths.add(pattern);
            if (pattern.form() == PathPattern.Form.BEGINNING) {
                find(
                        FindingCode.LISTENER_PATH_NARROWED,
                        pattern.text() + " is written as " + pattern.path() + " and everything below it, not "
                                + pattern.path() + "x",
                        rule,
                        RuleMatch.PATH);
            } else if (pattern.form() == PathPattern.Form.BELOW && !HostTable.isWhole(rule, pattern)) {
                find(
                        FindingCode.LISTENER_PATH,
                        pattern.text() + " is written as " + pattern.path() + " with everything below it, so "
                                + pattern.path() + " itself matches too",
                        rule,
                        RuleMatch.PATH);
            }
        }
        for (HostPattern host : match.hosts()) {
            if (host.form() == HostPattern.Form.BELOW) {
                find(
                        FindingCode.LISTENER_HOST,
                        host.text() + " matches one label before the domain, in ELB any number",
                        rule,
                        RuleMatch.HOST);
            }
        }
        return RoutingRuleBuilder.builder()
                .resource(rule.resource())
                .node(rule.node())
                .priority(rule.priority())
                .conditions(rule.conditions())
                .match(new RuleMatch(match.hosts(), paths, List.of()))
                .actions(rule.actions())
                .transforms(rule.transforms())
                .actionsKey(rule.actionsKey())
                .build();
    }

    private void find(FindingCode code, String message, RoutingRule rule, String field) {
        bundle.at(rule.node(), RuleFindings.condition(rule, field)).report(code, message);
    }

    /** The one Service a rule leads to, null when there is none. */
    private @Nullable Destination destination(RoutingRule rule) {
        String key = rule.node().location() + rule.actionsKey();
        if (chosen.containsKey(key)) {
            return chosen.get(key);
        }
        ListenerAction ending = rule.ending();
        List<Destination> all = ending == null ? List.of() : destinations.of(rule, ending, false);
        Destination best = null;
        for (Destination destination : all) {
            if (best == null || destination.weight() > best.weight()) {
                best = destination;
            }
        }
        if (best == null || best.reached() == null) {
            return null;
        }
        if (all.stream().filter(other -> other.weight() > 0).count() > 1) {
            bundle.at(rule.node(), rule.actionsKey())
                    .report(
                            FindingCode.LISTENER_WEIGHTS,
                            "a plain Ingress sends everything to one Service: "
                                    + best.reached().name(),
                            "--addon gateway-api or aws-load-balancer-controller keeps the shares");
        }
        chosen.put(key, best);
        return best;
    }

    @Nullable IngressBackend backend(RoutingRule rule) {
        Destination destination = destination(rule);
        return destination == null || destination.reached() == null
                ? null
                : AlbRules.backend(
                        destination.reached().name(),
                        destination.reached().port().getPort(),
                        null);
    }

    @Nullable LaunchToKubernetes place(RoutingRule rule) {
        Destination destination = destination(rule);
        return destination == null || destination.backend() == null
                ? null
                : destination.backend().launch();
    }
}
