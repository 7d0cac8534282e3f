package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.source.MappingNode;
import java.util.ArrayList;
import java.util.List;

/** Tells whether two descriptions are of the same thing: by what identifies it, otherwise by its name and where it is. */
final class Identities {

    private Identities() {}

    /** Whether an object describes an earlier resource of the same kind. */
    static boolean same(Resource<MappingNode> earlier, MappingNode later) {
        ResourceKind kind = earlier.kind();
        String id = id(kind, earlier.node());
        String laterId = id(kind, later);
        if (!id.isEmpty() && !laterId.isEmpty()) {
            return id.equals(laterId);
        }
        String name = name(kind, earlier.node());
        return !name.isEmpty() && name.equals(name(kind, later));
    }

    /** Whether an object tells only what changes about a resource, as the input of a modify or update command does. */
    static boolean isPartial(ResourceKind kind, MappingNode object) {
        return switch (kind) {
            case SERVICE -> ServiceNodes.isUpdate(object);
            case LISTENER -> text(object, "LoadBalancerArn").isEmpty();
            case LISTENER_RULE -> text(object, "Priority").isEmpty();
            case TARGET_GROUP -> either(object, "TargetGroupName", "Name").isEmpty();
            default -> false;
        };
    }

    /** What an object may be recognised by: its id and its name, together with its kind. */
    static List<String> keys(ResourceKind kind, MappingNode node) {
        List<String> keys = new ArrayList<>(2);
        String id = id(kind, node);
        if (!id.isEmpty()) {
            keys.add(kind.name() + "\nid\n" + id);
        }
        String name = name(kind, node);
        if (!name.isEmpty()) {
            keys.add(kind.name() + "\nname\n" + name);
        }
        return keys;
    }

    private static String id(ResourceKind kind, MappingNode node) {
        for (String member : kind.naming()) {
            String text = text(node, member);
            if (text.startsWith("arn:") || member.endsWith("Id")) {
                return text;
            }
        }
        return "";
    }

    /** The name together with what it is unique in; empty when there is none. */
    private static String name(ResourceKind kind, MappingNode node) {
        return switch (kind) {
            case SERVICE -> within(text(node, "serviceName"), cluster(node));
            case CLUSTER -> text(node, "clusterName");
            case CAPACITY_PROVIDER, SECRET -> text(node, "Name");
            case LOAD_BALANCER -> either(node, "LoadBalancerName", "Name");
            case TARGET_GROUP -> either(node, "TargetGroupName", "Name");
            case ALARM -> text(node, "AlarmName");
            case EVENT_RULE -> within(text(node, "Name"), orDefault(text(node, "EventBusName")));
            case SCHEDULE -> within(text(node, "Name"), orDefault(text(node, "GroupName")));
            case SCALABLE_TARGET -> within(text(node, "ResourceId"), text(node, "ScalableDimension"));
            case SCALING_POLICY -> within(text(node, "PolicyName"), text(node, "ResourceId"));
            case SCHEDULED_ACTION -> within(text(node, "ScheduledActionName"), text(node, "ResourceId"));
            case SECURITY_GROUP -> within(text(node, "GroupName"), text(node, "VpcId"));
            default -> "";
        };
    }

    private static String within(String name, String scope) {
        return name.isEmpty() ? "" : name + "\n" + scope;
    }

    private static String cluster(MappingNode service) {
        return orDefault(Arns.name(text(service, "cluster")));
    }

    private static String orDefault(String name) {
        return name.isEmpty() ? "default" : name;
    }

    private static String either(MappingNode node, String first, String second) {
        String text = text(node, first);
        return text.isEmpty() ? text(node, second) : text;
    }

    private static String text(MappingNode node, String member) {
        String text = ResourceParts.text(node, member);
        return text == null ? "" : text;
    }

    /** What identifies or names a resource, for telling whether a file's name speaks of it. */
    static List<String> names(Resource<MappingNode> resource) {
        List<String> names = new ArrayList<>();
        for (String member : resource.kind().naming()) {
            String text = text(resource.node(), member);
            if (!text.isEmpty()) {
                names.add(Arns.name(text));
            }
        }
        return names;
    }
}
