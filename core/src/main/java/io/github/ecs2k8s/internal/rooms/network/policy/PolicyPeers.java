package io.github.ecs2k8s.internal.rooms.network.policy;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpPermission;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpRange;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.Ipv6Range;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.UserIdGroupPair;
import io.github.ecs2k8s.ecs.resource.SecurityGroupIpPermissionBuilder;
import io.github.ecs2k8s.ecs.resource.SecurityGroupUserIdGroupPairBuilder;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.kubernetes.LocatedObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;

/** Peers and ports of one rule of a NetworkPolicy → permissions of a security group. */
final class PolicyPeers {
    private static final int DNS = 53;

    private final BundleToEcs context;
    private final LocatedObject policy;
    private final String direction;
    private final int index;
    private final String list;

    /** The peers that nobody in the input is. */
    private final List<Integer> unmet = new ArrayList<>();

    PolicyPeers(BundleToEcs context, LocatedObject policy, String direction, int index, String list) {
        this.context = context;
        this.policy = policy;
        this.direction = direction;
        this.index = index;
        this.list = list;
    }

    /**
     * The permissions of the rule.
     *
     * @param listeners whose containers a port's name is looked for in
     */
    List<IpPermission> permissions(
            @Nullable List<NetworkPolicyPeer> peers,
            @Nullable List<NetworkPolicyPort> ports,
            List<LaunchToEcs> listeners) {
        Set<String> groups = new TreeSet<>();
        List<String> blocks = new ArrayList<>();
        if (peers == null || peers.isEmpty()) {
            blocks.add(PolicyGroups.ANYWHERE);
            blocks.add("::/0");
        } else {
            for (int i = 0; i < peers.size(); i++) {
                add(peers.get(i), i, ports, groups, blocks);
            }
            sayUnmet(groups.isEmpty() && blocks.isEmpty());
        }
        List<IpPermission> permissions = new ArrayList<>();
        if (groups.isEmpty() && blocks.isEmpty()) {
            return permissions;
        }
        if (ports == null || ports.isEmpty()) {
            permissions.add(permission("-1", null, null, blocks, groups));
            return permissions;
        }
        for (int i = 0; i < ports.size(); i++) {
            open(ports.get(i), i, listeners, blocks, groups, permissions);
        }
        return permissions;
    }

    private void add(
            NetworkPolicyPeer peer,
            int at,
            @Nullable List<NetworkPolicyPort> ports,
            Set<String> groups,
            List<String> blocks) {
        IPBlock block = peer.getIpBlock();
        if (block != null && block.getCidr() == null) {
            find("the block has no addresses; nothing is let through", "write its cidr", list, at, "ipBlock");
            return;
        }
        if (block != null) {
            List<String> excepted = block.getExcept() == null ? List.of() : block.getExcept();
            String cidr = AddressBlocks.of(String.valueOf(block.getCidr()));
            List<String> rest = cidr == null ? null : AddressBlocks.without(cidr, excepted);
            if (rest == null) {
                find(
                        cidr == null
                                ? block.getCidr() + " is no block of addresses; nothing is opened for it"
                                : "a security group only allows, and what remains of " + cidr
                                        + " is not written out; nothing is opened for it",
                        cidr == null ? null : "write the blocks that remain",
                        list,
                        at,
                        "ipBlock");
            } else {
                blocks.addAll(rest);
                if (!excepted.isEmpty()) {
                    context.at(policy.node(), "spec", direction, index, list, at, "ipBlock")
                            .report(
                                    FindingCode.SAME_IN_ANOTHER_PLACE,
                                    "a security group only allows; the " + rest.size() + " blocks that remain of "
                                            + cidr + " are written");
                }
            }
            return;
        }
        boolean found = false;
        for (LaunchToEcs workload : context.workloads()) {
            boolean near = peer.getNamespaceSelector() == null
                    ? Objects.equals(
                            workload.namespace(), policy.object().getMetadata().getNamespace())
                    : LabelSelectors.choose(peer.getNamespaceSelector(), labels(workload.namespace()));
            if (near
                    && LabelSelectors.choose(peer.getPodSelector(), workload.podLabels())
                    && !groups(workload).isEmpty()) {
                // All of a namespace are meant by the group that they share; some of it by their own.
                boolean all = peer.getPodSelector() == null || isEmpty(peer);
                groups.add(groups(workload).get(all ? groups(workload).size() - 1 : 0));
                found = true;
            }
        }
        if (!found && isNameServer(ports)) {
            context.at(policy.node(), "spec", direction, index)
                    .report(
                            FindingCode.SAME_IN_ANOTHER_PLACE,
                            "names are answered by the VPC itself, and security groups do not filter that");
        } else if (!found) {
            unmet.add(at);
        }
    }

    /** Of a rule that opens nothing, all is said at once. */
    private void sayUnmet(boolean whole) {
        for (int at : unmet) {
            find(
                    "nothing in the input is meant by this; nothing is opened for it",
                    "give the workloads as a further input, or add a rule with their addresses",
                    whole ? new Object[0] : new Object[] {list, at});
            if (whole) {
                return;
            }
        }
    }

    private static boolean isEmpty(NetworkPolicyPeer peer) {
        boolean labels = peer.getPodSelector().getMatchLabels() == null
                || peer.getPodSelector().getMatchLabels().isEmpty();
        boolean expressions = peer.getPodSelector().getMatchExpressions() == null
                || peer.getPodSelector().getMatchExpressions().isEmpty();
        return labels && expressions;
    }

    /** Names are answered by the VPC, and security groups do not filter that. */
    private boolean isNameServer(@Nullable List<NetworkPolicyPort> ports) {
        if (!direction.equals("egress") || ports == null || ports.isEmpty()) {
            return false;
        }
        for (NetworkPolicyPort port : ports) {
            if (port.getPort() == null
                    || !Integer.valueOf(DNS).equals(port.getPort().getIntVal())) {
                return false;
            }
        }
        return true;
    }

    /** The labels of a namespace: its name is one, and what its object in the input has. */
    private Map<String, String> labels(@Nullable String namespace) {
        String name = namespace == null ? "default" : namespace;
        Map<String, String> labels = new LinkedHashMap<>();
        LocatedObject object = context.manifests().find("Namespace", name, null);
        if (object != null && object.object().getMetadata().getLabels() != null) {
            labels.putAll(object.object().getMetadata().getLabels());
        }
        labels.put("kubernetes.io/metadata.name", name);
        return labels;
    }

    private void open(
            NetworkPolicyPort port,
            int at,
            List<LaunchToEcs> listeners,
            List<String> blocks,
            Set<String> groups,
            List<IpPermission> permissions) {
        String protocol =
                port.getProtocol() == null ? "tcp" : port.getProtocol().toLowerCase(Locale.ROOT);
        if (!protocol.equals("tcp") && !protocol.equals("udp")) {
            find("tasks take tcp and udp; the port is left out", null, "ports", at, "protocol");
            return;
        }
        if (port.getPort() == null) {
            permissions.add(permission(protocol, 0, 65535, blocks, groups));
            return;
        }
        List<Integer> numbers = numbers(port, listeners);
        if (numbers.isEmpty()) {
            find(
                    "no container in the input has a port named "
                            + port.getPort().getStrVal() + "; nothing is opened",
                    "write its number",
                    "ports",
                    at,
                    "port");
        }
        for (int number : numbers) {
            int last = port.getEndPort() == null ? number : port.getEndPort();
            permissions.add(permission(protocol, number, last, blocks, groups));
        }
    }

    private static List<Integer> numbers(NetworkPolicyPort port, List<LaunchToEcs> listeners) {
        if (port.getPort().getIntVal() != null) {
            return List.of(port.getPort().getIntVal());
        }
        List<Integer> numbers = new ArrayList<>();
        for (LaunchToEcs workload : listeners) {
            for (Container container : workload.template().getSpec().getContainers()) {
                for (ContainerPort known : container.getPorts()) {
                    boolean named =
                            Objects.equals(known.getName(), port.getPort().getStrVal());
                    if (named && known.getContainerPort() != null && !numbers.contains(known.getContainerPort())) {
                        numbers.add(known.getContainerPort());
                    }
                }
            }
        }
        return numbers;
    }

    /** The security groups that a workload carries. */
    static List<String> groups(LaunchToEcs workload) {
        NetworkConfiguration network = workload.service() == null
                ? workload.runTask().build().networkConfiguration()
                : workload.service().build().networkConfiguration();
        return network == null || network.awsvpcConfiguration() == null
                ? List.of()
                : network.awsvpcConfiguration().securityGroups();
    }

    static IpPermission permission(
            String protocol, @Nullable Integer from, @Nullable Integer to, List<String> blocks, Set<String> groups) {
        List<IpRange> ranges = new ArrayList<>();
        List<Ipv6Range> ranges6 = new ArrayList<>();
        for (String block : blocks) {
            if (block.indexOf(':') >= 0) {
                ranges6.add(new Ipv6Range(null, block));
            } else {
                ranges.add(new IpRange(null, block));
            }
        }
        List<UserIdGroupPair> pairs = new ArrayList<>();
        for (String group : groups) {
            pairs.add(
                    SecurityGroupUserIdGroupPairBuilder.builder().groupId(group).build());
        }
        return SecurityGroupIpPermissionBuilder.builder()
                .ipProtocol(protocol)
                .fromPort(from)
                .toPort(to)
                .userIdGroupPairs(pairs)
                .ipRanges(ranges)
                .ipv6Ranges(ranges6)
                .build();
    }

    /** The same with ranges that say what they are for, and groups in a list. */
    static IpPermission permission(
            String protocol, @Nullable Integer from, @Nullable Integer to, List<IpRange> ranges, List<String> groups) {
        IpPermission plain = permission(protocol, from, to, List.of(), new LinkedHashSet<>(groups));
        return SecurityGroupIpPermissionBuilder.builder()
                .ipProtocol(protocol)
                .fromPort(from)
                .toPort(to)
                .userIdGroupPairs(plain.userIdGroupPairs())
                .ipRanges(ranges)
                .build();
    }

    /** Each permission once: two policies may allow the same, and EC2 refuses a rule that is there. */
    static List<IpPermission> distinct(List<IpPermission> permissions) {
        return new ArrayList<>(new LinkedHashSet<>(permissions));
    }

    private void find(String message, @Nullable String hint, Object... path) {
        Object[] full = new Object[path.length + 3];
        full[0] = "spec";
        full[1] = direction;
        full[2] = index;
        System.arraycopy(path, 0, full, 3, path.length);
        context.at(policy.node(), full).report(FindingCode.POLICY_PEER, message, hint);
    }
}
