package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.resource.Listener;
import io.github.ecs2k8s.ecs.resource.Listener.Certificate;
import io.github.ecs2k8s.ecs.resource.ListenerAction;
import io.github.ecs2k8s.ecs.resource.ListenerActionBuilder;
import io.github.ecs2k8s.ecs.resource.ListenerBuilder;
import io.github.ecs2k8s.ecs.resource.ListenerRule;
import io.github.ecs2k8s.ecs.resource.ListenerRuleBuilder;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.LoadBalancer.MinimumLoadBalancerCapacity;
import io.github.ecs2k8s.ecs.resource.LoadBalancerBuilder;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpPermission;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpRange;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.Ipv6Range;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.PrefixListId;
import io.github.ecs2k8s.ecs.resource.SecurityGroupBuilder;
import io.github.ecs2k8s.ecs.resource.SecurityGroupIpPermissionBuilder;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.model.ListenerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.rule.Route;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RouteMerge;
import io.github.ecs2k8s.internal.rooms.balancer.rule.RouteSplit;
import io.github.ecs2k8s.internal.rooms.balancer.setting.LoadBalancerNames;
import io.github.ecs2k8s.internal.rooms.balancer.target.BlueGreen;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a load balancer with its listeners and rules, and the security group that opens its ports where none is named:
 * the default group of a VPC lets nobody in.
 *
 * <p>Priorities are multiples of ten in the order of the rules, so that a rule can be put between two later
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html#rule-priority).
 */
public final class BalancerWriter {
    /** Subnets that a load balancer for everybody stands in; those of tasks have no way in from outside. */
    private static final String PUBLIC_SUBNETS = "${PublicSubnetIds}";

    private static final String CERTIFICATE = "${CertificateArn}";
    private static final int STEP = 10;

    private final BundleToEcs context;
    private final BalancerDraft draft;
    private final Map<String, List<ListenerAction>> secure = new LinkedHashMap<>();
    private final Map<String, List<ListenerAction>> open = new LinkedHashMap<>();

    private BalancerWriter(BundleToEcs context, BalancerDraft draft) {
        this.context = context;
        this.draft = draft;
    }

    /**
     * Adds the records.
     *
     * @return the security groups of the load balancer
     */
    static List<String> write(BalancerDraft draft, ServiceTargetGroups book) {
        BalancerWriter writer = new BalancerWriter(book.context(), draft);
        for (ListenerDraft listener : draft.listeners()) {
            List<Route> merged = RouteMerge.of(RouteSplit.of(listener.routes()));
            listener.routes().clear();
            listener.routes().addAll(merged);
        }
        BlueGreen shifted = new BlueGreen(draft, book.alternates());
        shifted.prepare();
        List<String> groups = writer.write();
        writer.secure.putAll(writer.open);
        shifted.finish(writer.secure, book.behind(draft));
        return groups;
    }

    private List<String> write() {
        List<String> groups = draft.securityGroups();
        if (groups.isEmpty()) {
            groups = List.of(group());
        }
        String id = context.logicalId(draft.name(), "LoadBalancer");
        context.add(ResourceKind.LOAD_BALANCER, balancer(groups), id);
        for (ListenerDraft listener : draft.listeners()) {
            String listenerId = context.logicalId(
                    draft.name(), LoadBalancerNames.pascal(listener.protocol()) + listener.port() + "Listener");
            context.add(ResourceKind.LISTENER, listener(listener, "${" + id + "}"), listenerId);
            if (draft.isNetwork()) {
                open.put("${" + listenerId + "}", fallback(listener));
            }
            rules(listener, listenerId);
        }
        return groups;
    }

    private String group() {
        String id = context.logicalId(draft.name(), "LoadBalancerSecurityGroup");
        List<IpPermission> permissions = new ArrayList<>();
        for (ListenerDraft listener : draft.listeners()) {
            for (String protocol : protocols(listener.protocol())) {
                permissions.add(permission(protocol, listener.port()));
            }
        }
        SecurityGroup group = SecurityGroupBuilder.builder()
                .description("Callers of load balancer " + draft.name())
                .ipPermissions(permissions)
                .build();
        context.add(ResourceKind.SECURITY_GROUP, group, id);
        return "${" + id + ".GroupId}";
    }

    private static List<String> protocols(String protocol) {
        return switch (protocol) {
            case "UDP" -> List.of("udp");
            case "TCP_UDP" -> List.of("tcp", "udp");
            default -> List.of("tcp");
        };
    }

    private IpPermission permission(String protocol, int port) {
        List<IpRange> ranges = new ArrayList<>();
        List<Ipv6Range> ranges6 = new ArrayList<>();
        for (String block : draft.cidrs()) {
            if (block.indexOf(':') < 0) {
                ranges.add(new IpRange(null, block));
            } else {
                ranges6.add(new Ipv6Range(null, block));
            }
        }
        if (draft.cidrs().isEmpty() && draft.prefixLists().isEmpty()) {
            ranges.add(new IpRange(null, "0.0.0.0/0"));
            if (draft.ipAddressType() != null && draft.ipAddressType().startsWith("dualstack")) {
                ranges6.add(new Ipv6Range(null, "::/0"));
            }
        }
        List<PrefixListId> lists = new ArrayList<>();
        for (String list : draft.prefixLists()) {
            lists.add(new PrefixListId(null, list));
        }
        return SecurityGroupIpPermissionBuilder.builder()
                .ipProtocol(protocol)
                .fromPort(port)
                .toPort(port)
                .ipRanges(ranges)
                .ipv6Ranges(ranges6)
                .prefixListIds(lists)
                .build();
    }

    private LoadBalancer balancer(List<String> groups) {
        List<String> subnets = draft.subnets();
        if (subnets.isEmpty() && draft.subnetMappings().isEmpty() && !draft.isInternal()) {
            subnets = List.of(PUBLIC_SUBNETS);
        }
        return LoadBalancerBuilder.builder()
                .loadBalancerArn(draft.arn())
                .loadBalancerName(LoadBalancerNames.fit(draft.name()))
                .scheme(draft.isInternal() ? "internal" : "internet-facing")
                .type(draft.isNetwork() ? "network" : "application")
                .securityGroups(groups)
                .ipAddressType(draft.ipAddressType())
                .customerOwnedIpv4Pool(draft.customerOwnedIpv4Pool())
                .subnets(subnets)
                .subnetMappings(draft.subnetMappings())
                .tags(draft.tags())
                .loadBalancerAttributes(draft.attributes())
                .minimumLoadBalancerCapacity(
                        draft.capacityUnits() == null ? null : new MinimumLoadBalancerCapacity(draft.capacityUnits()))
                .build();
    }

    private Listener listener(ListenerDraft listener, String balancer) {
        List<Certificate> certificates = new ArrayList<>();
        for (String arn : listener.certificates()) {
            certificates.add(new Certificate(arn, null));
        }
        if (listener.isSecure() && certificates.isEmpty()) {
            certificates.add(new Certificate(CERTIFICATE, null));
        }
        return ListenerBuilder.builder()
                .loadBalancerArn(balancer)
                .port(listener.port())
                .protocol(listener.protocol())
                .certificates(certificates)
                .sslPolicy(listener.sslPolicy())
                .defaultActions(ordered(fallback(listener)))
                .alpnPolicy(listener.alpnPolicy())
                .mutualAuthentication(listener.mutualAuthentication())
                .listenerAttributes(listener.attributes())
                .build();
    }

    /** What the listener does where no rule applies: 404, as an ingress controller answers, when nothing says. */
    private static List<ListenerAction> fallback(ListenerDraft listener) {
        List<ListenerAction> actions = listener.fallback();
        return actions == null ? List.of(Route.answer("404")) : actions;
    }

    /** Several actions need an order, one needs none. */
    private static List<ListenerAction> ordered(List<ListenerAction> actions) {
        if (actions.size() < 2) {
            return actions;
        }
        List<ListenerAction> ordered = new ArrayList<>();
        for (ListenerAction action : actions) {
            ordered.add(ListenerActionBuilder.builder()
                    .type(action.type())
                    .targetGroupArn(action.targetGroupArn())
                    .authenticateOidcConfig(action.authenticateOidcConfig())
                    .authenticateCognitoConfig(action.authenticateCognitoConfig())
                    .order(ordered.size() + 1)
                    .redirectConfig(action.redirectConfig())
                    .fixedResponseConfig(action.fixedResponseConfig())
                    .forwardConfig(action.forwardConfig())
                    .jwtValidationConfig(action.jwtValidationConfig())
                    .build());
        }
        return ordered;
    }

    private void rules(ListenerDraft listener, String listenerId) {
        int priority = 0;
        for (Route route : listener.routes()) {
            priority += STEP;
            ListenerRule rule = ListenerRuleBuilder.builder()
                    .priority(String.valueOf(priority))
                    .conditions(route.conditions())
                    .actions(ordered(route.actions()))
                    .transforms(route.transforms())
                    .listenerArn("${" + listenerId + "}")
                    .build();
            String id = context.logicalId(listenerId, "Rule" + priority);
            context.add(ResourceKind.LISTENER_RULE, rule, id);
            (listener.isSecure() ? secure : open).put("${" + id + "}", route.actions());
        }
    }
}
