package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code ingress} and {@code egress} blocks of a security group → permissions as EC2 describes them. Neither service has a
 * word for the group itself as the other end: its own id is
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group).
 */
final class GroupPermissions {
    private static final Map<String, String> PLAIN = Map.of(
            "protocol", "IpProtocol",
            "from_port", "FromPort",
            "to_port", "ToPort");

    /** The lists of other ends: the provider's name, the API's list, its element's member. */
    private static final List<List<String>> ENDS = List.of(
            List.of("cidr_blocks", "IpRanges", "CidrIp"),
            List.of("ipv6_cidr_blocks", "Ipv6Ranges", "CidrIpv6"),
            List.of("prefix_list_ids", "PrefixListIds", "PrefixListId"),
            List.of("security_groups", "UserIdGroupPairs", "GroupId"));

    private final String self;

    /** Those of the group at an address. */
    GroupPermissions(String address) {
        this.self = "${" + address + ".id}";
    }

    /** All blocks. */
    SequenceNode of(Node blocks) {
        List<Node> permissions = new ArrayList<>();
        for (Node item : Nodes.items(blocks)) {
            if (item instanceof MappingNode block) {
                permissions.add(permission(block));
            }
        }
        return Nodes.list(blocks, permissions);
    }

    private MappingNode permission(MappingNode block) {
        Map<String, Node> members = new LinkedHashMap<>();
        for (MappingNode.Entry entry : block.entries()) {
            String plain = PLAIN.get(entry.key());
            if (plain != null && !entry.value().isNull()) {
                members.put(plain, entry.value());
            }
        }
        for (List<String> end : ENDS) {
            List<Node> ends = new ArrayList<>();
            for (Node value : Nodes.items(block.get(end.get(0)))) {
                ends.add(end(end.get(2), value, block));
            }
            if (end.get(0).equals("security_groups")
                    && block.get("self") instanceof ScalarNode truth
                    && truth.text().equals("true")) {
                ends.add(end(end.get(2), Nodes.text(truth, self), block));
            }
            if (!ends.isEmpty()) {
                members.put(end.get(1), Nodes.list(block, ends));
            }
        }
        return Nodes.object(block, members);
    }

    private static MappingNode end(String member, Node value, MappingNode block) {
        Map<String, Node> end = new LinkedHashMap<>();
        end.put(member, value);
        Node description = block.get("description");
        if (Nodes.text(description) != null && description != null) {
            end.put("Description", description);
        }
        return Nodes.object(value, end);
    }
}
