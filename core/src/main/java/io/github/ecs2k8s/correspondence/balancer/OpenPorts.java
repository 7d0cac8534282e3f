package io.github.ecs2k8s.correspondence.balancer;

import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpPermission;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.translation.BundleContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may reach the ports of a load balancer by the security groups of a template, which the cluster's controller cannot
 * name because they have no id yet: it makes a group of its own, and must open it no wider than these.
 *
 * @param blocks CIDR blocks that reach all ports
 * @param prefixLists prefix lists whose blocks reach all ports
 * @param exact whether the blocks say everything: no groups, and no blocks that reach only some ports
 */
record OpenPorts(Set<String> blocks, Set<String> prefixLists, boolean exact) {

    /** What the groups let in on some ports; null when one of them is not in the input. */
    static @Nullable OpenPorts of(List<String> groups, List<Integer> ports, BundleContext bundle, Node from) {
        Resources resources = bundle.resources();
        Collector collector = new Collector(ports);
        for (String reference : groups) {
            Resource<SecurityGroup> group = resources.find(SecurityGroup.class, reference, from);
            if (group == null) {
                return null;
            }
            bundle.use(group);
            group.value().ipPermissions().forEach(collector::add);
            group.value().securityGroupIngress().forEach(collector::add);
            for (Resource<SecurityGroupRule> rule : resources.of(SecurityGroupRule.class)) {
                if (isIngressOf(rule, group, resources)) {
                    bundle.use(rule);
                    collector.add(rule.value());
                }
            }
        }
        return new OpenPorts(collector.blocks, collector.prefixLists, collector.exact);
    }

    private static boolean isIngressOf(
            Resource<SecurityGroupRule> rule, Resource<SecurityGroup> group, Resources resources) {
        SecurityGroupRule value = rule.value();
        boolean egress = Boolean.TRUE.equals(value.isEgress())
                || value.destinationSecurityGroupId() != null
                || value.destinationPrefixListId() != null;
        return !egress
                && value.groupId() != null
                && resources.find(SecurityGroup.class, value.groupId(), rule.node()) == group;
    }

    /** Whether everybody may come in, as in the group that the controller makes unasked. */
    boolean isEverybody() {
        return blocks.contains("0.0.0.0/0");
    }

    /** Who may come in, in words; empty when nobody is named by address. */
    String callers() {
        Set<String> all = new LinkedHashSet<>(blocks);
        all.addAll(prefixLists);
        return String.join(", ", all);
    }

    private static final class Collector {
        private final List<Integer> ports;
        private final Set<String> blocks = new LinkedHashSet<>();
        private final Set<String> prefixLists = new LinkedHashSet<>();
        private boolean exact = true;

        Collector(List<Integer> ports) {
            this.ports = ports;
        }

        void add(IpPermission permission) {
            Reach reach = reach(permission.ipProtocol(), permission.fromPort(), permission.toPort());
            permission.ipRanges().forEach(range -> add(reach, range.cidrIp()));
            permission.ipv6Ranges().forEach(range -> add(reach, range.cidrIpv6()));
            permission.prefixListIds().forEach(list -> add(reach, list.prefixListId()));
            if (reach != Reach.NONE && !permission.userIdGroupPairs().isEmpty()) {
                exact = false;
            }
        }

        void add(SecurityGroupRule rule) {
            Reach reach = reach(rule.ipProtocol(), rule.fromPort(), rule.toPort());
            add(reach, rule.cidrIpv4());
            add(reach, rule.cidrIpv6());
            String list = rule.sourcePrefixListId() == null ? rule.prefixListId() : rule.sourcePrefixListId();
            add(reach, list);
            if (reach != Reach.NONE && rule.cidrIpv4() == null && rule.cidrIpv6() == null && list == null) {
                exact = false;
            }
        }

        private void add(Reach reach, @Nullable String block) {
            if (block == null || reach == Reach.NONE) {
                return;
            }
            if (reach == Reach.SOME || Placeholders.isOpen(block)) {
                exact = false;
            } else if (block.startsWith("pl-")) {
                prefixLists.add(block);
            } else {
                blocks.add(block);
            }
        }

        private Reach reach(@Nullable String protocol, @Nullable Integer from, @Nullable Integer to) {
            if (protocol == null || protocol.equals("-1") || protocol.equals("all")) {
                return Reach.ALL;
            }
            if (!protocol.equalsIgnoreCase("tcp") && !protocol.equals("6")) {
                return Reach.NONE;
            }
            int open = 0;
            for (int port : ports) {
                if (from == null || from == -1 || (port >= from && port <= (to == null ? from : to))) {
                    open++;
                }
            }
            if (open == 0) {
                return Reach.NONE;
            }
            return open == ports.size() ? Reach.ALL : Reach.SOME;
        }
    }

    /** How many of the ports a rule opens. */
    private enum Reach {
        NONE,
        SOME,
        ALL
    }
}
