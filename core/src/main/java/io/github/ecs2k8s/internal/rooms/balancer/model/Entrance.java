package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerAction.Redirect;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A listener with its rules in their order; the listener itself may be missing from the input. */
public final class Entrance {
    private final @Nullable Resource<Listener> listener;
    private final String reference;
    private final List<RoutingRule> rules = new ArrayList<>();
    private final List<RoutingRule> repeated = new ArrayList<>();
    private @Nullable RoutingRule fallback;

    Entrance(@Nullable Resource<Listener> listener, String reference) {
        this.listener = listener;
        this.reference = reference;
        if (listener != null && !listener.value().defaultActions().isEmpty()) {
            fallback = RoutingRule.defaultOf(listener);
        }
    }

    void add(RoutingRule rule) {
        if (!rule.isDefault()) {
            rules.add(rule);
        } else if (fallback == null) {
            fallback = rule;
        } else {
            repeated.add(rule);
        }
    }

    /** Puts the rules into their order, when all are there. */
    void sort() {
        rules.sort(Comparator.comparingInt(RoutingRule::order));
    }

    /** The listener, null when only its rules are known. */
    @Nullable public Resource<Listener> listener() {
        return listener;
    }

    /** What its rules call it. */
    public String reference() {
        return reference;
    }

    /** Its rules, the first that matches decides. */
    public List<RoutingRule> rules() {
        return rules;
    }

    /** What happens where no rule matches, null when not known. */
    @Nullable public RoutingRule fallback() {
        return fallback;
    }

    /** Rules that only say again what the listener says of its default. */
    public List<RoutingRule> repeated() {
        return repeated;
    }

    /** Its rules, and its default last. */
    public List<RoutingRule> everything() {
        List<RoutingRule> all = new ArrayList<>(rules);
        if (fallback != null) {
            all.add(fallback);
        }
        return all;
    }

    /** Its port, null when not known. */
    @Nullable public Integer port() {
        return listener == null ? null : listener.value().port();
    }

    /** Its protocol, HTTP when not known. */
    public String protocol() {
        String given = listener == null ? null : listener.value().protocol();
        return given == null ? "HTTP" : given;
    }

    public boolean isHttps() {
        return protocol().equals("HTTPS");
    }

    /** The port to which it sends every request again by HTTPS, 0 when it does anything else. */
    public int redirectsTo() {
        ListenerAction action = fallback == null || !rules.isEmpty() ? null : fallback.ending();
        Redirect redirect = action == null || isHttps() ? null : action.redirectConfig();
        boolean whole = redirect != null
                && "HTTPS".equals(redirect.protocol())
                && keeps(redirect.host(), "#{host}")
                && keeps(redirect.path(), "/#{path}")
                && keeps(redirect.query(), "#{query}");
        if (redirect == null || !whole || redirect.port() == null) {
            return 0;
        }
        try {
            return Integer.parseInt(redirect.port());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static boolean keeps(@Nullable String part, String same) {
        return part == null || part.equals(same);
    }

    /** Whether the redirect is a permanent one. */
    public boolean redirectsForGood() {
        ListenerAction action = fallback == null ? null : fallback.ending();
        return action != null
                && action.redirectConfig() != null
                && "HTTP_301".equals(action.redirectConfig().statusCode());
    }

    /** Whether two listeners route every request alike. */
    public boolean routesLike(Entrance other) {
        List<RoutingRule> mine = everything();
        List<RoutingRule> others = other.everything();
        if (mine.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).doesTheSameAs(others.get(i))) {
                return false;
            }
        }
        return true;
    }
}
