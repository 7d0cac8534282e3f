package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What annotations say about the target groups of a backend, by the names that the AWS Load Balancer Controller gives
 * them on an Ingress: {@code healthcheck-path}. Those of the Service win over those of the Ingress
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#annotations).
 *
 * @param values without the prefix
 */
public record TargetSettings(Map<String, String> values) {
    private static final String[] KEYS = {
        "target-type",
        "backend-protocol",
        "backend-protocol-version",
        "healthcheck-protocol",
        "healthcheck-port",
        "healthcheck-path",
        "healthcheck-interval-seconds",
        "healthcheck-timeout-seconds",
        "healthy-threshold-count",
        "unhealthy-threshold-count",
        "success-codes",
        "target-group-attributes"
    };

    private static final String[][] NETWORK_KEYS = {
        {"nlb-target-type", "target-type"},
        {"backend-protocol", "backend-protocol"},
        {"healthcheck-protocol", "healthcheck-protocol"},
        {"healthcheck-port", "healthcheck-port"},
        {"healthcheck-path", "healthcheck-path"},
        {"healthcheck-interval", "healthcheck-interval-seconds"},
        {"healthcheck-timeout", "healthcheck-timeout-seconds"},
        {"healthcheck-healthy-threshold", "healthy-threshold-count"},
        {"healthcheck-unhealthy-threshold", "unhealthy-threshold-count"},
        {"healthcheck-success-codes", "success-codes"},
        {"target-group-attributes", "target-group-attributes"}
    };

    /** Of an application load balancer. */
    public static TargetSettings of(@Nullable Annotations router, Annotations service) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : KEYS) {
            String own = take(service, Annotations.ALB_PREFIX + key);
            String around = router == null ? null : take(router, Annotations.ALB_PREFIX + key);
            String value = own == null ? around : own;
            if (value != null) {
                values.put(key, value);
            }
        }
        String tags = service.take(Annotations.ALB_PREFIX + "tags");
        if (tags != null) {
            values.put("tags", tags);
        }
        return new TargetSettings(values);
    }

    /** Of a network load balancer. */
    public static TargetSettings ofNetwork(Annotations service) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String[] key : NETWORK_KEYS) {
            String value = take(service, Annotations.NETWORK_PREFIX + key[0]);
            if (value != null) {
                values.put(key[1], value);
            }
        }
        return new TargetSettings(values);
    }

    /** A value; no number where one belongs is said and left out. */
    private static @Nullable String take(Annotations annotations, String key) {
        boolean count = key.endsWith("-seconds")
                || key.endsWith("-count")
                || key.endsWith("-threshold")
                || key.endsWith("check-interval")
                || key.endsWith("check-timeout");
        if (key.endsWith("target-type")) {
            return annotations.word(key, "ip", "instance");
        }
        if (!count) {
            return annotations.take(key);
        }
        Integer number = annotations.number(key);
        return number == null ? null : number.toString();
    }

    /** The same with values where there are none. */
    public TargetSettings or(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(others);
        more.putAll(values);
        return new TargetSettings(more);
    }

    /** The same without what a port does not ask for. */
    public TargetSettings without(String key) {
        Map<String, String> fewer = new LinkedHashMap<>(values);
        fewer.remove(key);
        return new TargetSettings(fewer);
    }

    @Nullable public String get(String key) {
        return values.get(key);
    }

    /** A number; null when there is none. */
    @Nullable Integer number(String key) {
        String value = values.get(key);
        try {
            return value == null ? null : Integer.valueOf(value);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether they say how to check, so that the load balancer asks for its own sake, whatever the kubelet asks. */
    boolean tellsCheck() {
        for (String key : values.keySet()) {
            if (key.startsWith("healthcheck-") || key.endsWith("-threshold-count") || key.equals("success-codes")) {
                return true;
            }
        }
        return false;
    }

    /** {@code a=1,b=2} as pairs. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String value = values.get(key);
        for (String item : value == null ? new String[0] : value.split(",", -1)) {
            int equals = item.indexOf('=');
            if (equals > 0) {
                pairs.put(
                        item.substring(0, equals).trim(),
                        item.substring(equals + 1).trim());
            }
        }
        return pairs;
    }
}
