package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.LoadBalancer;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Security groups → NetworkPolicies: one for each group, in each namespace where workloads carry it. */
final class GroupPolicies {
    private static final int DNS = 53;

    private final BundleToKubernetes bundle;
    private final Groups groups;
    private final BalancerPeers balancers;

    GroupPolicies(BundleToKubernetes bundle, Groups groups) {
        this.bundle = bundle;
        this.groups = groups;
        this.balancers = new BalancerPeers(bundle, groups);
    }

    /** Writes a group's policy for workloads of one namespace. */
    void write(Group group, List<LaunchToKubernetes> carriers) {
        BundleToKubernetes there = bundle.in(carriers.get(0).namespace());
        NetworkPolicy policy = new NetworkPolicy();
        ObjectMeta metadata = new ObjectMeta();
        metadata.setName(there.names("NetworkPolicy").unique(Names.dnsLabel(group.name()), group.id()));
        metadata.setAnnotations(new LinkedHashMap<>());
        String id = group.realId();
        if (id != null) {
            metadata.getAnnotations().put("ecs2k8s.io/security-group", id);
        }
        policy.setMetadata(metadata);
        policy.setSpec(spec(group, carriers));
        there.add(policy);
        say(group, metadata.getName(), carriers);
    }

    private NetworkPolicySpec spec(Group group, List<LaunchToKubernetes> carriers) {
        NetworkPolicySpec spec = new NetworkPolicySpec();
        spec.setPodSelector(Peers.pods(carriers));
        spec.setPolicyTypes(List.of("Ingress", "Egress"));
        PolicyRules ingress = new PolicyRules();
        PolicyRules egress = new PolicyRules();
        boolean resolves = false;
        for (GroupRule rule : GroupRules.of(group, bundle)) {
            add(rule, rule.egress() ? egress : ingress, carriers);
            resolves |= rule.egress() && rule.isAnywhere() && rule.opens("UDP", DNS);
        }
        spec.setIngress(ingress.ingress());
        List<NetworkPolicyEgressRule> out = new ArrayList<>(egress.egress());
        if (GroupRules.letsOutEverything(group)) {
            out = List.of(new NetworkPolicyEgressRule());
        } else if (!resolves) {
            out.add(toNameServer());
            sayNameServer(group);
        }
        spec.setEgress(out);
        return spec;
    }

    private void add(GroupRule rule, PolicyRules to, List<LaunchToKubernetes> carriers) {
        if (rule.block() != null) {
            to.add(rule, Peers.of(rule, rule.block()));
        } else if (rule.group() != null) {
            List<LaunchToKubernetes> others = groups.carriers(rule.group(), rule.place());
            to.add(rule, Peers.of(others, carriers.get(0).namespace()));
            Resource<LoadBalancer> balancer = rule.egress() ? null : balancers.carrying(rule.group(), rule.place());
            if (balancer != null) {
                fromBalancer(rule, balancer, to, carriers);
            } else if (others.isEmpty()) {
                sayNobody(rule);
            }
        }
    }

    /** A load balancer is no Pod: what is known of its addresses is let in. */
    private void fromBalancer(
            GroupRule rule, Resource<LoadBalancer> balancer, PolicyRules to, List<LaunchToKubernetes> carriers) {
        List<NetworkPolicyPeer> blocks = balancers.blocks(balancer);
        if (!blocks.isEmpty()) {
            to.add(rule, blocks);
            bundle.at(rule.place())
                    .report(
                            FindingCode.SECURITY_GROUP_BALANCER_SUBNETS,
                            rule.ports() + " is open to the subnets of " + balancer.title()
                                    + ", which has no Pods to select");
            return;
        }
        List<GroupRule> narrowed = balancers.targets(rule, carriers);
        narrowed.forEach(to::open);
        String ports = String.join(", ", narrowed.stream().map(GroupRule::ports).toList());
        bundle.at(rule.place())
                .report(
                        FindingCode.SECURITY_GROUP_BALANCER,
                        narrowed.isEmpty()
                                ? balancer.title()
                                        + " has no Pods to select, and leads to none of these; it is not let in"
                                : "the addresses of " + balancer.title() + " are not known; " + ports
                                        + " is open to everybody",
                        balancers.hint(balancer.value()));
    }

    private void sayNobody(GroupRule rule) {
        String what = rule.egress() ? "to" : "from";
        bundle.at(rule.place())
                .report(
                        FindingCode.SECURITY_GROUP_UNCARRIED,
                        "nothing in the input carries " + rule.group() + "; " + rule.ports() + " " + what
                                + " it is blocked",
                        "add what carries it to the input, or an ipBlock with its addresses to the policy");
    }

    private static NetworkPolicyEgressRule toNameServer() {
        NetworkPolicyEgressRule rule = new NetworkPolicyEgressRule();
        rule.setTo(List.of(Peers.nameServer()));
        rule.setPorts(List.of(PolicyRules.port("UDP", DNS, DNS), PolicyRules.port("TCP", DNS, DNS)));
        return rule;
    }

    private void sayNameServer(Group group) {
        if (group.resource() == null) {
            return;
        }
        String member = group.resource().node().get("IpPermissionsEgress") == null
                ? "SecurityGroupEgress"
                : "IpPermissionsEgress";
        bundle.at(group.resource().node(), member)
                .report(
                        FindingCode.SECURITY_GROUP_DNS,
                        "DNS is allowed besides: a security group does not filter it, a NetworkPolicy does",
                        "where Pods use a role, allow TCP 443 to AWS STS too, or TCP 80 to the Pod Identity agent 169.254.170.23");
    }

    private void say(Group group, String policy, List<LaunchToKubernetes> carriers) {
        String message = "NetworkPolicy " + policy + " of "
                + String.join(
                        ", ",
                        carriers.stream().map(LaunchToKubernetes::name).sorted().toList())
                + " allows what the group allows";
        if (group.resource() != null) {
            bundle.use(group.resource());
            bundle.at(group.resource().node())
                    .report(
                            FindingCode.SECURITY_GROUP,
                            message,
                            bundle.target().isEks()
                                    ? "switch the VPC CNI's enforcement on (enableNetworkPolicy=true), or use the group itself:"
                                            + " --addon vpc-resource-controller"
                                    : "make sure that the cluster's network plugin enforces NetworkPolicy");
        }
        for (Resource<SecurityGroupRule> rule : group.rules()) {
            bundle.use(rule);
            bundle.at(rule.node()).report(FindingCode.SECURITY_GROUP, "the rule is part of NetworkPolicy " + policy);
        }
    }
}
