package io.github.ecs2k8s.internal.rooms.network.policy;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpPermission;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.UserIdGroupPair;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.quote.Shell;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of a security group, in whichever of their four forms: as the API describes a group, as it describes
 * rules, as a template's group has them, as a template's rules stand on their own.
 */
final class GroupRules {
    private static final int MAX_PORT = 65535;

    private final BundleToKubernetes bundle;
    private final boolean quiet;
    private final List<GroupRule> rules = new ArrayList<>();

    private GroupRules(BundleToKubernetes bundle, boolean quiet) {
        this.bundle = bundle;
        this.quiet = quiet;
    }

    /** The rules that a NetworkPolicy can express; the others get a finding. */
    static List<GroupRule> of(Group group, BundleToKubernetes bundle) {
        return new GroupRules(bundle, false).read(group);
    }

    /** The same rules of a group that no Pod carries: nothing of it is written, and so nothing is said. */
    static List<GroupRule> quietly(Group group, BundleToKubernetes bundle) {
        return new GroupRules(bundle, true).read(group);
    }

    private List<GroupRule> read(Group group) {
        Resource<SecurityGroup> resource = group.resource();
        if (resource != null) {
            SecurityGroup value = resource.value();
            Node node = resource.node();
            permissions(value.ipPermissions(), false, node, "IpPermissions");
            permissions(value.ipPermissionsEgress(), true, node, "IpPermissionsEgress");
            inline(value.securityGroupIngress(), false, node, "SecurityGroupIngress");
            inline(value.securityGroupEgress(), true, node, "SecurityGroupEgress");
        }
        for (Resource<SecurityGroupRule> rule : group.rules()) {
            rule(rule.value(), isEgress(rule.value()), rule.node());
        }
        return List.copyOf(rules);
    }

    /**
     * Whether nothing in the input restricts what a group lets out: EC2 gives every new group a rule that lets out
     * everything, and a template's group loses it only through rules of its own
     * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html).
     */
    static boolean letsOutEverything(Group group) {
        Resource<SecurityGroup> resource = group.resource();
        if (resource == null) {
            return group.rules().stream().noneMatch(rule -> isEgress(rule.value()));
        }
        if (resource.node().get("IpPermissionsEgress") != null) {
            return false;
        }
        boolean described = group.rules().stream()
                .anyMatch(rule -> rule.value().securityGroupRuleId() != null && isEgress(rule.value()));
        return !described && resource.value().securityGroupEgress().isEmpty();
    }

    private static boolean isEgress(SecurityGroupRule rule) {
        return Boolean.TRUE.equals(rule.isEgress())
                || rule.destinationSecurityGroupId() != null
                || rule.destinationPrefixListId() != null;
    }

    private void permissions(List<IpPermission> permissions, boolean egress, Node group, String member) {
        for (int i = 0; i < permissions.size(); i++) {
            IpPermission permission = permissions.get(i);
            Node node = group.nearest(member, i);
            Ports ports = ports(permission.ipProtocol(), permission.fromPort(), permission.toPort(), node);
            if (ports == null) {
                continue;
            }
            for (int j = 0; j < permission.ipRanges().size(); j++) {
                block(ports, egress, permission.ipRanges().get(j).cidrIp(), node.nearest("IpRanges", j));
            }
            for (int j = 0; j < permission.ipv6Ranges().size(); j++) {
                block(ports, egress, permission.ipv6Ranges().get(j).cidrIpv6(), node.nearest("Ipv6Ranges", j));
            }
            for (int j = 0; j < permission.userIdGroupPairs().size(); j++) {
                UserIdGroupPair pair = permission.userIdGroupPairs().get(j);
                group(ports, egress, first(pair.groupId(), pair.groupName()), node.nearest("UserIdGroupPairs", j));
            }
            for (int j = 0; j < permission.prefixListIds().size(); j++) {
                prefixList(ports, permission.prefixListIds().get(j).prefixListId(), node.nearest("PrefixListIds", j));
            }
        }
    }

    private void inline(List<SecurityGroupRule> inline, boolean egress, Node group, String member) {
        for (int i = 0; i < inline.size(); i++) {
            rule(inline.get(i), egress, group.nearest(member, i));
        }
    }

    private void rule(SecurityGroupRule rule, boolean egress, Node node) {
        Ports ports = ports(rule.ipProtocol(), rule.fromPort(), rule.toPort(), node);
        if (ports == null) {
            return;
        }
        block(ports, egress, rule.cidrIpv4(), node);
        block(ports, egress, rule.cidrIpv6(), node);
        String referenced = rule.referencedGroupInfo() == null
                ? null
                : rule.referencedGroupInfo().groupId();
        String source = first(rule.sourceSecurityGroupId(), rule.sourceSecurityGroupName());
        group(ports, egress, first(first(referenced, source), rule.destinationSecurityGroupId()), node);
        prefixList(
                ports,
                first(first(rule.prefixListId(), rule.sourcePrefixListId()), rule.destinationPrefixListId()),
                node);
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isEmpty() ? other : one;
    }

    private void block(Ports ports, boolean egress, @Nullable String text, Node place) {
        if (text == null || text.isEmpty()) {
            return;
        }
        String block = AddressBlocks.of(text);
        if (block == null) {
            lost(text + " is no block of addresses; nothing is allowed for it", null, place);
        } else {
            rules.add(GroupRuleBuilder.builder()
                    .egress(egress)
                    .protocol(ports.protocol)
                    .from(ports.from)
                    .to(ports.to)
                    .block(block)
                    .place(place)
                    .build());
        }
    }

    private void group(Ports ports, boolean egress, @Nullable String reference, Node place) {
        if (reference != null && !reference.isEmpty()) {
            rules.add(GroupRuleBuilder.builder()
                    .egress(egress)
                    .protocol(ports.protocol)
                    .from(ports.from)
                    .to(ports.to)
                    .group(reference)
                    .place(place)
                    .build());
        }
    }

    private void prefixList(Ports ports, @Nullable String id, Node place) {
        if (id != null && !id.isEmpty()) {
            lost(
                    "a NetworkPolicy knows no prefix lists; nothing is allowed for " + id,
                    "add its blocks as ipBlocks: aws ec2 get-managed-prefix-list-entries --prefix-list-id "
                            + Shell.word(id),
                    place);
        }
    }

    private void lost(String message, @Nullable String hint, Node place) {
        if (!quiet) {
            bundle.at(place).report(FindingCode.SECURITY_GROUP_RULE, message, hint);
        }
    }

    /** Protocol and ports; both null for all. */
    private record Ports(
            @Nullable String protocol,
            @Nullable Integer from,
            @Nullable Integer to) {}

    /** Protocol and ports as a NetworkPolicy says them, null for those it cannot. */
    private @Nullable Ports ports(
            @Nullable String protocol, @Nullable Integer fromPort, @Nullable Integer toPort, Node place) {
        String given = protocol == null ? "-1" : protocol.toLowerCase(Locale.ROOT);
        String written = switch (given) {
            case "tcp", "6" -> "TCP";
            case "udp", "17" -> "UDP";
            case "sctp", "132" -> "SCTP";
            default -> null;
        };
        if (written == null && !given.equals("-1") && !given.equals("all")) {
            boolean icmp = given.startsWith("icmp") || given.equals("1") || given.equals("58");
            lost(
                    "a NetworkPolicy knows TCP, UDP and SCTP only; nothing is written for "
                            + (icmp ? given : "protocol " + given),
                    icmp ? "most network plugins let ping through, or block it with everything else" : null,
                    place);
            return null;
        }
        if (written == null) {
            unused("FromPort", fromPort, place);
            unused("ToPort", toPort, place);
            return new Ports(null, null, null);
        }
        int from = fromPort == null || fromPort < 0 ? 0 : fromPort;
        int to = toPort == null || toPort < 0 ? MAX_PORT : toPort;
        if (to < Math.max(from, 1)) {
            lost("no port is from " + from + " to " + to + "; nothing is written", null, place);
            return null;
        }
        // Nobody listens on port 0, which Kubernetes does not take for a port.
        return from == 0 && to == MAX_PORT ? new Ports(written, null, null) : new Ports(written, Math.max(from, 1), to);
    }

    private void unused(String member, @Nullable Integer port, Node place) {
        if (port != null && port > 0 && port != MAX_PORT) {
            bundle.at(place, member)
                    .report(
                            FindingCode.SECURITY_GROUP_RULE,
                            "the rule is for all protocols, whose ports are all open; " + port + " has no effect");
        }
    }
}
