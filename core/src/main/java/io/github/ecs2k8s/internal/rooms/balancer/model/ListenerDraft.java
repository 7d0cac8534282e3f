package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.Listener.MutualAuthentication;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.RuleCondition;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RuleConditions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A listener while it is put together: several Ingresses or routes may add to it. */
public final class ListenerDraft {
    private final String protocol;
    private final int port;
    private final Set<String> certificates = new LinkedHashSet<>();
    private final List<String> alpnPolicy = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Route> routes = new ArrayList<>();
    private @Nullable String sslPolicy;
    private @Nullable MutualAuthentication mutualAuthentication;
    private @Nullable List<ListenerAction> fallback;

    ListenerDraft(String protocol, int port) {
        this.protocol = protocol;
        this.port = port;
    }

    public String protocol() {
        return protocol;
    }

    public int port() {
        return port;
    }

    public boolean isSecure() {
        return protocol.equals("HTTPS") || protocol.equals("TLS");
    }

    /** The ARNs of its certificates, its default first. */
    public Set<String> certificates() {
        return certificates;
    }

    public List<String> alpnPolicy() {
        return alpnPolicy;
    }

    public List<Attribute> attributes() {
        return attributes;
    }

    /** Its rules, the first that matches decides. */
    public List<Route> routes() {
        return routes;
    }

    /** Adds a rule; one for every request is what the listener does anyway, when nothing says so yet. */
    public void add(Route route) {
        if (!route.isCatchAll()) {
            routes.add(withCondition(route));
        } else if (fallback == null) {
            fallback = route.actions();
        }
    }

    /** A rule has at least one condition. */
    private static Route withCondition(Route route) {
        if (!route.conditions().isEmpty()) {
            return route;
        }
        List<RuleCondition> any = List.of(RuleConditions.path(List.of("/*"), List.of()));
        return new Route(any, route.actions(), route.transforms());
    }

    private List<ListenerAction> actions() {
        List<ListenerAction> all = new ArrayList<>();
        routes.forEach(route -> all.addAll(route.actions()));
        if (fallback != null) {
            all.addAll(fallback);
        }
        return all;
    }

    /** The target groups that it forwards to. */
    public List<String> targets() {
        return targets(actions());
    }

    /** The target groups that actions forward to. */
    public static List<String> targets(List<ListenerAction> actions) {
        List<String> targets = new ArrayList<>();
        for (ListenerAction action : actions) {
            if (action.targetGroupArn() != null) {
                targets.add(action.targetGroupArn());
            }
            if (action.forwardConfig() != null) {
                action.forwardConfig()
                        .targetGroups()
                        .forEach(group -> targets.add(String.valueOf(group.targetGroupArn())));
            }
        }
        return targets;
    }

    /** Whether any request is forwarded, or answered as somebody wants it. */
    boolean forwardsAnything() {
        for (ListenerAction action : actions()) {
            boolean refused = action.fixedResponseConfig() != null
                    && "503".equals(action.fixedResponseConfig().statusCode());
            boolean secured = action.redirectConfig() != null
                    && "HTTPS".equals(action.redirectConfig().protocol())
                    && action.redirectConfig().host() == null;
            if (!refused && !secured) {
                return true;
            }
        }
        return false;
    }

    public @Nullable String sslPolicy() {
        return sslPolicy;
    }

    public void sslPolicy(@Nullable String policy) {
        sslPolicy = policy == null ? sslPolicy : policy;
    }

    public @Nullable MutualAuthentication mutualAuthentication() {
        return mutualAuthentication;
    }

    public void mutualAuthentication(MutualAuthentication authentication) {
        mutualAuthentication = authentication;
    }

    /** What it does where no rule applies, null when nothing says. */
    public @Nullable List<ListenerAction> fallback() {
        return fallback;
    }

    public void fallback(List<ListenerAction> actions) {
        fallback = actions;
    }
}
