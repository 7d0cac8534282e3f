package io.github.ecs2k8s.internal.rooms.balancer.network;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.balancer.model.OutsideServices;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Annotations;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import io.github.ecs2k8s.room.OwnedField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the spec and the annotations of a Service say beside where it leads: most of it is about nodes and addresses, which
 * ECS has no part in (https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/).
 */
public final class ServiceFields {
    private final LocatedObject located;
    private final ServiceSpec spec;
    private final BundleToEcs context;

    private ServiceFields(LocatedObject located, ServiceSpec spec, BundleToEcs context) {
        this.located = located;
        this.spec = spec;
        this.context = context;
    }

    public static List<OwnedField> owned() {
        String spec = "Service.spec.";
        String entry = "service.loadBalancers[].containerPort";
        return List.of(
                OwnedField.to(spec + "type", "loadBalancer.Type", "ClusterIP"),
                OwnedField.resolved(spec + "selector{}", "service.loadBalancers[].containerName"),
                OwnedField.resolved(spec + "ports[].name", entry),
                OwnedField.to(spec + "ports[].port", "listener.Port"),
                OwnedField.resolved(spec + "ports[].targetPort", entry, "{port}"),
                OwnedField.to(spec + "ports[].protocol", "listener.Protocol", "TCP"),
                OwnedField.to(spec + "ports[].appProtocol", "targetGroup.ProtocolVersion"),
                OwnedField.to(spec + "loadBalancerClass", "loadBalancer.Scheme"),
                OwnedField.to(spec + "loadBalancerSourceRanges[]", "securityGroup.IpPermissions[].IpRanges[].CidrIp"),
                OwnedField.nowhere(spec + "loadBalancerIP"),
                OwnedField.to(spec + "allocateLoadBalancerNodePorts", "loadBalancer", "true or false"),
                OwnedField.to(spec + "externalTrafficPolicy", "targetGroup.TargetGroupAttributes[].Value", "Cluster"),
                OwnedField.nowhere(spec + "internalTrafficPolicy", "Cluster"),
                OwnedField.nowhere(spec + "healthCheckNodePort", "0"),
                OwnedField.to(spec + "sessionAffinity", "targetGroup.TargetGroupAttributes[].Value", "None"),
                OwnedField.nowhere(spec + "sessionAffinityConfig.clientIP.timeoutSeconds", "10800"),
                OwnedField.nowhere(spec + "externalIPs[]"),
                OwnedField.nowhere(spec + "ipFamilies[]", "IPv4"),
                OwnedField.to(spec + "ipFamilyPolicy", "loadBalancer.IpAddressType", "SingleStack"),
                OwnedField.nowhere(spec + "publishNotReadyAddresses", "false"),
                OwnedField.nowhere(spec + "trafficDistribution"),
                OwnedField.resolved("Service.metadata.annotations{}", "targetGroup.HealthCheckPath"));
    }

    /** Says of every Service of the input what is not carried. */
    public static void say(ServiceTargetGroups book) {
        OutsideServices outside = OutsideServices.of(book.context());
        for (LocatedObject located : book.context().manifests().of("Service")) {
            if (located.object() instanceof Service service && service.getSpec() != null) {
                new ServiceFields(located, service.getSpec(), book.context()).say(outside);
                rest(book.annotations(located));
            }
        }
    }

    private void say(OutsideServices outside) {
        boolean balanced = "LoadBalancer".equals(spec.getType());
        if ("NodePort".equals(spec.getType()) && !outside.contains(located)) {
            find(
                    "tasks have addresses of their own; no port of a node leads to them from outside",
                    "make it type LoadBalancer, or let an Ingress lead to it",
                    "type");
        }
        if (isSet(spec.getLoadBalancerIP())) {
            find(
                    "a load balancer in AWS gets its addresses from its subnets",
                    "allocate Elastic IP addresses and name them in " + Annotations.NETWORK_PREFIX + "eip-allocations",
                    "loadBalancerIP");
        }
        if ("ClientIP".equals(spec.getSessionAffinity())) {
            if (!balanced) {
                find(
                        "tasks behind an application load balancer or Service Connect are chosen for each request",
                        "let the load balancer set a cookie: alb.ingress.kubernetes.io/target-group-attributes:"
                                + " stickiness.enabled=true",
                        "sessionAffinity");
            } else if (spec.getSessionAffinityConfig() != null
                    && spec.getSessionAffinityConfig().getClientIP() != null
                    && !Integer.valueOf(10800)
                            .equals(spec.getSessionAffinityConfig()
                                    .getClientIP()
                                    .getTimeoutSeconds())) {
                find(
                        "a network load balancer sends a caller to one target as long as it is there",
                        null,
                        "sessionAffinityConfig",
                        "clientIP",
                        "timeoutSeconds");
            }
        }
        if ("Local".equals(spec.getInternalTrafficPolicy())) {
            find(
                    "tasks do not know who is on their machine; any of the service answers",
                    null,
                    "internalTrafficPolicy");
        }
        if ("Local".equals(spec.getExternalTrafficPolicy()) && !balanced) {
            find("tasks have addresses of their own; no node passes requests on", null, "externalTrafficPolicy");
        }
        if (spec.getHealthCheckNodePort() != null && spec.getHealthCheckNodePort() > 0) {
            find("targets are tasks, not nodes; the check asks them", null, "healthCheckNodePort");
        }
        if (spec.getExternalIPs() != null && !spec.getExternalIPs().isEmpty()) {
            find("tasks are not reached by addresses of nodes", "let a load balancer stand before them", "externalIPs");
        }
        if (Boolean.TRUE.equals(spec.getPublishNotReadyAddresses())) {
            find(
                    "a load balancer asks only healthy targets, and Service Connect only running tasks",
                    null,
                    "publishNotReadyAddresses");
        }
        if (isSet(spec.getTrafficDistribution())) {
            find(
                    "which zone answers is a matter of the load balancer",
                    "set load_balancing.cross_zone.enabled=false",
                    "trafficDistribution");
        }
        families(balanced);
        if (balanced) {
            elsewhere();
        }
        appProtocols(balanced);
    }

    private void families(boolean balanced) {
        String policy = spec.getIpFamilyPolicy();
        if (!balanced && policy != null && policy.endsWith("DualStack")) {
            find("tasks have the addresses that their subnets give them", null, "ipFamilyPolicy");
        }
        boolean six = spec.getIpFamilies() != null && spec.getIpFamilies().contains("IPv6");
        if (six && !(balanced && policy != null && policy.endsWith("DualStack"))) {
            find("addresses follow the subnets", "use subnets with IPv6 blocks", "ipFamilies");
        }
    }

    /** What a network load balancer is told elsewhere. */
    private void elsewhere() {
        String policy = spec.getIpFamilyPolicy();
        if ("ClientIP".equals(spec.getSessionAffinity())) {
            same("the target group's stickiness", "sessionAffinity");
        }
        if ("Local".equals(spec.getExternalTrafficPolicy())) {
            same("the target group keeps the addresses of clients", "externalTrafficPolicy");
        }
        if (policy != null && policy.endsWith("DualStack")) {
            same("the load balancer's IpAddressType", "ipFamilyPolicy");
        }
    }

    private void same(String message, String field) {
        context.at(located.node(), "spec", field).report(FindingCode.SAME_IN_ANOTHER_PLACE, message);
    }

    private void appProtocols(boolean balanced) {
        for (int i = 0; balanced && i < spec.getPorts().size(); i++) {
            ServicePort port = spec.getPorts().get(i);
            if (isSet(port.getAppProtocol())) {
                find("a network load balancer passes on bytes, whatever they say", null, "ports", i, "appProtocol");
            }
        }
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isEmpty();
    }

    private void find(String message, @Nullable String hint, Object... path) {
        Object[] full = new Object[path.length + 1];
        full[0] = "spec";
        System.arraycopy(path, 0, full, 1, path.length);
        context.at(located.node(), full).report(FindingCode.SERVICE_FIELD, message, hint);
    }

    private static void rest(Annotations annotations) {
        for (String key : annotations.unread()) {
            if (key.startsWith("ecs2k8s.io/")) {
                continue;
            }
            boolean balancer = key.contains("load-balancer") || key.startsWith(Annotations.ALB_PREFIX);
            annotations.find(
                    balancer ? FindingCode.INGRESS_ANNOTATION : FindingCode.METADATA_LEFT_OUT,
                    balancer
                            ? "nothing is written for " + key.substring(key.indexOf('/') + 1)
                            : "nothing in AWS reads " + key + "; not written",
                    null,
                    key);
        }
    }
}
