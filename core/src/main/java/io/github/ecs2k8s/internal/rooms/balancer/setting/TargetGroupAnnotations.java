package io.github.ecs2k8s.internal.rooms.balancer.setting;

import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.Tag;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ELB target group ⇄ annotations by which the AWS Load Balancer Controller sets up the one it makes of a Service
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#health-check).
 *
 * <p>The trap: the controller's defaults are not those of ELB (every 15 seconds against 30, 2 successes against 5), so
 * both are always written. Targets are pods by their address, as a task has one: an instance would stand for all pods
 * that any node can reach, and neither stickiness nor draining would be about a pod any more.
 */
public final class TargetGroupAnnotations {

    private TargetGroupAnnotations() {}

    /** The annotations of the Service that stands for a target group of an application load balancer. */
    public static Map<String, String> of(TargetGroup group) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Annotations.ALB_PREFIX + "target-type", "ip");
        if ("HTTPS".equals(group.protocol())) {
            all.put(Annotations.ALB_PREFIX + "backend-protocol", "HTTPS");
        }
        String version = group.protocolVersion();
        if (version != null && !version.equals("HTTP1")) {
            all.put(Annotations.ALB_PREFIX + "backend-protocol-version", version);
        }
        if ("HTTPS".equals(group.healthCheckProtocol())) {
            all.put(Annotations.ALB_PREFIX + "healthcheck-protocol", "HTTPS");
        }
        if (group.healthCheckPort() != null && !group.healthCheckPort().equals("traffic-port")) {
            put(all, "healthcheck-port", group.healthCheckPort());
        }
        put(all, "healthcheck-path", group.healthCheckPath());
        put(all, "healthcheck-interval-seconds", or(group.healthCheckIntervalSeconds(), 30));
        put(all, "healthcheck-timeout-seconds", or(group.healthCheckTimeoutSeconds(), null));
        put(all, "healthy-threshold-count", or(group.healthyThresholdCount(), 5));
        put(all, "unhealthy-threshold-count", or(group.unhealthyThresholdCount(), null));
        if (group.matcher() != null) {
            put(all, "success-codes", group.matcher().httpCode());
            put(all, "success-codes", group.matcher().grpcCode());
        }
        put(all, "target-group-attributes", attributes(group.targetGroupAttributes()));
        put(all, "tags", tags(group.tags()));
        return all;
    }

    private static @Nullable String or(@Nullable Integer value, @Nullable Integer otherwise) {
        Integer chosen = value == null ? otherwise : value;
        return chosen == null ? null : chosen.toString();
    }

    private static void put(Map<String, String> all, String key, @Nullable String value) {
        if (value != null && !value.isEmpty() && !Placeholders.isOpen(value)) {
            all.put(Annotations.ALB_PREFIX + key, value);
        }
    }

    /** {@code a=1,b=2}; an attribute without a value, or with one that a template leaves open, is not among them. */
    public static @Nullable String attributes(List<Attribute> attributes) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Attribute attribute : attributes) {
            if (isCarried(attribute)) {
                pairs.put(attribute.key(), attribute.value());
            }
        }
        return joined(pairs);
    }

    /** Whether an attribute can stand in a list of pairs; those of functions are refused for pods. */
    public static boolean isCarried(Attribute attribute) {
        return attribute.key() != null
                && !attribute.key().startsWith("lambda.")
                && attribute.value() != null
                && isPlain(attribute.value());
    }

    /** The same for tags; those that AWS sets itself are not among them. */
    public static @Nullable String tags(List<Tag> tags) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Tag tag : tags) {
            if (isCarried(tag)) {
                pairs.put(String.valueOf(tag.key()), String.valueOf(tag.value()));
            }
        }
        return joined(pairs);
    }

    /** Whether a tag can stand in a list of pairs. */
    public static boolean isCarried(Tag tag) {
        return tag.key() != null
                && tag.value() != null
                && !tag.key().startsWith("aws:")
                && isPlain(tag.key())
                && tag.key().indexOf('=') < 0
                && isPlain(tag.value());
    }

    /** Whether a value can stand in a list of pairs. */
    public static boolean isPlain(String value) {
        return !value.isEmpty() && value.indexOf(',') < 0 && !Placeholders.isOpen(value);
    }

    private static @Nullable String joined(Map<String, String> pairs) {
        StringBuilder all = new StringBuilder();
        for (Map.Entry<String, String> pair : pairs.entrySet()) {
            all.append(all.length() == 0 ? "" : ",")
                    .append(pair.getKey())
                    .append('=')
                    .append(pair.getValue());
        }
        return all.length() == 0 ? null : all.toString();
    }
}
