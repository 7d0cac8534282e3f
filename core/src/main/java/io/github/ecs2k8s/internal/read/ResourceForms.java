package io.github.ecs2k8s.internal.read;

import static io.github.ecs2k8s.ecs.resource.ResourceKind.ACCESS_POINT;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.ALARM;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.CAPACITY_PROVIDER;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.CAPACITY_PROVIDER_ASSOCIATIONS;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.CLOUD_MAP_INSTANCE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.CLOUD_MAP_NAMESPACE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.CLOUD_MAP_SERVICE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.CLUSTER;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.EVENT_RULE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.FILE_SYSTEM;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.LISTENER;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.LISTENER_RULE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.LOAD_BALANCER;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.LOG_GROUP;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.MOUNT_TARGET;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.RUN_TASK;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SCALABLE_TARGET;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SCALING_POLICY;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SCHEDULE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SCHEDULED_ACTION;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SECRET;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SECURITY_GROUP;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SECURITY_GROUP_RULE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SERVICE;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.SUBNET;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.TARGET_GROUP;
import static io.github.ecs2k8s.ecs.resource.ResourceKind.TASK;

import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.source.MappingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells by its members which kind of resource an object describes: inputs and outputs of the AWS CLI alike. */
final class ResourceForms {

    /** Members that, found together in one object, give a kind away. */
    private record Form(ResourceKind kind, List<String> members) {}

    /** The first that fits counts: what is more particular comes first. */
    private static final List<Form> FORMS = List.of(
            form(TASK, "taskArn", "lastStatus"),
            form(TASK, "taskArn", "taskDefinitionArn"),
            form(SERVICE, "serviceName"),
            form(SERVICE, "desiredCount"),
            form(SERVICE, "schedulingStrategy"),
            form(SERVICE, "deploymentConfiguration"),
            form(SERVICE, "deploymentController"),
            form(SERVICE, "serviceConnectConfiguration"),
            form(SERVICE, "serviceRegistries"),
            form(SERVICE, "healthCheckGracePeriodSeconds"),
            form(SERVICE, "serviceArn"),
            form(SERVICE, "service", "taskDefinition"),
            form(SERVICE, "service", "forceNewDeployment"),
            form(SERVICE, "service", "volumeConfigurations"),
            form(SERVICE, "taskDefinition", "loadBalancers"),
            form(RUN_TASK, "taskDefinition"),
            form(SERVICE, "networkConfiguration", "launchType"),
            form(SERVICE, "networkConfiguration", "capacityProviderStrategy"),
            form(CAPACITY_PROVIDER_ASSOCIATIONS, "defaultCapacityProviderStrategy", "cluster"),
            form(CAPACITY_PROVIDER, "capacityProviderArn"),
            form(CAPACITY_PROVIDER, "name", "autoScalingGroupProvider"),
            form(CAPACITY_PROVIDER, "name", "managedInstancesProvider"),
            form(CLUSTER, "clusterArn"),
            form(CLUSTER, "clusterName"),
            form(LISTENER_RULE, "RuleArn"),
            form(LISTENER_RULE, "Conditions", "Actions"),
            form(LISTENER, "DefaultActions"),
            form(LISTENER, "ListenerArn", "Protocol"),
            form(LISTENER, "ListenerArn", "Port"),
            form(LISTENER, "ListenerArn", "Certificates"),
            form(TARGET_GROUP, "TargetGroupName"),
            form(TARGET_GROUP, "TargetGroupArn"),
            form(TARGET_GROUP, "Name", "TargetType"),
            form(TARGET_GROUP, "Name", "Protocol"),
            form(TARGET_GROUP, "HealthCheckPath"),
            form(LOAD_BALANCER, "LoadBalancerName"),
            form(LOAD_BALANCER, "LoadBalancerArn"),
            form(LOAD_BALANCER, "Name", "Subnets"),
            form(LOAD_BALANCER, "Name", "SubnetMappings"),
            form(SCALING_POLICY, "PolicyName", "ResourceId"),
            form(SCALING_POLICY, "PolicyName", "PolicyType"),
            form(SCHEDULED_ACTION, "ScheduledActionName"),
            form(SCALABLE_TARGET, "ScalableDimension", "MaxCapacity"),
            form(SCALABLE_TARGET, "ScalableDimension", "MinCapacity"),
            form(ALARM, "AlarmName", "ComparisonOperator"),
            form(SCHEDULE, "FlexibleTimeWindow"),
            form(SCHEDULE, "ScheduleExpression", "Target"),
            form(EVENT_RULE, "ScheduleExpression"),
            form(EVENT_RULE, "EventPattern"),
            form(EVENT_RULE, "EventBusName", "State"),
            form(CLOUD_MAP_SERVICE, "DnsConfig"),
            form(CLOUD_MAP_SERVICE, "Name", "NamespaceId"),
            form(CLOUD_MAP_NAMESPACE, "Name", "Vpc"),
            form(CLOUD_MAP_NAMESPACE, "Name", "CreatorRequestId"),
            form(CLOUD_MAP_INSTANCE, "InstanceId", "Attributes"),
            form(SECURITY_GROUP_RULE, "SecurityGroupRuleId"),
            // Not by its permissions alone: the inputs that allow ingress and egress cannot be told apart.
            form(SECURITY_GROUP, "GroupId", "IpPermissionsEgress"),
            form(SECURITY_GROUP, "GroupName", "VpcId"),
            form(SECURITY_GROUP, "GroupName", "Description"),
            form(ACCESS_POINT, "AccessPointId"),
            form(ACCESS_POINT, "FileSystemId", "PosixUser"),
            form(ACCESS_POINT, "FileSystemId", "RootDirectory"),
            form(MOUNT_TARGET, "FileSystemId", "SubnetId"),
            form(FILE_SYSTEM, "FileSystemId", "ThroughputMode"),
            form(FILE_SYSTEM, "FileSystemId", "PerformanceMode"),
            form(FILE_SYSTEM, "PerformanceMode", "ThroughputMode"),
            form(SUBNET, "SubnetId", "CidrBlock"),
            form(SUBNET, "VpcId", "CidrBlock", "AvailabilityZone"),
            form(SECRET, "ARN", "VersionIdsToStages"),
            form(SECRET, "ARN", "SecretString"),
            form(SECRET, "Name", "SecretString"),
            form(SECRET, "ARN", "VersionId"),
            form(LOG_GROUP, "logGroupName"));

    private ResourceForms() {}

    private static Form form(ResourceKind kind, String... members) {
        return new Form(kind, List.of(members));
    }

    /** What an object describes; null when nothing in it tells. */
    static @Nullable ResourceKind of(MappingNode object) {
        for (Form form : FORMS) {
            if (fits(form, object)) {
                return form.kind();
            }
        }
        return byArn(object);
    }

    /** Some outputs have nothing but a name that others have too, and an ARN. */
    private static @Nullable ResourceKind byArn(MappingNode object) {
        String arn = ResourceParts.text(object, "Arn");
        if (arn == null || !arn.startsWith("arn:")) {
            return null;
        }
        if (arn.contains(":servicediscovery:")) {
            return arn.contains(":namespace/") ? CLOUD_MAP_NAMESPACE : CLOUD_MAP_SERVICE;
        }
        if (arn.contains(":secretsmanager:")) {
            return SECRET;
        }
        return arn.contains(":events:") && arn.contains(":rule/") ? EVENT_RULE : null;
    }

    /** Which of several kinds an object describes: the last where nothing in it tells. */
    static ResourceKind among(List<ResourceKind> kinds, MappingNode object) {
        for (Form form : FORMS) {
            if (kinds.contains(form.kind()) && fits(form, object)) {
                return form.kind();
            }
        }
        return kinds.get(kinds.size() - 1);
    }

    private static boolean fits(Form form, MappingNode object) {
        for (String member : form.members()) {
            if (Recognition.member(object, member) == null) {
                return false;
            }
        }
        return true;
    }
}
