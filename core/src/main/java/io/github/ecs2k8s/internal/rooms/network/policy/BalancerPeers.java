package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.ecs.resource.Subnet;
import io.github.ecs2k8s.ecs.resource.TargetGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the traffic of load balancers comes from: an Application Load Balancer on EKS from addresses of its subnets, any
 * other from addresses that nobody knows beforehand
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html#client-ip-preservation).
 */
final class BalancerPeers {
    private static final int MAX_PORT = 65535;

    private final BundleToKubernetes bundle;
    private final Groups groups;
    private final Map<String, Resource<LoadBalancer>> byGroup = new HashMap<>();

    BalancerPeers(BundleToKubernetes bundle, Groups groups) {
        this.bundle = bundle;
        this.groups = groups;
        for (Resource<LoadBalancer> balancer : bundle.resources().of(LoadBalancer.class)) {
            for (String own : balancer.value().securityGroups()) {
                byGroup.putIfAbsent(groups.key(own, balancer.node()), balancer);
            }
        }
    }

    /** The load balancer that carries a group, null when none in the input does. */
    @Nullable Resource<LoadBalancer> carrying(String reference, Node from) {
        return byGroup.get(groups.key(reference, from));
    }

    /** Whether a load balancer in the input carries the group of a key. */
    boolean carry(String key) {
        return byGroup.containsKey(key);
    }

    /** The blocks of a load balancer's subnets; empty when they are not all known, or do not say it. */
    List<NetworkPolicyPeer> blocks(Resource<LoadBalancer> balancer) {
        List<NetworkPolicyPeer> peers = new ArrayList<>();
        if (!isApplication(balancer.value()) || !bundle.target().isEks()) {
            return peers;
        }
        for (String id : subnets(balancer.value())) {
            Resource<Subnet> subnet = bundle.resources().find(Subnet.class, id, balancer.node());
            String block = subnet == null || subnet.value().cidrBlock() == null
                    ? null
                    : AddressBlocks.of(subnet.value().cidrBlock());
            if (subnet == null || block == null) {
                return List.of();
            }
            bundle.use(subnet);
            peers.add(Peers.block(block));
        }
        return peers;
    }

    /**
     * What must be open to load balancers of unknown addresses: of the rule's ports only those that target groups lead to,
     * and where those are checked; the rule itself where it opens one port only.
     */
    List<GroupRule> targets(GroupRule rule, List<LaunchToKubernetes> carriers) {
        if (rule.protocol() != null && rule.from() != null && rule.from().equals(rule.to())) {
            return List.of(rule);
        }
        Set<Integer> ports = new TreeSet<>();
        for (LaunchToKubernetes launch : carriers) {
            if (launch.service() != null) {
                for (software.amazon.awssdk.services.ecs.model.LoadBalancer target :
                        launch.service().loadBalancers()) {
                    addPorts(target, launch, ports);
                }
            }
        }
        List<GroupRule> rules = new ArrayList<>();
        for (int port : ports) {
            String protocol = rule.protocol() == null ? "TCP" : rule.protocol();
            if (port <= MAX_PORT && rule.opens(protocol, port)) {
                rules.add(GroupRuleBuilder.builder()
                        .egress(rule.egress())
                        .protocol(protocol)
                        .from(port)
                        .to(port)
                        .group(rule.group())
                        .place(rule.place())
                        .build());
            }
        }
        return rules;
    }

    private void addPorts(
            software.amazon.awssdk.services.ecs.model.LoadBalancer target,
            LaunchToKubernetes launch,
            Set<Integer> ports) {
        if (target.containerPort() != null && target.containerPort() > 0) {
            ports.add(target.containerPort());
        }
        Resource<TargetGroup> group = target.targetGroupArn() == null
                ? null
                : bundle.resources().find(TargetGroup.class, target.targetGroupArn(), launch.node());
        String checked = group == null ? null : group.value().healthCheckPort();
        if (checked != null && checked.length() <= 5 && checked.chars().allMatch(c -> c >= '0' && c <= '9')) {
            ports.add(Integer.parseInt(checked));
        }
    }

    /** How to say where a load balancer's traffic comes from. */
    String hint(LoadBalancer balancer) {
        if (!bundle.target().isEks()) {
            return "narrow it to the Pods of the Ingress controller, with a namespaceSelector";
        }
        Set<String> ids = subnets(balancer);
        ids.removeIf(id -> !id.startsWith("subnet-"));
        return isApplication(balancer) && !ids.isEmpty()
                ? "add the output of: aws ec2 describe-subnets --subnet-ids " + Shell.words(ids)
                : "narrow it to the addresses it comes from, with ipBlocks";
    }

    private static boolean isApplication(LoadBalancer balancer) {
        return balancer.type() == null || "application".equals(balancer.type());
    }

    /**
     * Groups of load balancers that carry no workload: the controller in the cluster makes groups of its own, or is given
     * these. Whoever reads them for whom the controller's own has to let in has used them already.
     */
    void sayOwn() {
        for (Resource<SecurityGroup> group : bundle.resources().of(SecurityGroup.class)) {
            sayOwn(group, group);
        }
        for (Resource<SecurityGroupRule> rule : bundle.resources().of(SecurityGroupRule.class)) {
            Resource<SecurityGroup> group = rule.value().groupId() == null
                    ? null
                    : bundle.resources().find(SecurityGroup.class, rule.value().groupId(), rule.node());
            if (group != null) {
                sayOwn(rule, group);
            }
        }
    }

    private void sayOwn(Resource<?> resource, Resource<SecurityGroup> group) {
        List<String> names = group.names();
        String reference = names.isEmpty() ? "${" + group.logicalId() + "}" : names.get(0);
        Resource<LoadBalancer> balancer = bundle.isSaid(resource.node()) ? null : carrying(reference, group.node());
        if (balancer == null) {
            return;
        }
        boolean read = bundle.isUsed(resource);
        bundle.use(resource);
        bundle.at(resource.node())
                .report(
                        read ? FindingCode.LOAD_BALANCER_GROUP : FindingCode.STAYS_IN_AWS,
                        read
                                ? resource.title() + " is read for whom the controller's own group of "
                                        + balancer.title() + " lets in"
                                : resource.title() + " is a matter of " + balancer.title() + "; no Pod carries it");
    }

    private static Set<String> subnets(LoadBalancer balancer) {
        Set<String> ids = new LinkedHashSet<>(balancer.subnets());
        for (LoadBalancer.SubnetMapping mapping : balancer.subnetMappings()) {
            if (mapping.subnetId() != null) {
                ids.add(mapping.subnetId());
            }
        }
        for (LoadBalancer.AvailabilityZone zone : balancer.availabilityZones()) {
            if (zone.subnetId() != null) {
                ids.add(zone.subnetId());
            }
        }
        return ids;
    }
}
