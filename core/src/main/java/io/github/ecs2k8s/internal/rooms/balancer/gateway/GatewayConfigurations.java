package io.github.ecs2k8s.internal.rooms.balancer.gateway;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.resource.Attribute;
import io.github.ecs2k8s.ecs.resource.LoadBalancer.SubnetMapping;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.setting.JsonTree;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.OwnedField;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * LoadBalancerConfiguration and TargetGroupConfiguration of the AWS Load Balancer Controller → what they configure
 * (https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/customization/).
 *
 * <p>The trap: without a word the controller makes an internal load balancer.
 */
public final class GatewayConfigurations {
    private static final String GROUP = "gateway.k8s.aws";
    private static final String BALANCER = "LoadBalancerConfiguration";
    private static final String TARGETS = "TargetGroupConfiguration";

    private static final String[][] CHECK = {
        {"healthyThresholdCount", "healthy-threshold-count"},
        {"unhealthyThresholdCount", "unhealthy-threshold-count"},
        {"healthCheckInterval", "healthcheck-interval-seconds"},
        {"healthCheckTimeout", "healthcheck-timeout-seconds"},
        {"healthCheckPath", "healthcheck-path"},
        {"healthCheckPort", "healthcheck-port"},
        {"healthCheckProtocol", "healthcheck-protocol"}
    };

    private static final List<String> BALANCER_REST = List.of(
            "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic",
            "ipv4IPAMPoolId",
            "loadBalancerSubnetsSelector",
            "vpcId",
            "enableICMP",
            "wafV2",
            "shieldConfiguration");

    private static final List<String> TARGETS_REST =
            List.of("targetGroupName", "ipAddressType", "nodeSelector", "enableMultiCluster", "vpcID");

    private GatewayConfigurations() {}

    public static List<OwnedField> owned() {
        String spec = BALANCER + ".spec.";
        List<OwnedField> owned = new ArrayList<>(List.of(
                OwnedField.resolved(spec + "mergingMode", "loadBalancer"),
                OwnedField.to(spec + "loadBalancerName", "loadBalancer.LoadBalancerName"),
                OwnedField.to(spec + "scheme", "loadBalancer.Scheme", "internal"),
                OwnedField.to(spec + "ipAddressType", "loadBalancer.IpAddressType", "ipv4"),
                OwnedField.to(spec + "loadBalancerSubnets[].**", "loadBalancer.SubnetMappings[].SubnetId"),
                OwnedField.to(spec + "securityGroups[]", "loadBalancer.SecurityGroups[]"),
                OwnedField.to(spec + "securityGroupPrefixes[]", "securityGroup.IpPermissions[].PrefixListIds[]"),
                OwnedField.to(spec + "sourceRanges[]", "securityGroup.IpPermissions[].IpRanges[].CidrIp"),
                OwnedField.to(spec + "loadBalancerAttributes[].**", "loadBalancer.LoadBalancerAttributes[].Value"),
                OwnedField.to(spec + "tags{}", "loadBalancer.Tags[].Value"),
                OwnedField.to(spec + "customerOwnedIpv4Pool", "loadBalancer.CustomerOwnedIpv4Pool"),
                OwnedField.to(
                        spec + "minimumLoadBalancerCapacity.capacityUnits",
                        "loadBalancer.MinimumLoadBalancerCapacity.CapacityUnits"),
                OwnedField.resolved(spec + "manageBackendSecurityGroupRules", "securityGroup.IpPermissions"),
                OwnedField.to(spec + "listenerConfigurations[].**", "listener.Certificates[].CertificateArn"),
                OwnedField.resolved(TARGETS + ".spec.targetReference.**", "targetGroup"),
                OwnedField.to(TARGETS + ".spec.defaultConfiguration.**", "targetGroup.HealthCheckPath"),
                OwnedField.to(TARGETS + ".spec.routeConfigurations[].**", "targetGroup.HealthCheckPath"),
                OwnedField.resolved("GatewayClass.spec.controllerName", "loadBalancer.Type"),
                OwnedField.resolved("GatewayClass.spec.parametersRef.**", "loadBalancer"),
                OwnedField.nowhere("GatewayClass.spec.description")));
        BALANCER_REST.forEach(member -> owned.add(OwnedField.nowhere(spec + member + ".**")));
        return owned;
    }

    /** Gives the load balancers of a Gateway what its configuration, and that of its class, say. */
    static void read(LocatedObject gateway, List<BalancerDraft> drafts, BundleToEcs context) {
        Node spec = JsonTree.at(JsonTree.of(gateway), "spec");
        String className = String.valueOf(JsonTree.text(spec, "gatewayClassName"));
        LocatedObject type = context.manifests().find("GatewayClass", className, null);
        List<LocatedObject> found = new ArrayList<>();
        if (type != null) {
            context.use(type);
            find(JsonTree.at(JsonTree.of(type), "spec", "parametersRef"), null, found, context);
        }
        boolean first = !found.isEmpty()
                && "prefer-gateway".equals(JsonTree.text(JsonTree.of(found.get(0)), "spec", "mergingMode"));
        List<LocatedObject> own = new ArrayList<>();
        String namespace = gateway.object().getMetadata().getNamespace();
        find(JsonTree.at(spec, "infrastructure", "parametersRef"), namespace, own, context);
        // Who comes first has said it.
        found.addAll(first ? 0 : found.size(), own);
        for (LocatedObject configuration : found) {
            List<Node> groups = JsonTree.items(JsonTree.of(configuration), "spec", "securityGroups");
            for (BalancerDraft draft : drafts) {
                draft.securityGroups(
                        draft.securityGroups().isEmpty() ? ids(groups, "sg-", context) : draft.securityGroups());
            }
        }
        for (LocatedObject configuration : found) {
            Node said = JsonTree.at(JsonTree.of(configuration), "spec");
            drafts.forEach(draft -> read(said, draft, context));
            sayRest(said, BALANCER_REST, context);
        }
        String controller = type == null ? null : JsonTree.text(JsonTree.of(type), "spec", "controllerName");
        boolean ofAws = !found.isEmpty() || controller != null && controller.startsWith("gateway.k8s.aws/");
        for (BalancerDraft draft : drafts) {
            draft.scheme(draft.scheme() == null && ofAws ? "internal" : null);
        }
    }

    private static void use(LocatedObject located, BundleToEcs context) {
        context.use(located);
        context.at(located.node(), "spec")
                .report(
                        FindingCode.SAME_IN_ANOTHER_PLACE,
                        "settings of load balancers and target groups would come back as annotations");
    }

    private static void find(
            @Nullable Node reference, @Nullable String namespace, List<LocatedObject> found, BundleToEcs context) {
        String name = JsonTree.text(reference, "name");
        String there = JsonTree.text(reference, "namespace");
        boolean known =
                BALANCER.equals(JsonTree.text(reference, "kind")) && GROUP.equals(JsonTree.text(reference, "group"));
        LocatedObject located = name == null || !known
                ? null
                : context.manifests().find(BALANCER, name, there == null ? namespace : there);
        if (located != null) {
            use(located, context);
            found.add(located);
        }
    }

    private static void read(@Nullable Node spec, BalancerDraft draft, BundleToEcs context) {
        Node scheme = JsonTree.at(spec, "scheme");
        if (draft.scheme() == null) {
            draft.scheme(JsonTree.text(scheme));
        } else if (scheme != null && !draft.scheme().equals(JsonTree.text(scheme))) {
            context.at(scheme)
                    .report(
                            FindingCode.ROUTE_FILTER,
                            "the other configuration says " + draft.scheme() + ", which counts",
                            "set mergingMode in the configuration of the class");
        }
        if (draft.ipAddressType() == null) {
            draft.ipAddressType(JsonTree.text(spec, "ipAddressType"));
        }
        if (draft.subnets().isEmpty() && draft.subnetMappings().isEmpty()) {
            subnets(JsonTree.items(spec, "loadBalancerSubnets"), draft, context);
        }
        sayRanges(spec, draft, context);
        draft.cidrs().addAll(JsonTree.texts(spec, "sourceRanges"));
        draft.prefixLists().addAll(JsonTree.texts(spec, "securityGroupPrefixes"));
        draft.attributes(pairs(JsonTree.items(spec, "loadBalancerAttributes")));
        draft.tags(JsonTree.map(spec, "tags"));
        draft.customerOwnedIpv4Pool(JsonTree.text(spec, "customerOwnedIpv4Pool"));
        draft.capacityUnits(JsonTree.number(spec, "minimumLoadBalancerCapacity", "capacityUnits"));
        for (Node listener : JsonTree.items(spec, "listenerConfigurations")) {
            for (ListenerDraft known : draft.listeners()) {
                if (names(JsonTree.text(listener, "protocolPort"), known)) {
                    read(listener, known);
                }
            }
        }
    }

    private static void sayRanges(@Nullable Node spec, BalancerDraft draft, BundleToEcs context) {
        for (String member : new String[] {"sourceRanges", "securityGroupPrefixes"}) {
            Node node = JsonTree.at(spec, member);
            if (node != null && !draft.securityGroups().isEmpty()) {
                context.at(node)
                        .report(FindingCode.ROUTE_FILTER, "the security groups that are named say who comes in");
            }
        }
    }

    /** What a load balancer is called in its configuration; null where nothing says. */
    static @Nullable String name(LocatedObject gateway, BundleToEcs context) {
        List<LocatedObject> found = new ArrayList<>();
        Node reference = JsonTree.at(JsonTree.of(gateway), "spec", "infrastructure", "parametersRef");
        find(reference, gateway.object().getMetadata().getNamespace(), found, context);
        return found.isEmpty() ? null : JsonTree.text(JsonTree.of(found.get(0)), "spec", "loadBalancerName");
    }

    /** {@code HTTPS:443}, of which either part may be missing. */
    private static boolean names(@Nullable String protocolPort, ListenerDraft listener) {
        int colon = protocolPort == null ? -1 : protocolPort.indexOf(':');
        if (protocolPort == null || colon < 0) {
            return false;
        }
        String protocol = protocolPort.substring(0, colon);
        String port = protocolPort.substring(colon + 1);
        return (protocol.isEmpty() || protocol.equals(listener.protocol()))
                && (port.isEmpty() || port.equals(String.valueOf(listener.port())));
    }

    private static void read(Node said, ListenerDraft listener) {
        if (listener.isSecure()) {
            List<String> certificates = new ArrayList<>();
            String main = JsonTree.text(said, "defaultCertificate");
            if (main != null) {
                certificates.add(main);
            }
            certificates.addAll(JsonTree.texts(said, "certificates"));
            if (!certificates.isEmpty()) {
                listener.certificates().clear();
                listener.certificates().addAll(certificates);
            }
            listener.sslPolicy(JsonTree.text(said, "sslPolicy"));
            String alpn = JsonTree.text(said, "alpnPolicy");
            if (alpn != null && listener.protocol().equals("TLS")) {
                listener.alpnPolicy().add(alpn);
            }
        }
        pairs(JsonTree.items(said, "listenerAttributes"))
                .forEach((key, value) -> listener.attributes().add(new Attribute(key, value)));
    }

    private static void subnets(List<Node> subnets, BalancerDraft draft, BundleToEcs context) {
        List<Node> identifiers = new ArrayList<>();
        List<SubnetMapping> mappings = new ArrayList<>();
        boolean addresses = false;
        for (Node subnet : subnets) {
            Node identifier = subnet.child("identifier");
            if (identifier != null) {
                identifiers.add(identifier);
            }
            SubnetMapping mapping = new SubnetMapping(
                    JsonTree.text(subnet, "identifier"),
                    JsonTree.text(subnet, "eipAllocation"),
                    JsonTree.text(subnet, "privateIPv4Allocation"),
                    JsonTree.text(subnet, "ipv6Allocation"),
                    JsonTree.text(subnet, "sourceNatIPv6Prefix"));
            mappings.add(mapping);
            addresses |=
                    subnet instanceof MappingNode members && members.entries().size() > 1;
        }
        List<String> ids = ids(identifiers, "subnet-", context);
        if (addresses && draft.isNetwork() && !ids.isEmpty()) {
            draft.subnetMappings(mappings);
        } else {
            draft.subnets(ids);
        }
    }

    private static List<String> ids(List<Node> given, String prefix, BundleToEcs context) {
        List<String> ids = new ArrayList<>();
        for (Node node : given) {
            String id = String.valueOf(JsonTree.text(node));
            if (!id.startsWith(prefix)) {
                context.at(node)
                        .report(
                                FindingCode.ROUTE_FILTER,
                                "names are looked up by the controller; an id is needed here, and none of them is written",
                                "write ids, which begin with " + prefix);
                return List.of();
            }
            ids.add(id);
        }
        return ids;
    }

    private static Map<String, String> pairs(List<Node> items) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (Node item : items) {
            pairs.put(String.valueOf(JsonTree.text(item, "key")), String.valueOf(JsonTree.text(item, "value")));
        }
        return pairs;
    }

    private static void sayRest(@Nullable Node spec, List<String> members, BundleToEcs context) {
        for (String member : members) {
            Node node = JsonTree.at(spec, member);
            if (node != null && !node.isNull()) {
                context.at(node).report(FindingCode.ROUTE_FILTER, member + " is set from outside; it is not written");
            }
        }
    }

    /** The settings of the target groups of a Service that a route leads to, by the names of annotations. */
    static Map<String, String> targets(
            String service, @Nullable String namespace, LocatedObject route, BundleToEcs context) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (LocatedObject located : context.manifests().of(TARGETS)) {
            Node spec = JsonTree.at(JsonTree.of(located), "spec");
            if (!Objects.equals(located.object().getMetadata().getNamespace(), namespace)
                    || !service.equals(JsonTree.text(spec, "targetReference", "name"))) {
                continue;
            }
            use(located, context);
            targets(JsonTree.at(spec, "defaultConfiguration"), settings, context);
            for (Node special : JsonTree.items(spec, "routeConfigurations")) {
                if (isFor(String.valueOf(JsonTree.text(special, "identifier")), route)) {
                    targets(JsonTree.at(special, "targetGroupProps"), settings, context);
                }
            }
        }
        return settings;
    }

    /** {@code TCPRoute:namespace:name}, of which later parts may be missing. */
    private static boolean isFor(String identifier, LocatedObject route) {
        String[] parts = identifier.split(":", -1);
        String namespace = String.valueOf(route.object().getMetadata().getNamespace());
        String[] own = {
            route.object().getKind(), namespace, route.object().getMetadata().getName()
        };
        for (int i = 0; i < parts.length && i < own.length; i++) {
            if (!parts[i].isEmpty() && !parts[i].equals(own[i])) {
                return false;
            }
        }
        return true;
    }

    private static void targets(@Nullable Node said, Map<String, String> settings, BundleToEcs context) {
        for (String[] member : CHECK) {
            put(member[1], JsonTree.text(said, "healthCheckConfig", member[0]), settings);
        }
        put("success-codes", JsonTree.text(said, "healthCheckConfig", "matcher", "httpCode"), settings);
        put("success-codes", JsonTree.text(said, "healthCheckConfig", "matcher", "grpcCode"), settings);
        put("backend-protocol", JsonTree.text(said, "protocol"), settings);
        put("backend-protocol-version", JsonTree.text(said, "protocolVersion"), settings);
        put("target-group-attributes", joined(JsonTree.items(said, "targetGroupAttributes")), settings);
        put("tags", joined(JsonTree.items(said, "tags")), settings);
        sayRest(said, TARGETS_REST, context);
    }

    private static void put(String key, @Nullable String value, Map<String, String> settings) {
        if (value != null && !value.isEmpty()) {
            settings.put(key, value);
        }
    }

    private static String joined(List<Node> items) {
        List<String> joined = new ArrayList<>();
        pairs(items).forEach((key, value) -> joined.add(key + "=" + value));
        return String.join(",", joined);
    }
}
