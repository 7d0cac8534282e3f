package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Redirect;
import io.github.ecs2k8s.ecs.resource.RuleCondition.KeyValue;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbJson;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destination;
import io.github.ecs2k8s.internal.rooms.balancer.model.Destinations;
import io.github.ecs2k8s.internal.rooms.balancer.model.RuleFindings;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostTable;
import io.github.ecs2k8s.internal.rooms.balancer.rule.HostTable.Choice;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Listener rules ⇄ rules of an HTTPRoute (https://gateway-api.sigs.k8s.io/reference/spec/#httprouterule).
 *
 * <p>The trap: among the matches of a host the Gateway API prefers an exact path, then the longest, then methods, headers
 * and query parameters, and the order of the rules only after all that. A rule with a condition therefore also matches
 * the longer paths of later rules, so that it still comes before them.
 */
final class GatewayRules {
    private static final int MOST_MATCHES = 64;

    private final BundleToKubernetes bundle;
    private final LaunchToKubernetes place;
    private final Destinations destinations;

    GatewayRules(BundleToKubernetes bundle, LaunchToKubernetes place) {
        this.bundle = bundle;
        this.place = place;
        this.destinations = new Destinations(bundle);
    }

    /** Whether an HTTPRoute can say a rule; a finding says what it cannot. */
    boolean isSayable(RoutingRule rule) {
        if (!RuleFindings.isWritable(rule, bundle)) {
            return false;
        }
        for (RuleMatch.Other other : rule.match().others()) {
            boolean host = other.field().equals(RuleMatch.HOST);
            boolean keyless = other.field().equals(RuleMatch.QUERY)
                    && other.pairs().stream().anyMatch(pair -> pair.key() == null);
            if (host || keyless || other.field().equals(RuleMatch.SOURCE_IP)) {
                leftOut(
                        rule,
                        keyless
                                ? "an HTTPRoute matches query parameters by their name"
                                : "an HTTPRoute has no condition on the "
                                        + (host ? "host by regular expression" : "caller's address"));
                return false;
            }
        }
        if (!rule.match().hosts().stream().allMatch(HostPattern::isName)) {
            leftOut(rule, "an HTTPRoute knows hosts and *. before a domain, no other patterns");
            return false;
        }
        return isSayableAction(rule);
    }

    private boolean isSayableAction(RoutingRule rule) {
        ListenerAction ending = Objects.requireNonNull(rule.ending());
        if (rule.check() != null) {
            leftOut(rule, "an HTTPRoute lets everybody in; " + rule.check().type() + " is not checked");
            return false;
        }
        if (!rule.transforms().isEmpty()) {
            leftOut(rule, "an HTTPRoute rewrites whole paths and hosts, not by regular expression");
            return false;
        }
        if ("fixed-response".equals(ending.type())) {
            if (rule.isDefault()
                    && "404"
                            .equals(
                                    ending.fixedResponseConfig() == null
                                            ? ""
                                            : ending.fixedResponseConfig().statusCode())) {
                bundle.at(rule.node(), rule.actionsKey())
                        .report(
                                FindingCode.LISTENER_NOT_FOUND,
                                "the gateway answers 404 by itself, with a body of its own");
            } else {
                leftOut(rule, "an HTTPRoute only forwards and redirects; fixed-response cannot be said");
            }
            return false;
        }
        Redirect redirect = ending.redirectConfig();
        if ("redirect".equals(ending.type()) && redirect != null && !isSayable(redirect)) {
            leftOut(rule, "an HTTPRoute redirects with a whole path or none, and keeps the query");
            return false;
        }
        return true;
    }

    private static boolean isSayable(Redirect redirect) {
        boolean path = redirect.path() == null
                || redirect.path().equals("/#{path}")
                || redirect.path().indexOf('#') < 0;
        boolean host = redirect.host() == null
                || redirect.host().equals("#{host}")
                || redirect.host().indexOf('#') < 0;
        boolean query = redirect.query() == null || redirect.query().equals("#{query}");
        return path && host && query && isSayablePort(redirect.port());
    }

    private static boolean isSayablePort(@Nullable String port) {
        if (port == null || port.equals("#{port}")) {
            return true;
        }
        try {
            return Integer.parseInt(port) > 0 && Integer.parseInt(port) <= 65535;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void leftOut(RoutingRule rule, String why) {
        RuleFindings.sayLeftOut(
                rule,
                why,
                "use a policy of the gateway's implementation, or --addon aws-load-balancer-controller",
                bundle);
    }

    /** The rules of one route: choices of one listener rule that stand together are matches of one. */
    List<Object> write(List<Choice> choices) {
        List<Object> rules = new ArrayList<>();
        int from = 0;
        while (from < choices.size()) {
            RoutingRule rule = choices.get(from).rule();
            int to = from;
            List<Object> matches = new ArrayList<>();
            while (to < choices.size() && choices.get(to).rule() == rule) {
                matches.addAll(matches(choices.get(to), choices));
                to++;
            }
            rules.add(rule(rule, matches));
            from = to;
        }
        return rules;
    }

    private Map<String, Object> rule(RoutingRule rule, List<Object> matches) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (matches.size() > MOST_MATCHES) {
            bundle.at(rule.node())
                    .report(
                            FindingCode.LISTENER_RULE_ORDER,
                            "the rule needs " + matches.size() + " matches, more than the " + MOST_MATCHES
                                    + " that a rule may have",
                            "split it by hand");
        }
        written.put("matches", matches);
        ListenerAction ending = Objects.requireNonNull(rule.ending());
        if ("redirect".equals(ending.type()) && ending.redirectConfig() != null) {
            Map<String, Object> filter = AlbJson.one("type", "RequestRedirect");
            filter.put("requestRedirect", redirect(ending.redirectConfig()));
            written.put("filters", List.of(filter));
        } else {
            List<Object> refs = backends(rule, ending);
            if (!refs.isEmpty()) {
                written.put("backendRefs", refs);
            }
        }
        return written;
    }

    private static Map<String, Object> redirect(Redirect redirect) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (redirect.protocol() != null && !redirect.protocol().startsWith("#")) {
            written.put("scheme", redirect.protocol().toLowerCase(Locale.ROOT));
        }
        if (redirect.host() != null && !redirect.host().startsWith("#")) {
            written.put("hostname", HostPattern.parse(redirect.host()).text());
        }
        if (redirect.path() != null && redirect.path().indexOf('#') < 0) {
            Map<String, Object> path = AlbJson.one("type", "ReplaceFullPath");
            path.put("replaceFullPath", redirect.path());
            written.put("path", path);
        }
        if (redirect.port() != null && !redirect.port().startsWith("#")) {
            written.put("port", Integer.parseInt(redirect.port()));
        }
        written.put("statusCode", "HTTP_301".equals(redirect.statusCode()) ? 301 : 302);
        return written;
    }

    private List<Object> backends(RoutingRule rule, ListenerAction ending) {
        List<Object> refs = new ArrayList<>();
        List<Destination> all = destinations.of(rule, ending, false);
        for (Destination destination : all) {
            if (destination.reached() == null || destination.backend() == null) {
                continue;
            }
            Map<String, Object> ref = AlbJson.one("name", destination.reached().name());
            if (!Objects.equals(destination.backend().namespace(), place.namespace())) {
                AlbJson.put(ref, "namespace", destination.backend().namespace());
            }
            ref.put("port", destination.reached().port().getPort());
            if (all.size() > 1) {
                ref.put("weight", destination.weight());
            }
            refs.add(ref);
        }
        sayStickiness(rule, ending, refs.size());
        return refs;
    }

    private void sayStickiness(RoutingRule rule, ListenerAction ending, int size) {
        boolean sticky = ending.forwardConfig() != null
                && ending.forwardConfig().targetGroupStickinessConfig() != null
                && Boolean.TRUE.equals(
                        ending.forwardConfig().targetGroupStickinessConfig().enabled());
        if (sticky && size > 1) {
            bundle.at(
                            rule.node(),
                            rule.actionsKey(),
                            rule.actions().indexOf(ending),
                            "ForwardConfig",
                            "TargetGroupStickinessConfig")
                    .report(FindingCode.LISTENER_SETTING, "callers do not stay with the Service they reached first");
        }
    }

    /** The matches of one path, and of the longer paths of later rules that this one comes before. */
    private List<Object> matches(Choice choice, List<Choice> all) {
        List<PathPattern> paths = new ArrayList<>();
        paths.add(choice.pattern());
        boolean later = false;
        for (Choice other : all) {
            later |= other == choice;
            boolean longer =
                    other.rule() != choice.rule() && choice.coversPathOf(other) && !paths.contains(other.pattern());
            if (later && longer && !choice.isUnconditional()) {
                paths.add(other.pattern());
            }
        }
        List<Object> matches = new ArrayList<>();
        for (PathPattern path : paths) {
            for (Map<String, Object> others : others(choice.rule().match())) {
                Map<String, Object> match = path(path, choice.rule());
                match.putAll(others);
                matches.add(match);
            }
        }
        return matches;
    }

    private Map<String, Object> path(PathPattern pattern, RoutingRule rule) {
        List<String> regexes = rule.match().others().stream()
                .filter(other -> other.field().equals(RuleMatch.PATH))
                .flatMap(other -> other.regexes().stream())
                .toList();
        Map<String, Object> path = new LinkedHashMap<>();
        if (!regexes.isEmpty()) {
            path.put("type", "RegularExpression");
            path.put("value", String.join("|", regexes));
            return AlbJson.one("path", path);
        }
        switch (pattern.form()) {
            case ANY -> {
                path.put("type", "PathPrefix");
                path.put("value", "/");
            }
            case EXACT -> {
                path.put("type", "Exact");
                path.put("value", pattern.path());
            }
            case BELOW -> {
                path.put("type", "PathPrefix");
                path.put("value", pattern.path());
                if (isOwn(pattern, rule) && !HostTable.isWhole(rule, pattern)) {
                    say(
                            FindingCode.LISTENER_PATH,
                            pattern.text() + " is written as " + pattern.path() + " with everything below it, so "
                                    + pattern.path() + " itself matches too",
                            rule);
                }
            }
            default -> {
                path.put("type", "RegularExpression");
                path.put("value", pattern.regex());
                if (isOwn(pattern, rule)) {
                    say(
                            FindingCode.LISTENER_REGEX,
                            pattern.text() + " is written as a regular expression, which not every" + " gateway knows",
                            rule);
                }
            }
        }
        return AlbJson.one("path", path);
    }

    /** What later rules match is said of them. */
    private static boolean isOwn(PathPattern pattern, RoutingRule rule) {
        return rule.match().paths().contains(pattern);
    }

    private void say(FindingCode code, String message, RoutingRule rule) {
        bundle.at(rule.node(), RuleFindings.condition(rule, RuleMatch.PATH)).report(code, message);
    }

    /** Headers, methods and query parameters: what is ANDed stands in one match, what is ORed in several. */
    private static List<Map<String, Object>> others(RuleMatch match) {
        List<Map<String, Object>> combinations = new ArrayList<>();
        combinations.add(new LinkedHashMap<>());
        for (RuleMatch.Other other : match.others()) {
            if (other.field().equals(RuleMatch.PATH)) {
                continue;
            }
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> known : combinations) {
                for (Object alternative : alternatives(other)) {
                    next.add(with(known, other.field(), alternative));
                }
            }
            combinations = next;
        }
        return combinations;
    }

    private static Map<String, Object> with(Map<String, Object> known, String field, Object alternative) {
        Map<String, Object> combined = new LinkedHashMap<>(known);
        if (field.equals(RuleMatch.METHOD)) {
            combined.put("method", alternative);
            return combined;
        }
        String member = field.equals(RuleMatch.HEADER) ? "headers" : "queryParams";
        List<Object> list = new ArrayList<>();
        if (known.get(member) instanceof List<?> before) {
            list.addAll(before);
        }
        list.add(alternative);
        combined.put(member, list);
        return combined;
    }

    private static List<Object> alternatives(RuleMatch.Other other) {
        List<Object> all = new ArrayList<>();
        switch (other.field()) {
            case RuleMatch.HEADER -> {
                String name = other.header();
                for (String value : other.values()) {
                    all.add(matching(name, value));
                }
                for (String regex : other.regexes()) {
                    all.add(named("RegularExpression", name, regex));
                }
            }
            case RuleMatch.QUERY -> {
                for (KeyValue pair : other.pairs()) {
                    all.add(matching(pair.key(), pair.value() == null ? "" : pair.value()));
                }
            }
            default -> all.addAll(other.values());
        }
        return all;
    }

    private static Map<String, Object> matching(@Nullable String name, String value) {
        return PathPattern.isGlob(value)
                ? named("RegularExpression", name, PathPattern.regex(value))
                : named("Exact", name, value);
    }

    private static Map<String, Object> named(String type, @Nullable String name, String value) {
        Map<String, Object> match = AlbJson.one("type", type);
        match.put("name", String.valueOf(name));
        match.put("value", value);
        return match;
    }
}
