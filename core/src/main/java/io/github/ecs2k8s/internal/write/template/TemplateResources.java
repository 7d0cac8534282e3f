package io.github.ecs2k8s.internal.write.template;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.internal.write.DiscoveryParts;
import io.github.ecs2k8s.internal.write.Part;
import io.github.ecs2k8s.internal.write.PartKind;
import io.github.ecs2k8s.internal.write.Parts;
import io.github.ecs2k8s.internal.write.PlainTrees;
import io.github.ecs2k8s.internal.write.ServiceParts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a bundle as the resources of a template, with the properties each type has. */
final class TemplateResources {
    private final Parts parts;
    private final List<TemplateResource> all = new ArrayList<>();

    TemplateResources(Parts parts) {
        this.parts = parts;
    }

    List<TemplateResource> all() {
        BalancerResources balancers = new BalancerResources(parts, all);
        SecurityGroupResources groups = new SecurityGroupResources(parts, all);
        for (Part part : parts.all()) {
            switch (part.kind()) {
                case SECURITY_GROUP -> groups.group(part);
                case SECURITY_GROUP_RULE -> groups.rule(part);
                case LOAD_BALANCER, TARGET_GROUP, LISTENER, LISTENER_RULE -> balancers.add(part);
                case TASK_DEFINITION ->
                    add(
                            part,
                            "Family TaskRoleArn ExecutionRoleArn NetworkMode RequiresCompatibilities Cpu Memory"
                                    + " RuntimePlatform EphemeralStorage PidMode IpcMode ProxyConfiguration"
                                    + " InferenceAccelerators PlacementConstraints EnableFaultInjection"
                                    + " ContainerDefinitions Volumes Tags");
                case SERVICE -> service(part, balancers);
                case CLUSTER, CAPACITY_PROVIDER, CAPACITY_PROVIDER_ASSOCIATIONS -> cluster(part);
                case CLOUD_MAP_NAMESPACE, CLOUD_MAP_SERVICE, CLOUD_MAP_INSTANCE -> discovery(part);
                case FILE_SYSTEM, MOUNT_TARGET, ACCESS_POINT, LOG_GROUP, SECRET -> store(part);
                case ROLE, STARTER_ROLE ->
                    all.add(new TemplateResource(part.logicalId(), "AWS::IAM::Role", part.members()));
                case SCALABLE_TARGET, SCALING_POLICY, ALARM -> new ScalingResources(parts, all).add(part);
                case EVENT_RULE, SCHEDULE -> start(part);
                case SCHEDULED_ACTION, RUN_TASK -> {
                    // The first is a property of its scalable target; a task that is run once is no resource.
                }
            }
        }
        return all;
    }

    private Map<String, Object> add(Part part, String properties) {
        Map<String, Object> picked = PlainTrees.pick(part.members(), properties);
        all.add(new TemplateResource(part.logicalId(), type(part.kind()), picked));
        return picked;
    }

    /** The type of a part; the first where one kind has several. */
    static String type(PartKind kind) {
        return kind == PartKind.TASK_DEFINITION
                ? "AWS::ECS::TaskDefinition"
                : ResourceKind.valueOf(kind.name()).templateTypes().get(0);
    }

    private void service(Part part, BalancerResources balancers) {
        Map<String, Object> properties = new LinkedHashMap<>(part.members());
        properties.remove("ClientToken");
        ServiceParts.clean(properties);
        // To propagate none is what leaving it out says, and the only way to say it here.
        properties.remove("PropagateTags", "NONE");
        for (Object hook : PlainTrees.list(PlainTrees.map(properties, "DeploymentConfiguration"), "LifecycleHooks")) {
            // Members that only the API has.
            PlainTrees.map(hook)
                    .keySet()
                    .removeIf(key -> key.equals("TargetType") || key.equals("TimeoutConfiguration"));
        }
        all.add(new TemplateResource(part.logicalId(), type(PartKind.SERVICE), balancers.forwarding(part), properties));
    }

    private void cluster(Part part) {
        switch (part.kind()) {
            case CLUSTER ->
                add(
                        part,
                        "ClusterName ClusterSettings Configuration CapacityProviders"
                                + " DefaultCapacityProviderStrategy ServiceConnectDefaults Tags");
            case CAPACITY_PROVIDER ->
                add(part, "Name ClusterName AutoScalingGroupProvider ManagedInstancesProvider Tags");
            default -> {
                Map<String, Object> properties = add(part, "Cluster CapacityProviders DefaultCapacityProviderStrategy");
                properties.putIfAbsent("DefaultCapacityProviderStrategy", List.of());
            }
        }
    }

    private void discovery(Part part) {
        switch (part.kind()) {
            case CLOUD_MAP_NAMESPACE -> namespace(part);
            case CLOUD_MAP_SERVICE ->
                all.add(new TemplateResource(
                        part.logicalId(), type(part.kind()), DiscoveryParts.service(part, " ServiceAttributes")));
            default -> {
                Map<String, Object> properties = add(part, "ServiceId InstanceId Attributes");
                PlainTrees.rename(properties, "Attributes", "InstanceAttributes");
                properties.putIfAbsent("InstanceAttributes", Map.of());
            }
        }
    }

    private void namespace(Part part) {
        String type = part.text("Type");
        boolean http = "HTTP".equals(type);
        boolean open = "DNS_PUBLIC".equals(type);
        Map<String, Object> properties =
                PlainTrees.pick(part.members(), http || open ? "Name Description Tags" : "Name Vpc Description Tags");
        properties.putIfAbsent("Name", part.name());
        Map<String, Object> authority = DiscoveryParts.properties(part);
        if (!http && !authority.isEmpty()) {
            properties.put("Properties", authority);
        }
        if (!http && !open) {
            properties.putIfAbsent("Vpc", "${VpcId}");
        }
        String name = http ? "HttpNamespace" : open ? "PublicDnsNamespace" : "PrivateDnsNamespace";
        all.add(new TemplateResource(part.logicalId(), "AWS::ServiceDiscovery::" + name, properties));
    }

    private void store(Part part) {
        switch (part.kind()) {
            case FILE_SYSTEM -> {
                Map<String, Object> properties = add(
                        part,
                        "PerformanceMode ThroughputMode ProvisionedThroughputInMibps Encrypted KmsKeyId"
                                + " AvailabilityZoneName BackupPolicy LifecyclePolicies FileSystemPolicy Tags");
                PlainTrees.rename(properties, "Tags", "FileSystemTags");
                if (Boolean.TRUE.equals(part.members().get("Backup"))) {
                    properties.putIfAbsent("BackupPolicy", PlainTrees.of("Status", "ENABLED"));
                }
            }
            case ACCESS_POINT -> {
                Map<String, Object> properties = add(part, "FileSystemId PosixUser RootDirectory Tags");
                PlainTrees.rename(properties, "Tags", "AccessPointTags");
            }
            case MOUNT_TARGET -> {
                Map<String, Object> properties =
                        add(part, "FileSystemId SubnetId IpAddress Ipv6Address IpAddressType SecurityGroups");
                properties.putIfAbsent("SecurityGroups", List.of("${FileSystemSecurityGroupIds}"));
            }
            case SECRET -> add(part, "Name Description KmsKeyId ReplicaRegions Tags");
            default ->
                add(
                        part,
                        "LogGroupName RetentionInDays KmsKeyId LogGroupClass DataProtectionPolicy"
                                + " FieldIndexPolicies DeletionProtectionEnabled Tags");
        }
    }

    private void start(Part part) {
        if (part.kind() == PartKind.SCHEDULE) {
            Map<String, Object> properties = add(
                    part,
                    "Name GroupName Description ScheduleExpression ScheduleExpressionTimezone StartDate EndDate"
                            + " FlexibleTimeWindow State KmsKeyArn Target");
            properties.putIfAbsent("FlexibleTimeWindow", PlainTrees.of("Mode", "OFF"));
            return;
        }
        Map<String, Object> rule =
                add(part, "Name Description ScheduleExpression EventPattern State RoleArn EventBusName Targets Tags");
        for (Object target : PlainTrees.list(rule, "Targets")) {
            Map<String, Object> ecs = PlainTrees.map(PlainTrees.map(target), "EcsParameters");
            if (!ecs.isEmpty()) {
                PlainTrees.rename(ecs, "PlacementStrategy", "PlacementStrategies");
                PlainTrees.rename(ecs, "Tags", "TagList");
                Map<String, Object> network = PlainTrees.map(ecs, "NetworkConfiguration");
                if (!network.isEmpty()) {
                    PlainTrees.rename(network, "AwsvpcConfiguration", "AwsVpcConfiguration");
                }
            }
        }
    }
}
