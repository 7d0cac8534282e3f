package io.github.ecs2k8s.internal.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rules of security groups in their two forms: permissions, as the API describes them (protocol and ports with lists
 * of peers), and single rules, as templates write them (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html).
 */
public final class Permissions {

    private Permissions() {}

    /** What a group allows inwards, as permissions. */
    public static List<Object> ingress(Part group) {
        return both(group, "IpPermissions", "SecurityGroupIngress");
    }

    /** What a group allows outwards, as permissions. */
    public static List<Object> egress(Part group) {
        return both(group, "IpPermissionsEgress", "SecurityGroupEgress");
    }

    private static List<Object> both(Part group, String permissions, String rules) {
        List<Object> all = new ArrayList<>();
        for (Object permission : PlainTrees.list(group.members(), permissions)) {
            all.add(withoutStatus(PlainTrees.map(permission)));
        }
        PlainTrees.list(group.members(), rules).forEach(rule -> all.add(of(PlainTrees.map(rule))));
        return all;
    }

    private static Map<String, Object> withoutStatus(Map<String, Object> permission) {
        Map<String, Object> copy = new LinkedHashMap<>(permission);
        List<Object> pairs = new ArrayList<>();
        for (Object pair : PlainTrees.list(permission, "UserIdGroupPairs")) {
            pairs.add(PlainTrees.pick(PlainTrees.map(pair), "GroupId UserId VpcId VpcPeeringConnectionId Description"));
        }
        if (!pairs.isEmpty()) {
            copy.put("UserIdGroupPairs", pairs);
        }
        return copy;
    }

    /** A single rule as a permission. */
    public static Map<String, Object> of(Map<String, Object> rule) {
        Map<String, Object> permission = protocol(rule);
        Object description = rule.get("Description");
        peer(permission, "IpRanges", "CidrIp", rule.get("CidrIpv4"), description);
        peer(permission, "Ipv6Ranges", "CidrIpv6", rule.get("CidrIpv6"), description);
        peer(permission, "PrefixListIds", "PrefixListId", prefixList(rule), description);
        peer(permission, "UserIdGroupPairs", "GroupId", group(rule), description);
        return permission;
    }

    /** Ports say nothing where every protocol is meant. */
    private static Map<String, Object> protocol(Map<String, Object> rule) {
        boolean every = "-1".equals(rule.getOrDefault("IpProtocol", "-1"));
        return every ? PlainTrees.of("IpProtocol", "-1") : PlainTrees.pick(rule, "IpProtocol FromPort ToPort");
    }

    private static @Nullable Object prefixList(Map<String, Object> rule) {
        return first(rule, "PrefixListId", "SourcePrefixListId", "DestinationPrefixListId");
    }

    private static @Nullable Object group(Map<String, Object> rule) {
        Object own = first(rule, "SourceSecurityGroupId", "DestinationSecurityGroupId");
        return own != null ? own : PlainTrees.map(rule, "ReferencedGroupInfo").get("GroupId");
    }

    private static @Nullable Object first(Map<String, Object> rule, String... keys) {
        for (String key : keys) {
            if (rule.get(key) != null) {
                return rule.get(key);
            }
        }
        return null;
    }

    private static void peer(
            Map<String, Object> permission,
            String list,
            String key,
            @Nullable Object value,
            @Nullable Object description) {
        if (value != null) {
            Map<String, Object> peer = PlainTrees.of(key, value);
            if (description != null) {
                peer.put("Description", description);
            }
            permission.put(list, List.of(peer));
        }
    }

    /** Permissions as single rules, each with one peer. */
    public static List<Map<String, Object>> rules(List<Object> permissions, boolean egress) {
        List<Map<String, Object>> rules = new ArrayList<>();
        String side = egress ? "Destination" : "Source";
        for (Object item : permissions) {
            Map<String, Object> permission = PlainTrees.map(item);
            rule(rules, permission, "IpRanges", "CidrIp", "CidrIp");
            rule(rules, permission, "Ipv6Ranges", "CidrIpv6", "CidrIpv6");
            rule(rules, permission, "PrefixListIds", "PrefixListId", side + "PrefixListId");
            rule(rules, permission, "UserIdGroupPairs", "GroupId", side + "SecurityGroupId");
        }
        return rules;
    }

    private static void rule(
            List<Map<String, Object>> rules, Map<String, Object> permission, String list, String from, String to) {
        for (Object item : PlainTrees.list(permission, list)) {
            Map<String, Object> peer = PlainTrees.map(item);
            Map<String, Object> rule = protocol(permission);
            if (peer.get(from) != null) {
                rule.put(to, peer.get(from));
            }
            if (peer.get("UserId") != null && to.startsWith("Source")) {
                rule.put("SourceSecurityGroupOwnerId", peer.get("UserId"));
            }
            if (peer.get("Description") != null) {
                rule.put("Description", peer.get("Description"));
            }
            rules.add(rule);
        }
    }

    /** A group's description, which every group has to have. */
    public static String description(Part group) {
        String own = group.text("Description");
        return own != null ? own : "Security group " + group.name();
    }
}
