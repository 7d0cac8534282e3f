package io.github.ecs2k8s.internal.rooms.balancer.network;

import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.LoadBalancer.SubnetMapping;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbSettings;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Annotations of a Service → network load balancer and its listeners: what {@link NetworkAnnotations} writes, read back. */
final class NetworkSettings {
    private static final String PREFIX = Annotations.NETWORK_PREFIX;

    private NetworkSettings() {}

    /** What a Service says of its load balancer. */
    static void read(Annotations annotations, BalancerDraft draft, ServiceSpec spec) {
        draft.arn(annotations.take("ecs2k8s.io/source"));
        draft.scheme(scheme(annotations, spec));
        draft.ipAddressType(annotations.take(PREFIX + "ip-address-type"));
        String families = spec.getIpFamilyPolicy();
        if (draft.ipAddressType() == null && families != null && families.endsWith("DualStack")) {
            draft.ipAddressType("dualstack");
        }
        List<String> subnets = AlbSettings.ids(annotations, PREFIX + "subnets", "subnet-");
        List<SubnetMapping> mappings = mappings(annotations, subnets);
        if (mappings.isEmpty()) {
            draft.subnets(subnets);
        }
        draft.subnetMappings(mappings);
        draft.securityGroups(AlbSettings.ids(annotations, PREFIX + "security-groups", "sg-"));
        // The groups of tasks are opened to the load balancer in any case.
        annotations.take(PREFIX + "manage-backend-security-group-rules");
        if (spec.getLoadBalancerSourceRanges() != null) {
            draft.cidrs().addAll(spec.getLoadBalancerSourceRanges());
        }
        draft.cidrs().addAll(annotations.list("service.beta.kubernetes.io/load-balancer-source-ranges"));
        draft.prefixLists().addAll(annotations.list(PREFIX + "security-group-prefix-lists"));
        draft.attributes(annotations.pairs(PREFIX + "attributes"));
        draft.attributes(attributes(annotations));
        draft.tags(annotations.pairs(PREFIX + "additional-resource-tags"));
        draft.capacityUnits(AlbSettings.capacity(annotations, PREFIX + "minimum-load-balancer-capacity"));
    }

    private static String scheme(Annotations annotations, ServiceSpec spec) {
        String scheme = annotations.word(PREFIX + "scheme", "internal", "internet-facing");
        String internal = annotations.word(PREFIX + "internal", "true", "false", "0.0.0.0/0");
        String type = annotations.word(PREFIX + "type", "external", "nlb", "nlb-ip", "clb", "classic");
        boolean elsewhere = annotations.isTrue("service.beta.kubernetes.io/azure-load-balancer-internal")
                || "Internal".equals(annotations.take("networking.gke.io/load-balancer-type"))
                || "Internal".equals(annotations.take("cloud.google.com/load-balancer-type"));
        if (scheme != null) {
            return scheme;
        }
        if (internal != null) {
            return "false".equals(internal) ? "internet-facing" : "internal";
        }
        String className = spec.getLoadBalancerClass() == null ? "" : spec.getLoadBalancerClass();
        boolean controller = className.endsWith("/nlb") || "external".equals(type) || "nlb-ip".equals(type);
        return controller || elsewhere ? "internal" : "internet-facing";
    }

    /** Attributes that have annotations of their own. */
    private static Map<String, String> attributes(Annotations annotations) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String[][] known = {
            {"cross-zone-load-balancing-enabled", "load_balancing.cross_zone.enabled"},
            {"access-log-enabled", "access_logs.s3.enabled"},
            {"access-log-s3-bucket-name", "access_logs.s3.bucket"},
            {"access-log-s3-bucket-prefix", "access_logs.s3.prefix"}
        };
        for (String[] attribute : known) {
            String value = annotations.take(PREFIX + attribute[0]);
            if (value != null) {
                attributes.put(attribute[1], value);
            }
        }
        return attributes;
    }

    /** The addresses of a load balancer in its subnets, where there is one for each. */
    private static List<SubnetMapping> mappings(Annotations annotations, List<String> subnets) {
        List<String> allocations = annotations.list(PREFIX + "eip-allocations");
        List<String> addresses = annotations.list(PREFIX + "private-ipv4-addresses");
        List<String> addresses6 = annotations.list(PREFIX + "ipv6-addresses");
        int count = Math.max(allocations.size(), Math.max(addresses.size(), addresses6.size()));
        if (count == 0) {
            return List.of();
        }
        if (count != subnets.size()) {
            String key = !allocations.isEmpty()
                    ? "eip-allocations"
                    : addresses.isEmpty() ? "ipv6-addresses" : "private-ipv4-addresses";
            annotations.find(
                    FindingCode.INGRESS_ANNOTATION,
                    "addresses belong to subnets, which are not named one for each; they are not written",
                    "name the subnets in " + PREFIX + "subnets",
                    PREFIX + key);
            return List.of();
        }
        List<SubnetMapping> mappings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            mappings.add(
                    new SubnetMapping(subnets.get(i), at(allocations, i), at(addresses, i), at(addresses6, i), null));
        }
        return mappings;
    }

    private static @Nullable String at(List<String> list, int index) {
        return index < list.size() ? list.get(index) : null;
    }

    /** What a Service says of a listener. */
    static void read(Annotations annotations, ListenerDraft listener) {
        List<String> certificates = annotations.list(PREFIX + "ssl-cert");
        String policy = annotations.take(PREFIX + "ssl-negotiation-policy");
        String alpn = annotations.take(PREFIX + "alpn-policy");
        Integer idle = annotations.number(PREFIX + "connection-idle-timeout");
        if (idle != null && listener.protocol().equals("TCP")) {
            listener.attributes()
                    .add(new Attribute("tcp.idle_timeout.seconds", String.valueOf(Math.max(60, Math.min(idle, 6000)))));
        }
        if (listener.isSecure()) {
            listener.certificates().addAll(certificates);
            listener.sslPolicy(policy);
            if (alpn != null) {
                listener.alpnPolicy().add(alpn);
            }
        }
    }
}
