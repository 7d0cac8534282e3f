package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.Permissions;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Security groups. Rules between two groups of the template are resources of their own: two groups that name each other
 * in their own rules could not be created.
 */
final class SecurityGroupResources {
    private final Parts parts;
    private final List<TemplateResource> all;

    SecurityGroupResources(Parts parts, List<TemplateResource> all) {
        this.parts = parts;
        this.all = all;
    }

    void group(Part group) {
        Map<String, Object> properties = PlainTrees.pick(group.members(), "GroupName VpcId");
        properties.put("GroupDescription", Permissions.description(group));
        all.add(new TemplateResource(group.logicalId(), "AWS::EC2::SecurityGroup", properties));
        rules(group, properties, false);
        rules(group, properties, true);
        properties.putAll(PlainTrees.pick(group.members(), "Tags"));
    }

    private void rules(Part group, Map<String, Object> properties, boolean egress) {
        List<Map<String, Object>> rules =
                Permissions.rules(egress ? Permissions.egress(group) : Permissions.ingress(group), egress);
        List<Object> own = new ArrayList<>();
        int number = 1;
        for (Map<String, Object> rule : rules) {
            Part other = parts.meantBy(
                    rule.get(egress ? "DestinationSecurityGroupId" : "SourceSecurityGroupId") instanceof String id
                            ? id
                            : null);
            if (other == null) {
                own.add(rule);
            } else {
                add(group.logicalId() + (egress ? "Egress" : "Ingress") + number++, rule, group, egress);
            }
        }
        if (egress && own.isEmpty() && !rules.isEmpty()) {
            // Without a rule of its own a group allows everything outwards.
            own.add(PlainTrees.of("IpProtocol", "-1", "CidrIp", "127.0.0.1/32", "Description", "Nothing else"));
        }
        if (!own.isEmpty()) {
            properties.put(egress ? "SecurityGroupEgress" : "SecurityGroupIngress", own);
        }
    }

    private void add(String id, Map<String, Object> rule, Part group, boolean egress) {
        Map<String, Object> properties = PlainTrees.of("GroupId", "${" + group.logicalId() + ".GroupId}");
        properties.putAll(rule);
        all.add(new TemplateResource(id, type(egress), properties));
    }

    private static String type(boolean egress) {
        return egress ? "AWS::EC2::SecurityGroupEgress" : "AWS::EC2::SecurityGroupIngress";
    }

    /** A rule that stands on its own already. */
    void rule(Part rule) {
        boolean egress = Boolean.TRUE.equals(rule.members().get("IsEgress"));
        List<Map<String, Object>> rules = Permissions.rules(List.of(Permissions.of(rule.members())), egress);
        Map<String, Object> properties = new LinkedHashMap<>(PlainTrees.pick(rule.members(), "GroupId"));
        Part group = parts.meantBy(rule.text("GroupId"));
        if (group != null && group.kind() == PartKind.SECURITY_GROUP) {
            properties.put("GroupId", "${" + group.logicalId() + ".GroupId}");
        }
        if (!rules.isEmpty()) {
            properties.putAll(rules.get(0));
            all.add(new TemplateResource(rule.logicalId(), type(egress), properties));
        }
    }
}
