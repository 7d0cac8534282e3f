package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.internal.write.LogicalIds;
import io.github.ecs2k8s.internal.write.PlainTexts.Place;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.internal.write.ReferenceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parameters of a template: what belongs to the account, as far as the template refers to it. */
final class TemplateParameters {
    private final LogicalIds ids = new LogicalIds();

    /** Reference → parameter name. */
    private final Map<String, String> names = new HashMap<>();

    private final Map<String, Object> declarations = new LinkedHashMap<>();
    private final Set<String> lists = new HashSet<>();

    /** References that are the only element of a list, and those that stand anywhere else. */
    private final Set<String> alone = new HashSet<>();

    private final Set<String> elsewhere = new HashSet<>();

    private final Map<String, String> defaults;

    /**
     * Parameters for some resources, whose logical ids are not given to any.
     *
     * @param defaults what references mean where nobody says otherwise
     */
    TemplateParameters(List<TemplateResource> resources, Map<String, String> defaults) {
        this.defaults = defaults;
        for (TemplateResource resource : resources) {
            ids.unique(resource.logicalId());
            scan(resource.properties(), false);
        }
    }

    private void scan(Object value, boolean isAlone) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> scan(member, false));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> scan(item, list.size() == 1));
        } else if (value instanceof String text) {
            ReferenceText references = ReferenceText.parse(text);
            for (ReferenceText.Piece piece : references.pieces()) {
                if (piece.isReference()) {
                    (isAlone && references.isWhole() ? alone : elsewhere).add(piece.text());
                }
            }
        }
    }

    /** Says that a reference stands alone in a list outside the resources too. */
    void standsAlone(String reference) {
        alone.add(reference);
    }

    /** The name of the parameter for a reference, declared by what it is first used for. */
    String name(String reference, Place place, boolean whole) {
        String known = names.get(reference);
        if (known != null) {
            return known;
        }
        String pascal = LogicalIds.pascal(reference);
        String name = ids.unique(pascal.isEmpty() ? "Value" : pascal);
        names.put(reference, name);
        boolean list = whole && alone.contains(reference) && !elsewhere.contains(reference) && reference.endsWith("s");
        if (list) {
            lists.add(name);
        }
        Map<String, Object> declaration = declaration(place.key(), whole ? list : false, whole);
        if (name.endsWith("SecretArn")) {
            declaration.put("Description", "The ARN of the Secrets Manager secret");
        }
        if (name.equals("SubnetIds")) {
            declaration.put(
                    "Description", "Subnets from which tasks reach their images' registries, in two zones or more");
        }
        if (name.equals("PublicSubnetIds")) {
            declaration.put("Description", "Public subnets for load balancers, in at least two zones");
        }
        if (name.equals("FileSystemId")) {
            declaration.put("Description", "The EFS file system, with mount targets in the subnets");
        }
        if (defaults.containsKey(reference)) {
            declaration.put("Default", defaults.get(reference));
            declaration.put("Description", "The ECS cluster; it has to exist");
        }
        declarations.put(name, declaration);
        return name;
    }

    boolean isList(String name) {
        return lists.contains(name);
    }

    /** The Parameters section. */
    Map<String, Object> declarations() {
        return declarations;
    }

    private static Map<String, Object> declaration(String key, boolean list, boolean whole) {
        String member = key.toLowerCase(Locale.ROOT);
        String type = switch (whole ? member : "") {
            case "vpcid", "vpc" -> "AWS::EC2::VPC::Id";
            case "subnets", "subnetid" -> "AWS::EC2::Subnet::Id";
            case "securitygroups", "groupid", "sourcesecuritygroupid", "destinationsecuritygroupid" ->
                "AWS::EC2::SecurityGroup::Id";
            default -> "String";
        };
        Map<String, Object> declaration = PlainTrees.of("Type", type);
        if (list) {
            declaration.put("Type", type.equals("String") ? "CommaDelimitedList" : "List<" + type + ">");
        }
        if (member.equals("clientsecret")) {
            declaration.put("NoEcho", true);
        }
        if (whole && member.equals("cluster")) {
            declaration.put("Default", "default");
        }
        declaration.put("Description", describe(member, key, list));
        return declaration;
    }

    private static String describe(String member, String key, boolean list) {
        return switch (member) {
            case "vpcid", "vpc" -> "The VPC";
            case "subnets" -> list ? "Subnets of the VPC, in at least two zones" : "A subnet of the VPC";
            case "securitygroups" -> list ? "Security groups of the VPC" : "A security group of the VPC";
            case "subnetid" -> "A subnet of the VPC";
            case "cluster" -> "The ECS cluster";
            case "taskrolearn" -> "The ARN of the task role";
            case "certificatearn" -> "The ARN of the certificate";
            case "namespaceid" -> "The id of the Cloud Map namespace";
            default -> "Value of " + key;
        };
    }
}
