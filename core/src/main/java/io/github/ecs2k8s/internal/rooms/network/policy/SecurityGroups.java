package io.github.ecs2k8s.internal.rooms.network.policy;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.glossary.Term;
import io.github.ecs2k8s.options.Addon;
import io.github.ecs2k8s.room.BundleCorrespondence;
import io.github.ecs2k8s.room.LaunchCorrespondence;
import io.github.ecs2k8s.room.OwnedField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * EC2 security group ⇄ Kubernetes NetworkPolicy of the workloads that carry it, or SecurityGroupPolicy where Pods can
 * carry it themselves.
 *
 * <p>Several groups of one task add up, and so do several policies of one Pod; so a workload gets policies only when the
 * rules of all its groups are in the input, for the ones that are known would block what the others allow. A group at the
 * other end is the Pods that carry it (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html,
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/).
 */
public final class SecurityGroups implements LaunchCorrespondence, BundleCorrespondence {
    private static final String[] FIELD = {"networkConfiguration", "awsvpcConfiguration", "securityGroups"};

    @Override
    public Term term() {
        return Term.SECURITY_GROUP;
    }

    @Override
    public List<OwnedField> ecs() {
        String field = "networkConfiguration.awsvpcConfiguration.securityGroups[]";
        return List.of(
                OwnedField.to("service." + field, "NetworkPolicy.spec.podSelector"),
                OwnedField.to("runTask." + field, "NetworkPolicy.spec.podSelector"),
                OwnedField.to("securityGroup.**", "NetworkPolicy.spec"),
                OwnedField.to("securityGroupRule.**", "NetworkPolicy.spec"));
    }

    @Override
    public List<OwnedField> kubernetes() {
        String spec = "NetworkPolicy.spec.";
        List<OwnedField> owned = new ArrayList<>();
        selector(spec + "podSelector.", "service.networkConfiguration", owned);
        owned.add(OwnedField.to(spec + "policyTypes[]", "securityGroup.IpPermissions"));
        for (String rules : List.of("ingress[].from", "egress[].to")) {
            boolean in = rules.startsWith("ingress");
            String to = in ? "securityGroup.IpPermissions[]." : "securityGroup.IpPermissionsEgress[].";
            String rule = spec + (in ? "ingress[]." : "egress[].");
            owned.add(OwnedField.to(rule + "ports[].port", to + "FromPort"));
            owned.add(OwnedField.to(rule + "ports[].endPort", to + "ToPort"));
            owned.add(OwnedField.to(rule + "ports[].protocol", to + "IpProtocol", "TCP"));
            String peer = spec + rules + "[].";
            owned.add(OwnedField.to(peer + "ipBlock.cidr", to + "IpRanges[].CidrIp"));
            owned.add(OwnedField.to(peer + "ipBlock.except[]", to + "IpRanges[].CidrIp"));
            selector(peer + "podSelector.", to + "UserIdGroupPairs[].GroupId", owned);
            selector(peer + "namespaceSelector.", to + "UserIdGroupPairs[].GroupId", owned);
        }
        owned.add(OwnedField.resolved(
                "NetworkPolicy.metadata.annotations{}", "service.networkConfiguration.awsvpcConfiguration"));
        String groups = "service.networkConfiguration.awsvpcConfiguration.securityGroups[]";
        selector("SecurityGroupPolicy.spec.podSelector.", groups, owned);
        owned.add(OwnedField.resolved("SecurityGroupPolicy.spec.serviceAccountSelector.**", groups));
        owned.add(OwnedField.to("SecurityGroupPolicy.spec.securityGroups.groupIds[]", groups));
        return owned;
    }

    private static void selector(String path, String to, List<OwnedField> owned) {
        owned.add(OwnedField.resolved(path + "matchLabels{}", to));
        owned.add(OwnedField.resolved(path + "matchExpressions[].key", to));
        owned.add(OwnedField.resolved(path + "matchExpressions[].operator", to));
        owned.add(OwnedField.resolved(path + "matchExpressions[].values[]", to));
    }

    /** Nothing: groups span workloads. */
    @Override
    public void toKubernetes(LaunchToKubernetes context) {}

    @Override
    public void toEcs(LaunchToEcs context) {
        PolicyGroups.carry(context);
    }

    @Override
    public void toEcs(BundleToEcs context) {
        new PolicyGroups(context).write();
    }

    @Override
    public void toKubernetes(BundleToKubernetes context) {
        Groups groups = new Groups(context);
        boolean carriedByPods = context.target().isEks() && context.target().has(Addon.VPC_RESOURCE_CONTROLLER);
        if (carriedByPods) {
            GroupsOfPods policies = new GroupsOfPods(context, groups);
            for (LaunchToKubernetes launch : context.launches()) {
                if (!Groups.references(launch).isEmpty()) {
                    policies.write(launch);
                }
            }
        } else {
            writePolicies(context, groups);
            new GroupsOutside(context, groups, new BalancerPeers(context, groups)).say();
        }
        new BalancerPeers(context, groups).sayOwn();
    }

    private static void writePolicies(BundleToKubernetes context, Groups groups) {
        // By group and by namespace, in the order in which launches name them.
        Map<Group, Map<String, Set<LaunchToKubernetes>>> carried = new LinkedHashMap<>();
        for (LaunchToKubernetes launch : context.launches()) {
            String namespace = launch.namespace() == null ? "" : launch.namespace();
            for (Group group : known(launch, groups)) {
                carried.computeIfAbsent(group, unused -> new LinkedHashMap<>())
                        .computeIfAbsent(namespace, unused -> new LinkedHashSet<>())
                        .add(launch);
            }
        }
        GroupPolicies policies = new GroupPolicies(context, groups);
        carried.forEach(
                (group, namespaces) -> namespaces.values().forEach(those -> policies.write(group, List.copyOf(those))));
    }

    /** The groups of a launch when the rules of all of them are known, else none. */
    private static List<Group> known(LaunchToKubernetes launch, Groups groups) {
        List<String> references = Groups.references(launch);
        List<Group> known = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            Group group = groups.find(references.get(i), launch.node());
            if (group == null) {
                launch.bundle()
                        .lookUp(
                                SecurityGroup.class,
                                ResourceKind.SECURITY_GROUP,
                                references.get(i),
                                launch.at(path(i)));
            } else {
                known.add(group);
                places.add(i);
            }
        }
        if (known.size() == references.size()) {
            return known;
        }
        for (int place : places) {
            launch.at(path(place))
                    .report(
                            FindingCode.SECURITY_GROUP_INCOMPLETE,
                            "no NetworkPolicy of " + references.get(place) + " is written for " + launch.name()
                                    + ": it would block what the groups that are not in the input allow",
                            "add the missing groups");
        }
        return List.of();
    }

    private static Object[] path(int index) {
        return new Object[] {FIELD[0], FIELD[1], FIELD[2], index};
    }
}
