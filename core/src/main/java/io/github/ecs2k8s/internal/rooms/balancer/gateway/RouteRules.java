package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.TargetGroupTuple;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.ecs.resource.RuleCondition.KeyValue;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.BackendRef;
import io.github.ecs2k8s.internal.rooms.balancer.rule.PathPattern;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleConditions;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rules of an HTTPRoute or a GRPCRoute → listener rules: what {@link GatewayRules} writes, read back. Each match is a rule
 * of its own; one with a condition that ELB does not know is left out, never widened.
 */
final class RouteRules {
    private static final int MOST_WEIGHT = 999;

    private final LocatedObject route;
    private final BalancerDraft balancer;
    private final ServiceTargetGroups book;
    private final BundleToEcs context;
    private final boolean grpc;

    RouteRules(LocatedObject route, BalancerDraft balancer, ServiceTargetGroups book) {
        this.route = route;
        this.balancer = balancer;
        this.book = book;
        this.context = book.context();
        this.grpc = "GRPCRoute".equals(route.object().getKind());
    }

    /** What the route does with requests that one listener takes in for some hosts. */
    List<RouteEntry> entries(List<String> hosts, int port) {
        List<RouteEntry> entries = new ArrayList<>();
        for (Node rule : JsonTree.items(JsonTree.of(route), "spec", "rules")) {
            List<Node> matches = JsonTree.items(rule, "matches");
            RouteFilters filters = RouteFilters.read(rule, context);
            sayRest(rule);
            if (matches.size() > 1 || filters.areAny() || matches.stream().anyMatch(RouteRules::isMoreThanAPath)) {
                context.at(rule)
                        .report(
                                FindingCode.SAME_IN_ANOTHER_PLACE,
                                "each match is a listener rule of its own, with its priority and its transforms");
            }
            for (Node match : matches) {
                add(rule, match, filters, hosts, port, entries);
            }
            if (matches.isEmpty()) {
                add(rule, null, filters, hosts, port, entries);
            }
        }
        return entries;
    }

    private static boolean isMoreThanAPath(Node match) {
        return !JsonTree.items(match, "headers").isEmpty()
                || !JsonTree.items(match, "queryParams").isEmpty()
                || match.child("method") != null
                || "RegularExpression".equals(JsonTree.text(match, "path", "type"));
    }

    private void add(
            Node rule,
            @Nullable Node match,
            RouteFilters filters,
            List<String> hosts,
            int port,
            List<RouteEntry> entries) {
        List<RuleCondition> others = new ArrayList<>();
        if (!isSayable(match, others)) {
            return;
        }
        String type = grpc ? grpcType(match) : JsonTree.text(match, "path", "type");
        String path = grpc ? grpcPath(match) : JsonTree.text(match, "path", "value");
        boolean prefix = type == null || type.equals("PathPrefix");
        String glob = "RegularExpression".equals(type) && path != null ? PathPattern.glob(path) : null;
        boolean regex = "RegularExpression".equals(type) && glob == null;
        String value = path == null ? "/" : glob == null ? path : glob;
        List<String> patterns = prefix ? PathPattern.below(value) : List.of(value);
        ListenerAction action = filters.redirect(prefix ? value : null, port);
        if (action == null) {
            action = forward(rule);
        }
        for (String host : hosts.isEmpty() ? List.of("") : hosts) {
            List<RuleCondition> conditions = new ArrayList<>();
            if (!host.isEmpty()) {
                conditions.add(RuleConditions.host(List.of(host), List.of()));
            }
            if (!patterns.isEmpty()) {
                conditions.add(
                        regex ? RuleConditions.path(List.of(), patterns) : RuleConditions.path(patterns, List.of()));
            }
            conditions.addAll(others);
            int length = patterns.isEmpty() ? 0 : patterns.get(0).length();
            Route made = new Route(conditions, List.of(action), filters.transforms(prefix ? value : null));
            entries.add(new RouteEntry(host, !prefix && !regex, length, weigh(match), made));
        }
    }

    private static int weigh(@Nullable Node match) {
        int method = JsonTree.text(match, "method") == null ? 0 : 10_000;
        return method
                + 100 * JsonTree.items(match, "headers").size()
                + JsonTree.items(match, "queryParams").size();
    }

    private static @Nullable String grpcType(@Nullable Node match) {
        return JsonTree.text(match, "method", "method") == null ? null : "Exact";
    }

    /** gRPC asks for {@code /package.Service/Method}. */
    private static @Nullable String grpcPath(@Nullable Node match) {
        String service = JsonTree.text(match, "method", "service");
        String method = JsonTree.text(match, "method", "method");
        if (service == null) {
            return method == null ? null : "/*/" + method;
        }
        return "/" + service + (method == null ? "" : "/" + method);
    }

    /** The conditions besides host and path; false, with a finding, when ELB does not know one. */
    private boolean isSayable(@Nullable Node match, List<RuleCondition> conditions) {
        String method = grpc ? null : JsonTree.text(match, "method");
        if (method != null) {
            conditions.add(RuleConditions.method(List.of(method)));
        }
        for (Node header : JsonTree.items(match, "headers")) {
            List<String> value = List.of(String.valueOf(JsonTree.text(header, "value")));
            String glob = glob(header);
            boolean regex = "RegularExpression".equals(JsonTree.text(header, "type")) && glob == null;
            conditions.add(RuleConditions.header(
                    JsonTree.text(header, "name"),
                    regex ? List.of() : glob == null ? value : List.of(glob),
                    regex ? value : List.of()));
        }
        for (Node parameter : match == null ? List.<Node>of() : JsonTree.items(match, "queryParams")) {
            String glob = glob(parameter);
            if (match != null && glob == null && "RegularExpression".equals(JsonTree.text(parameter, "type"))) {
                context.at(match)
                        .report(
                                FindingCode.ROUTE_MATCH,
                                "a listener rule compares query parameters with * and ?, not by regular expression; the match is"
                                        + " left out",
                                "write the values it stands for as matches of their own");
                return false;
            }
            conditions.add(RuleConditions.query(List.of(new KeyValue(
                    JsonTree.text(parameter, "name"), glob == null ? JsonTree.text(parameter, "value") : glob))));
        }
        return true;
    }

    /** The wildcards that a regular expression stands for; null where it says more. */
    private static @Nullable String glob(Node match) {
        String value = JsonTree.text(match, "value");
        return value != null && "RegularExpression".equals(JsonTree.text(match, "type"))
                ? PathPattern.glob(value)
                : null;
    }

    private ListenerAction forward(Node rule) {
        List<TargetGroupTuple> groups = new ArrayList<>();
        List<Node> refs = JsonTree.items(rule, "backendRefs");
        int heaviest = 1;
        for (Node ref : refs) {
            Integer weight = JsonTree.number(ref, "weight");
            heaviest = Math.max(heaviest, weight == null ? 1 : weight);
        }
        for (Node ref : refs) {
            String target = target(ref);
            if (target != null) {
                groups.add(new TargetGroupTuple(target, refs.size() > 1 ? weight(ref, heaviest) : null));
            }
        }
        return groups.isEmpty() ? Route.answer("503") : Route.forward(groups, null);
    }

    private int weight(Node ref, int heaviest) {
        Integer given = JsonTree.number(ref, "weight");
        int weight = given == null ? 1 : given;
        if (heaviest <= MOST_WEIGHT) {
            return weight;
        }
        int written = (int) Math.round((double) weight * MOST_WEIGHT / heaviest);
        context.at(ref, "weight")
                .report(FindingCode.ROUTE_MATCH, "weights end at 999; " + weight + " is written as " + written);
        return written;
    }

    private @Nullable String target(Node ref) {
        String kind = JsonTree.text(ref, "kind");
        String name = JsonTree.text(ref, "name");
        if (name == null || (kind != null && !kind.equals("Service"))) {
            context.at(ref)
                    .report(FindingCode.BACKEND_MISSING, "the backend is no Service; what leads there is answered 503");
            return null;
        }
        if (!JsonTree.items(ref, "filters").isEmpty()) {
            context.at(ref, "filters").report(FindingCode.ROUTE_FILTER, "a target group changes no requests");
        }
        if (JsonTree.text(ref, "port") == null) {
            context.at(ref)
                    .report(FindingCode.BACKEND_MISSING, "the backend names no port; what leads there is answered 503");
            return null;
        }
        String namespace = JsonTree.text(ref, "namespace");
        BackendRef backend = new BackendRef(
                name,
                namespace == null ? route.object().getMetadata().getNamespace() : namespace,
                JsonTree.text(ref, "port"),
                ref);
        Map<String, String> settings =
                new LinkedHashMap<>(GatewayConfigurations.targets(name, backend.namespace(), route, context));
        if (grpc) {
            settings.put("backend-protocol-version", "GRPC");
        }
        return book.target(balancer, backend, null, settings);
    }

    private void sayRest(Node rule) {
        for (String member : new String[] {"timeouts", "retry", "sessionPersistence"}) {
            Node node = rule.child(member);
            if (node != null && !node.isNull()) {
                context.at(node)
                        .report(
                                FindingCode.ROUTE_FILTER,
                                "a listener rule has no " + member,
                                member.equals("timeouts")
                                        ? "set idle_timeout.timeout_seconds of the load balancer"
                                        : member.equals("retry")
                                                ? "let callers or Service Connect try again"
                                                : "set stickiness.enabled of the target group");
            }
        }
    }
}
