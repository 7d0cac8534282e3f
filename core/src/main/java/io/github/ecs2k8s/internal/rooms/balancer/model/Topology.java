package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.ListenerRule;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.LogicalNames;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RoutingRule;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rules belong to which listener, and which listeners to which load balancer, also where one of the three is not
 * in the input: an ARN names those above it.
 */
public final class Topology {
    private static final String RULE = ":listener-rule/";
    private static final String LISTENER = ":listener/";

    private final Resources resources;
    private final List<Balancer> balancers = new ArrayList<>();
    private final Map<Resource<LoadBalancer>, Balancer> byResource = new IdentityHashMap<>();
    private final Map<String, Balancer> byReference = new HashMap<>();
    private final Map<Resource<Listener>, Entrance> listeners = new IdentityHashMap<>();
    private final Map<String, Entrance> unknownListeners = new HashMap<>();

    private Topology(BundleToKubernetes bundle) {
        this.resources = bundle.resources();
        for (Resource<Listener> listener : resources.of(Listener.class)) {
            String arn = listener.value().listenerArn();
            Entrance entrance = new Entrance(listener, arn == null ? "" : arn);
            listeners.put(listener, entrance);
            balancer(listener).entrances().add(entrance);
        }
        for (Resource<ListenerRule> rule : resources.of(ListenerRule.class)) {
            entrance(rule).add(RoutingRule.of(rule));
        }
        balancers.forEach(balancer -> balancer.entrances().forEach(Entrance::sort));
    }

    /** Which of them there are in the input. */
    public static Topology of(BundleToKubernetes bundle) {
        return bundle.fact(Topology.class, Topology::new);
    }

    /** The load balancers of which a listener or a rule is in the input, in its order. */
    public List<Balancer> balancers() {
        return balancers;
    }

    private Balancer balancer(Resource<Listener> listener) {
        String reference = listener.value().loadBalancerArn();
        if (reference == null && listener.value().listenerArn() != null) {
            reference = balancerOf(listener.value().listenerArn());
        }
        String protocol = listener.value().protocol();
        return balancer(reference == null ? "" : reference, listener.node(), protocol, listener.logicalId());
    }

    private Balancer balancer(String reference, Node from, @Nullable String protocol, @Nullable String childId) {
        Resource<LoadBalancer> resource =
                reference.isEmpty() ? null : resources.find(LoadBalancer.class, reference, from);
        Balancer known = resource == null ? byReference.get(reference) : byResource.get(resource);
        if (known != null) {
            return known;
        }
        Balancer added = new Balancer(
                resource, reference, kind(resource, reference, protocol), name(resource, reference, from, childId));
        balancers.add(added);
        if (resource != null) {
            byResource.put(resource, added);
        }
        if (!reference.isEmpty()) {
            byReference.putIfAbsent(reference, added);
        }
        return added;
    }

    private Entrance entrance(Resource<ListenerRule> rule) {
        String reference = rule.value().listenerArn();
        if (reference == null && rule.value().ruleArn() != null) {
            reference = listenerOf(rule.value().ruleArn());
        }
        String text = reference == null ? "" : reference;
        Resource<Listener> listener = text.isEmpty() ? null : resources.find(Listener.class, text, rule.node());
        Entrance known = listener == null ? unknownListeners.get(text) : listeners.get(listener);
        if (known != null) {
            return known;
        }
        String above = balancerOf(text);
        Entrance added = new Entrance(null, text);
        unknownListeners.put(text, added);
        balancer(above == null ? text : above, rule.node(), null, rule.logicalId())
                .entrances()
                .add(added);
        return added;
    }

    /** The ARN of a rule is that of its listener with one more id. */
    private static @Nullable String listenerOf(String rule) {
        int place = rule.indexOf(RULE);
        return place < 0
                ? null
                : rule.substring(0, place) + LISTENER + rule.substring(place + RULE.length(), rule.lastIndexOf('/'));
    }

    /** The ARN of a listener is that of its load balancer with one more id. */
    private static @Nullable String balancerOf(String listener) {
        int place = listener.indexOf(LISTENER);
        int end = listener.lastIndexOf('/');
        return place < 0 || end < place + LISTENER.length()
                ? null
                : listener.substring(0, place) + ":loadbalancer/" + listener.substring(place + LISTENER.length(), end);
    }

    private static Balancer.Kind kind(
            @Nullable Resource<LoadBalancer> resource, String reference, @Nullable String protocol) {
        String type = resource == null ? null : resource.value().type();
        if ("network".equals(type) || (resource == null && reference.contains("/net/"))) {
            return Balancer.Kind.NETWORK;
        }
        if ("gateway".equals(type) || (resource == null && reference.contains("/gwy/"))) {
            return Balancer.Kind.GATEWAY;
        }
        boolean layer4 = resource == null && protocol != null && TargetGroupTraits.isLayer4(protocol);
        return layer4 ? Balancer.Kind.NETWORK : Balancer.Kind.APPLICATION;
    }

    private static String name(
            @Nullable Resource<LoadBalancer> resource, String reference, Node from, @Nullable String childId) {
        if (resource != null) {
            LoadBalancer value = resource.value();
            String given = value.loadBalancerName() == null ? value.name() : value.loadBalancerName();
            if (given != null && !given.isEmpty() && !Placeholders.isOpen(given)) {
                return given;
            }
            return resource.logicalId() == null
                    ? "load-balancer"
                    : LogicalNames.of(resource.logicalId(), resource.node());
        }
        String[] parts = reference.split("/", -1);
        if (reference.startsWith("arn:") && parts.length > 2) {
            return parts[2];
        }
        if (!reference.isEmpty()) {
            return Placeholders.visible(reference);
        }
        return childId == null ? "load-balancer" : LogicalNames.of(childId, from);
    }
}
