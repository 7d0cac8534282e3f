package io.github.ecs2k8s.internal.terraform.aws;

import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code aws_security_group_rule}, which may have several other ends, → rules with one other end each, as EC2 describes
 * them (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group_rule).
 */
public final class GroupRuleTexts {
    private static final List<String> LISTS = List.of("CidrIpv4", "CidrIpv6", "PrefixListId");
    private static final String OTHER_GROUP = "ReferencedGroupInfo";
    private static final Set<String> ENDS = Set.of("CidrIpv4", "CidrIpv6", "PrefixListId", OTHER_GROUP, "Self");

    private GroupRuleTexts() {}

    /** One rule for each other end. */
    public static List<MappingNode> of(MappingNode members) {
        List<MappingNode.Entry> common = new ArrayList<>();
        for (MappingNode.Entry entry : members.entries()) {
            if (!ENDS.contains(entry.key())) {
                common.add(entry);
            }
        }
        List<MappingNode> rules = new ArrayList<>();
        for (String list : LISTS) {
            for (Node end : Nodes.items(members.get(list))) {
                rules.add(rule(common, list, end, members));
            }
        }
        Node group = members.get(OTHER_GROUP);
        if (group != null) {
            rules.add(rule(common, OTHER_GROUP, group, members));
        }
        Node self = members.get("Self");
        Node id = members.get("GroupId");
        if (self instanceof ScalarNode truth && truth.text().equals("true") && id instanceof ScalarNode own) {
            Node itself = Nodes.object(
                    self, List.of(new MappingNode.Entry("GroupId", self.location(), Nodes.text(self, own.text()))));
            rules.add(rule(common, OTHER_GROUP, itself, members));
        }
        return rules;
    }

    /** Each at the place of its other end, which is what tells them apart. */
    private static MappingNode rule(List<MappingNode.Entry> common, String key, Node end, MappingNode members) {
        List<MappingNode.Entry> entries = new ArrayList<>(common);
        entries.add(new MappingNode.Entry(key, end.location(), end));
        return Nodes.object(members, entries);
    }
}
