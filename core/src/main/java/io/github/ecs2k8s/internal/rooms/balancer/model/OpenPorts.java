package io.github.ecs2k8s.internal.rooms.balancer.model;

import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.Resources;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpPermission;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.internal.rooms.balancer.setting.Placeholders;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
public record OpenPorts(Set<String> blocks, Set<String> prefixLists, boolean exact) {

    /** What the groups let in on some ports; null when one of them is not in the input. */
    public static @Nullable OpenPorts of(
            List<String> groups, List<Integer> ports, BundleToKubernetes bundle, Node from) {
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
        return collector.open();
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
    public boolean isEverybody() {
        return blocks.contains("0.0.0.0/0");
    }

    /** Who may come in, in words; empty when nobody is named by address. */
    public String callers() {
        Set<String> all = new LinkedHashSet<>(blocks);
        all.addAll(prefixLists);
        return String.join(", ", all);
    }

    private static final class Collector {
        private final List<Integer> ports;
        private final Map<String, Set<String>> reached = new LinkedHashMap<>();
        private final Set<String> everywhere = new LinkedHashSet<>();
        private boolean exact = true;

        Collector(List<Integer> ports) {
            this.ports = ports;
        }

        void add(IpPermission permission) {
            List<Set<String>> doors = doors(permission.ipProtocol(), permission.fromPort(), permission.toPort());
            permission.ipRanges().forEach(range -> add(doors, range.cidrIp()));
            permission.ipv6Ranges().forEach(range -> add(doors, range.cidrIpv6()));
            permission.prefixListIds().forEach(list -> add(doors, list.prefixListId()));
            if (!doors.isEmpty() && !permission.userIdGroupPairs().isEmpty()) {
                exact = false;
            }
        }

        void add(SecurityGroupRule rule) {
            List<Set<String>> doors = doors(rule.ipProtocol(), rule.fromPort(), rule.toPort());
            add(doors, rule.cidrIpv4());
            add(doors, rule.cidrIpv6());
            String list = rule.sourcePrefixListId() == null ? rule.prefixListId() : rule.sourcePrefixListId();
            add(doors, list);
            if (!doors.isEmpty() && rule.cidrIpv4() == null && rule.cidrIpv6() == null && list == null) {
                exact = false;
            }
        }

        private void add(List<Set<String>> doors, @Nullable String caller) {
            if (caller != null && !doors.isEmpty()) {
                if (Placeholders.isOpen(caller)) {
                    exact = false;
                } else {
                    doors.forEach(door -> door.add(caller));
                }
            }
        }

        /** The callers of each port that a rule opens. */
        private List<Set<String>> doors(@Nullable String protocol, @Nullable Integer from, @Nullable Integer to) {
            if (protocol == null || protocol.equals("-1") || protocol.equals("all")) {
                return List.of(everywhere);
            }
            List<Set<String>> doors = new ArrayList<>();
            String name = protocol(protocol);
            for (int port : ports) {
                boolean open = from == null || from == -1 || (port >= from && port <= (to == null ? from : to));
                if (open && name != null) {
                    doors.add(reached.computeIfAbsent(port + name, unused -> new LinkedHashSet<>()));
                }
            }
            return doors;
        }

        private static @Nullable String protocol(String protocol) {
            return switch (protocol.toLowerCase(Locale.ROOT)) {
                case "tcp", "6" -> "/tcp";
                case "udp", "17" -> "/udp";
                default -> null;
            };
        }

        /** Who reaches every port; others make it inexact, because a Service has one list for all. */
        OpenPorts open() {
            Set<String> blocks = new LinkedHashSet<>();
            Set<String> lists = new LinkedHashSet<>();
            Set<String> all = new LinkedHashSet<>(everywhere);
            reached.values().forEach(all::addAll);
            for (String caller : all) {
                if (!everywhere.contains(caller) && !isAtEveryPort(caller)) {
                    exact = false;
                } else if (caller.startsWith("pl-")) {
                    lists.add(caller);
                } else {
                    blocks.add(caller);
                }
            }
            return new OpenPorts(blocks, lists, exact);
        }

        private boolean isAtEveryPort(String caller) {
            for (int port : ports) {
                if (!reached.containsKey(port + "/tcp") && !reached.containsKey(port + "/udp")) {
                    return false;
                }
            }
            return reached.values().stream().allMatch(callers -> callers.contains(caller));
        }
    }
}
