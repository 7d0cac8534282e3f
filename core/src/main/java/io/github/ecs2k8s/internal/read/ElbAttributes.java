package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Attributes of load balancers, target groups and listeners, which {@code describe-…-attributes} prints without saying
 * whose they are; their keys tell at least of what kind it is
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html).
 */
final class ElbAttributes {
    private static final List<String> OF_TARGET_GROUPS = List.of(
            "deregistration_delay",
            "stickiness",
            "slow_start",
            "load_balancing.algorithm",
            "lambda",
            "proxy_protocol_v2",
            "preserve_client_ip",
            "target_failover",
            "target_group_health",
            "target_health_state");

    private static final List<String> OF_LISTENERS =
            List.of("tcp.idle_timeout", "routing.http.request", "routing.http.response");

    private static final List<String> OF_APPLICATIONS = List.of(
            "idle_timeout",
            "routing.http",
            "waf",
            "client_keep_alive",
            "connection_logs",
            "slow_start",
            "load_balancing.algorithm",
            "lambda",
            "stickiness.lb_cookie",
            "stickiness.app_cookie");

    private static final List<String> OF_NETWORKS = List.of(
            "dns_record",
            "proxy_protocol_v2",
            "preserve_client_ip",
            "deregistration_delay.connection_termination",
            "target_health_state");

    private ElbAttributes() {}

    /** The member that attributes are of a resource. */
    static String member(ResourceKind owner) {
        return switch (owner) {
            case TARGET_GROUP -> "TargetGroupAttributes";
            case LISTENER -> "ListenerAttributes";
            default -> "LoadBalancerAttributes";
        };
    }

    /** The kind of resource that attributes are of, null when they are no attributes at all. */
    static @Nullable ResourceKind owner(SequenceNode attributes) {
        List<String> keys = keys(attributes);
        if (keys.isEmpty()) {
            return null;
        }
        if (anyStarts(keys, OF_TARGET_GROUPS)) {
            return ResourceKind.TARGET_GROUP;
        }
        return anyStarts(keys, OF_LISTENERS) ? ResourceKind.LISTENER : ResourceKind.LOAD_BALANCER;
    }

    private static List<String> keys(SequenceNode attributes) {
        List<String> keys = new ArrayList<>();
        for (Node item : attributes.items()) {
            String key = item instanceof MappingNode attribute ? ResourceParts.text(attribute, "Key") : null;
            if (key == null) {
                return List.of();
            }
            keys.add(key);
        }
        return keys;
    }

    private static boolean anyStarts(List<String> keys, List<String> prefixes) {
        for (String key : keys) {
            for (String prefix : prefixes) {
                if (key.startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a part can be of a resource: an attribute of Application Load Balancers is not one of a network's. */
    static boolean fit(ResourceParts.Part part, MappingNode owner) {
        if (!part.member().endsWith("Attributes") || !(part.value() instanceof SequenceNode attributes)) {
            return true;
        }
        List<String> keys = keys(attributes);
        String kind = kind(owner);
        return !(kind.equals("network") && anyStarts(keys, OF_APPLICATIONS))
                && !(kind.equals("application") && anyStarts(keys, OF_NETWORKS));
    }

    /** {@code application} or {@code network}; something else where it is neither, or unknown. */
    private static String kind(MappingNode owner) {
        String type = ResourceParts.text(owner, "Type");
        if (type != null) {
            return type;
        }
        String protocol = ResourceParts.text(owner, "Protocol");
        if (protocol == null) {
            return "";
        }
        return switch (protocol) {
            case "HTTP", "HTTPS" -> "application";
            case "TCP", "UDP", "TLS", "TCP_UDP" -> "network";
            default -> "";
        };
    }
}
