package io.github.ecs2k8s.internal.rooms.balancer.network;

import io.fabric8.kubernetes.api.model.Service;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.LoadBalancer.SubnetMapping;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.internal.rooms.balancer.alb.AlbListeners;
import io.github.ecs2k8s.internal.rooms.balancer.model.Backends.Backend;
import io.github.ecs2k8s.internal.rooms.balancer.model.Balancer;
import io.github.ecs2k8s.internal.rooms.balancer.model.Entrance;
import io.github.ecs2k8s.internal.rooms.balancer.model.HttpForm;
import io.github.ecs2k8s.internal.rooms.balancer.model.OpenPorts;
import io.github.ecs2k8s.internal.rooms.balancer.model.TargetGroupTraits;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Identifiers;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.internal.rooms.balancer.setting.TargetGroupAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Network load balancer, its TLS listeners and its target groups' checks ⇄ annotations of a Service
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/service/annotations/). They hold for all
 * ports of the Service: where listeners differ, the first one's are written.
 */
final class NetworkAnnotations {

    private final Balancer balancer;
    private final Map<Entrance, Backend> entrances;
    private final BundleToKubernetes bundle;
    private final Map<String, String> all = new LinkedHashMap<>();

    private final List<String> ranges = new ArrayList<>();

    private NetworkAnnotations(Balancer balancer, Map<Entrance, Backend> entrances, BundleToKubernetes bundle) {
        this.balancer = balancer;
        this.entrances = entrances;
        this.bundle = bundle;
    }

    /** Writes them into a Service. */
    static void write(Service service, Balancer balancer, Map<Entrance, Backend> entrances, BundleToKubernetes bundle) {
        NetworkAnnotations annotations = new NetworkAnnotations(balancer, entrances, bundle);
        if (HttpForm.hasController(bundle.target())) {
            annotations.write();
        } else {
            annotations.sayPlain();
        }
        service.getMetadata().getAnnotations().putAll(annotations.all);
        if (!annotations.ranges.isEmpty()) {
            service.getSpec().setLoadBalancerSourceRanges(annotations.ranges);
        }
    }

    private void put(String key, @Nullable String value) {
        if (value != null && !value.isEmpty() && !Placeholders.isOpen(value)) {
            all.put(Annotations.NETWORK_PREFIX + key, value);
        }
    }

    private void write() {
        Resource<LoadBalancer> resource = balancer.resource();
        if (resource != null) {
            balancer(resource);
        }
        put("nlb-target-type", "ip");
        tls();
        alpn();
        List<Resource<TargetGroup>> groups = groups();
        if (!groups.isEmpty()) {
            check(groups);
        }
    }

    private void balancer(Resource<LoadBalancer> resource) {
        LoadBalancer value = resource.value();
        if (value.loadBalancerArn() != null && !Placeholders.isOpen(value.loadBalancerArn())) {
            all.put("ecs2k8s.io/source", value.loadBalancerArn());
        }
        put("scheme", "internal".equals(value.scheme()) ? "internal" : "internet-facing");
        put("ip-address-type", value.ipAddressType());
        Identifiers.subnets(value, resource, bundle).ifPresent(ids -> put("subnets", ids));
        addresses("eip-allocations", value, SubnetMapping::allocationId, resource);
        addresses("private-ipv4-addresses", value, SubnetMapping::privateIPv4Address, resource);
        addresses("ipv6-addresses", value, SubnetMapping::iPv6Address, resource);
        groups(value, resource);
        put("attributes", TargetGroupAnnotations.attributes(value.loadBalancerAttributes()));
        put("additional-resource-tags", TargetGroupAnnotations.tags(value.tags()));
        if (value.minimumLoadBalancerCapacity() != null
                && value.minimumLoadBalancerCapacity().capacityUnits() != null) {
            put(
                    "minimum-load-balancer-capacity",
                    "CapacityUnits=" + value.minimumLoadBalancerCapacity().capacityUnits());
        }
    }

    private void addresses(
            String key,
            LoadBalancer value,
            Function<SubnetMapping, @Nullable String> member,
            Resource<LoadBalancer> resource) {
        List<String> addresses = new ArrayList<>();
        for (SubnetMapping mapping : value.subnetMappings()) {
            String address = member.apply(mapping);
            if (address != null && !address.isEmpty()) {
                addresses.add(address);
            }
        }
        if (addresses.isEmpty()) {
            return;
        }
        boolean known = addresses.stream().noneMatch(Placeholders::isOpen);
        if (known && addresses.size() == value.subnetMappings().size()) {
            put(key, String.join(",", addresses));
        } else {
            bundle.at(resource.node(), "SubnetMappings")
                    .report(
                            FindingCode.LOAD_BALANCER_REFERENCE,
                            "the addresses are not all known yet; the load balancer gets new ones",
                            "set " + Annotations.NETWORK_PREFIX + key + " when they are");
        }
    }

    private void groups(LoadBalancer value, Resource<LoadBalancer> resource) {
        if (value.securityGroups().isEmpty()) {
            return;
        }
        List<String> known = Identifiers.known(value.securityGroups(), "sg-");
        if (known.size() == value.securityGroups().size()) {
            put("security-groups", String.join(",", known));
            put("manage-backend-security-group-rules", "true");
            return;
        }
        OpenPorts open = OpenPorts.of(value.securityGroups(), balancer.ports(), bundle, resource.node());
        String blocks = open == null ? "" : open.callers();
        boolean exact = open != null && open.exact() && !blocks.isEmpty();
        if (open != null && !open.isEverybody()) {
            ranges.addAll(open.blocks());
            put("security-group-prefix-lists", String.join(",", open.prefixLists()));
        }
        bundle.at(resource.node(), "SecurityGroups")
                .report(
                        exact ? FindingCode.LOAD_BALANCER_GROUP : FindingCode.LOAD_BALANCER_OPEN,
                        "the controller makes a security group of its own for the load balancer; it lets in "
                                + (blocks.isEmpty() ? "everybody" : blocks)
                                + (exact
                                        ? ", as those of the template do"
                                        : ", other rules of the groups are not carried"),
                        exact
                                ? null
                                : "set spec.loadBalancerSourceRanges, or " + Annotations.NETWORK_PREFIX
                                        + "security-groups to ids that exist");
    }

    private void tls() {
        Set<String> certificates = new LinkedHashSet<>();
        List<String> ports = new ArrayList<>();
        for (Map.Entry<Entrance, Backend> entry : entrances.entrySet()) {
            Resource<Listener> listener = entry.getKey().listener();
            if (listener == null || !entry.getKey().protocol().equals("TLS")) {
                continue;
            }
            ports.add(String.valueOf(listener.value().port()));
            String arns = AlbListeners.certificates(listener.value());
            boolean ends = !arns.isEmpty();
            if (!ends) {
                sayCertificate(listener);
            } else {
                certificates.addAll(List.of(arns.split(",")));
            }
            put("ssl-negotiation-policy", listener.value().sslPolicy());
            Resource<TargetGroup> group = entry.getValue().group();
            if (group != null && "TLS".equals(group.value().protocol())) {
                put("backend-protocol", "ssl");
                if (!ends) {
                    bundle.as(Term.TARGET_GROUP)
                            .at(group.node(), "Protocol")
                            .report(
                                    FindingCode.LISTENER_CERTIFICATE,
                                    "the targets get TLS only from a port that ends TLS itself");
                }
            }
        }
        put("ssl-cert", String.join(",", certificates));
        put("ssl-ports", String.join(",", ports));
    }

    private void sayCertificate(Resource<Listener> listener) {
        BundleToKubernetes ofListeners = bundle.as(Term.LISTENER);
        ofListeners
                .at(listener.node(), "Certificates")
                .report(
                        FindingCode.LISTENER_CERTIFICATE,
                        "the certificate has no ARN yet; the controller refuses a TLS port without one",
                        "set " + Annotations.NETWORK_PREFIX + "ssl-cert");
        ofListeners
                .at(listener.node(), "Protocol")
                .report(FindingCode.LISTENER_CERTIFICATE, "without a certificate the port ends no TLS");
    }

    private void alpn() {
        for (Entrance entrance : entrances.keySet()) {
            if (entrance.listener() != null
                    && !entrance.listener().value().alpnPolicy().isEmpty()) {
                put("alpn-policy", entrance.listener().value().alpnPolicy().get(0));
            }
        }
    }

    private List<Resource<TargetGroup>> groups() {
        List<Resource<TargetGroup>> groups = new ArrayList<>();
        for (Backend backend : entrances.values()) {
            if (backend.group() != null && !groups.contains(backend.group())) {
                groups.add(backend.group());
            }
        }
        return groups;
    }

    private void check(List<Resource<TargetGroup>> groups) {
        Map<String, String> first = check(groups.get(0).value());
        first.forEach(this::put);
        for (Resource<TargetGroup> group : groups) {
            if (!check(group.value()).equals(first)) {
                bundle.at(group.node())
                        .report(
                                FindingCode.TARGET_GROUP_SETTING,
                                "the ports of a Service share one check; that of target group "
                                        + TargetGroupTraits.name(groups.get(0)) + " is written");
            }
        }
    }

    /** The check with ELB's own defaults, because the controller has others (every 10 seconds, 3 and 3). */
    private static Map<String, String> check(TargetGroup group) {
        Map<String, String> check = new LinkedHashMap<>();
        String protocol = Objects.requireNonNullElse(group.healthCheckProtocol(), "TCP");
        check.put("healthcheck-protocol", protocol.toLowerCase(Locale.ROOT));
        if (group.healthCheckPort() != null) {
            check.put("healthcheck-port", group.healthCheckPort());
        }
        if (!protocol.equals("TCP") && group.healthCheckPath() != null) {
            check.put("healthcheck-path", group.healthCheckPath());
        }
        if (!protocol.equals("TCP")
                && group.matcher() != null
                && group.matcher().httpCode() != null) {
            check.put("healthcheck-success-codes", group.matcher().httpCode());
        }
        check.put("healthcheck-interval", or(group.healthCheckIntervalSeconds(), 30));
        int timeout = protocol.equals("HTTP") ? 6 : 10;
        check.put("healthcheck-timeout", or(group.healthCheckTimeoutSeconds(), timeout));
        check.put("healthcheck-healthy-threshold", or(group.healthyThresholdCount(), 5));
        check.put("healthcheck-unhealthy-threshold", or(group.unhealthyThresholdCount(), 2));
        String attributes = TargetGroupAnnotations.attributes(group.targetGroupAttributes());
        if (attributes != null) {
            check.put("target-group-attributes", attributes);
        }
        return check;
    }

    private static String or(@Nullable Integer value, int otherwise) {
        return String.valueOf(value == null ? otherwise : value);
    }

    /** Without the controller a Service says which ports there are, and nothing about certificates. */
    private void sayPlain() {
        BundleToKubernetes ofListeners = bundle.as(Term.LISTENER);
        for (Entrance entrance : entrances.keySet()) {
            Resource<Listener> listener = entrance.listener();
            if (listener != null && entrance.protocol().equals("TLS")) {
                ofListeners
                        .at(listener.node(), "Protocol")
                        .report(
                                FindingCode.LISTENER_TLS,
                                "a Service ends no TLS; port "
                                        + listener.value().port() + " passes on what callers send",
                                "let the containers end TLS, or put a gateway with the certificate before them");
                if (listener.node().get("Certificates") != null) {
                    ofListeners
                            .at(listener.node(), "Certificates")
                            .report(FindingCode.LISTENER_TLS, "a Service has no certificates");
                }
            }
        }
    }
}
