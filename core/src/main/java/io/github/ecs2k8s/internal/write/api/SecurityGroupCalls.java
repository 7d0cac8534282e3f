package io.github.ecs2k8s.internal.write.api;

import static io.github.ecs2k8s.internal.write.api.Drafts.reference;

import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.Permissions;
import io.github.ecs2k8s.internal.write.PlainTrees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Security groups, and after all of them their rules. */
final class SecurityGroupCalls {
    private final Parts parts;
    private final Drafts drafts = new Drafts();

    SecurityGroupCalls(Parts parts) {
        this.parts = parts;
    }

    List<DraftCall> drafts() {
        for (Part group : parts.of(PartKind.SECURITY_GROUP)) {
            create(group);
        }
        for (Part group : parts.of(PartKind.SECURITY_GROUP)) {
            authorize("ingress", group, group, Permissions.ingress(group));
            List<Object> egress = Permissions.egress(group);
            if (!egress.isEmpty()) {
                // A new group allows everything outwards; where rules say what, that must not stay.
                Map<String, Object> all =
                        PlainTrees.of("IpProtocol", "-1", "IpRanges", List.of(PlainTrees.of("CidrIp", "0.0.0.0/0")));
                drafts.then(
                        "ec2 revoke-security-group-egress",
                        group,
                        PlainTrees.of("GroupId", reference(group), "IpPermissions", List.of(all)));
                authorize("egress", group, group, egress);
            }
        }
        for (Part rule : parts.of(PartKind.SECURITY_GROUP_RULE)) {
            boolean egress = Boolean.TRUE.equals(rule.members().get("IsEgress"));
            Part group = parts.meantBy(rule.text("GroupId"));
            authorize(
                    egress ? "egress" : "ingress",
                    rule,
                    group == null ? rule : group,
                    List.of(Permissions.of(rule.members())));
        }
        return drafts.all();
    }

    private void create(Part group) {
        Map<String, Object> body = drafts.create("ec2 create-security-group", group, "GroupName Description VpcId");
        Drafts.require(body, "Description", Permissions.description(group));
        Drafts.require(body, "GroupName", group.name());
        Object tags = group.members().get("Tags");
        if (tags != null) {
            body.put("TagSpecifications", List.of(PlainTrees.of("ResourceType", "security-group", "Tags", tags)));
        }
    }

    private void authorize(String direction, Part part, Part group, List<Object> permissions) {
        if (permissions.isEmpty()) {
            return;
        }
        String id = group.kind() == PartKind.SECURITY_GROUP ? reference(group) : part.text("GroupId");
        List<Object> copy = new ArrayList<>(permissions);
        drafts.then(
                "ec2 authorize-security-group-" + direction,
                part,
                PlainTrees.of(
                        "GroupId", id == null ? "${" + part.logicalId() + "GroupId}" : id, "IpPermissions", copy));
    }
}
