package io.github.ecs2k8s.internal.read;

import static java.util.Map.entry;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.source.Node;
import io.github.ecs2k8s.source.SequenceNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects and lists that commands of the AWS CLI print under a key that says what they are. */
final class ResourceLists {
    private static final Map<String, List<ResourceKind>> KINDS = Map.ofEntries(
            // ECS and Cloud Map both print {"services": …} or {"service": …}, in another case.
            entry("services", List.of(ResourceKind.SERVICE, ResourceKind.CLOUD_MAP_SERVICE)),
            entry("service", List.of(ResourceKind.SERVICE, ResourceKind.CLOUD_MAP_SERVICE)),
            entry("clusters", List.of(ResourceKind.CLUSTER)),
            entry("cluster", List.of(ResourceKind.CLUSTER)),
            entry("tasks", List.of(ResourceKind.TASK)),
            entry("capacityproviders", List.of(ResourceKind.CAPACITY_PROVIDER)),
            entry("capacityprovider", List.of(ResourceKind.CAPACITY_PROVIDER)),
            entry("loadbalancers", List.of(ResourceKind.LOAD_BALANCER)),
            entry("listeners", List.of(ResourceKind.LISTENER)),
            // ELB and EventBridge both print {"Rules": …}.
            entry("rules", List.of(ResourceKind.LISTENER_RULE, ResourceKind.EVENT_RULE)),
            entry("targetgroups", List.of(ResourceKind.TARGET_GROUP)),
            entry("scalabletargets", List.of(ResourceKind.SCALABLE_TARGET)),
            entry("scalingpolicies", List.of(ResourceKind.SCALING_POLICY)),
            entry("scheduledactions", List.of(ResourceKind.SCHEDULED_ACTION)),
            entry("metricalarms", List.of(ResourceKind.ALARM)),
            entry("namespaces", List.of(ResourceKind.CLOUD_MAP_NAMESPACE)),
            entry("namespace", List.of(ResourceKind.CLOUD_MAP_NAMESPACE)),
            entry("instances", List.of(ResourceKind.CLOUD_MAP_INSTANCE)),
            entry("instance", List.of(ResourceKind.CLOUD_MAP_INSTANCE)),
            entry("securitygroups", List.of(ResourceKind.SECURITY_GROUP)),
            entry("securitygrouprules", List.of(ResourceKind.SECURITY_GROUP_RULE)),
            entry("subnets", List.of(ResourceKind.SUBNET)),
            entry("subnet", List.of(ResourceKind.SUBNET)),
            entry("filesystems", List.of(ResourceKind.FILE_SYSTEM)),
            entry("accesspoints", List.of(ResourceKind.ACCESS_POINT)),
            entry("mounttargets", List.of(ResourceKind.MOUNT_TARGET)),
            entry("secretlist", List.of(ResourceKind.SECRET)),
            entry("loggroups", List.of(ResourceKind.LOG_GROUP)));

    private ResourceLists() {}

    /** The resources a member of an output may hold; null when the key says nothing, or the value is no object or list of them. */
    static @Nullable List<ResourceKind> kinds(MappingNode.Entry entry) {
        List<ResourceKind> kinds = KINDS.get(entry.key().toLowerCase(Locale.ROOT));
        return kinds != null && objects(entry.value()) ? kinds : null;
    }

    /** The kind of one object under such a member. */
    static ResourceKind kind(List<ResourceKind> kinds, MappingNode object) {
        return kinds.size() == 1 ? kinds.get(0) : ResourceForms.among(kinds, object);
    }

    private static boolean objects(Node value) {
        if (value instanceof SequenceNode list) {
            for (Node item : list.items()) {
                if (!(item instanceof MappingNode)) {
                    return false;
                }
            }
            return true;
        }
        return value instanceof MappingNode;
    }
}
