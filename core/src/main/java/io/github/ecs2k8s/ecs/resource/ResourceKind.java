package io.github.ecs2k8s.ecs.resource;

import java.util.List;
import software.amazon.awssdk.services.ecs.model.CapacityProvider;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.Task;

/** The kinds of AWS resources that can surround a task definition, each with its model and how others refer to it. */
public enum ResourceKind {
    SERVICE(
            "service",
            CreateServiceRequest.class,
            List.of("AWS::ECS::Service"),
            List.of("serviceArn", "serviceName"),
            "aws ecs describe-services --cluster CLUSTER --services "),
    CLUSTER(
            "cluster",
            Cluster.class,
            List.of("AWS::ECS::Cluster"),
            List.of("clusterArn", "clusterName"),
            "aws ecs describe-clusters --include SETTINGS CONFIGURATIONS TAGS --clusters "),
    CAPACITY_PROVIDER(
            "capacityProvider",
            CapacityProvider.class,
            List.of("AWS::ECS::CapacityProvider"),
            List.of("capacityProviderArn", "name"),
            "aws ecs describe-capacity-providers --capacity-providers "),
    TASK("task", Task.class, List.of(), List.of("taskArn"), "aws ecs describe-tasks --cluster CLUSTER --tasks "),
    RUN_TASK("runTask", RunTaskRequest.class, List.of(), List.of(), "the input of aws ecs run-task for "),
    CAPACITY_PROVIDER_ASSOCIATIONS(
            "capacityProviderAssociations",
            ClusterCapacityProviderAssociations.class,
            List.of("AWS::ECS::ClusterCapacityProviderAssociations"),
            List.of(),
            "aws ecs describe-clusters --clusters "),
    LOAD_BALANCER(
            "loadBalancer",
            LoadBalancer.class,
            List.of("AWS::ElasticLoadBalancingV2::LoadBalancer"),
            List.of("LoadBalancerArn", "LoadBalancerName", "Name"),
            "aws elbv2 describe-load-balancers --load-balancer-arns "),
    LISTENER(
            "listener",
            Listener.class,
            List.of("AWS::ElasticLoadBalancingV2::Listener"),
            List.of("ListenerArn"),
            "aws elbv2 describe-listeners --listener-arns "),
    LISTENER_RULE(
            "listenerRule",
            ListenerRule.class,
            List.of("AWS::ElasticLoadBalancingV2::ListenerRule"),
            List.of("RuleArn"),
            "aws elbv2 describe-rules --rule-arns "),
    TARGET_GROUP(
            "targetGroup",
            TargetGroup.class,
            List.of("AWS::ElasticLoadBalancingV2::TargetGroup"),
            List.of("TargetGroupArn", "TargetGroupName", "Name"),
            "aws elbv2 describe-target-groups --target-group-arns "),
    SCALABLE_TARGET(
            "scalableTarget",
            ScalableTarget.class,
            List.of("AWS::ApplicationAutoScaling::ScalableTarget"),
            List.of("ScalableTargetARN"),
            "aws application-autoscaling describe-scalable-targets --service-namespace ecs --resource-ids "),
    SCALING_POLICY(
            "scalingPolicy",
            ScalingPolicy.class,
            List.of("AWS::ApplicationAutoScaling::ScalingPolicy"),
            List.of("PolicyARN", "PolicyName"),
            "aws application-autoscaling describe-scaling-policies --service-namespace ecs --policy-names "),
    SCHEDULED_ACTION(
            "scheduledAction",
            ScheduledAction.class,
            List.of(),
            List.of("ScheduledActionARN", "ScheduledActionName"),
            "aws application-autoscaling describe-scheduled-actions --service-namespace ecs --scheduled-action-names "),
    ALARM(
            "alarm",
            Alarm.class,
            List.of("AWS::CloudWatch::Alarm"),
            List.of("AlarmArn", "AlarmName"),
            "aws cloudwatch describe-alarms --alarm-names "),
    CLOUD_MAP_NAMESPACE(
            "cloudMapNamespace",
            CloudMapNamespace.class,
            List.of(
                    "AWS::ServiceDiscovery::PrivateDnsNamespace",
                    "AWS::ServiceDiscovery::PublicDnsNamespace",
                    "AWS::ServiceDiscovery::HttpNamespace"),
            List.of("Arn", "Id", "Name"),
            "aws servicediscovery get-namespace --id "),
    CLOUD_MAP_SERVICE(
            "cloudMapService",
            CloudMapService.class,
            List.of("AWS::ServiceDiscovery::Service"),
            List.of("Arn", "Id", "Name"),
            "aws servicediscovery get-service --id "),
    CLOUD_MAP_INSTANCE(
            "cloudMapInstance",
            CloudMapInstance.class,
            List.of("AWS::ServiceDiscovery::Instance"),
            List.of("InstanceId"),
            "aws servicediscovery list-instances --service-id "),
    SECURITY_GROUP(
            "securityGroup",
            SecurityGroup.class,
            List.of("AWS::EC2::SecurityGroup"),
            List.of("GroupId", "GroupName"),
            "aws ec2 describe-security-groups --group-ids "),
    SECURITY_GROUP_RULE(
            "securityGroupRule",
            SecurityGroupRule.class,
            List.of("AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"),
            List.of("SecurityGroupRuleId"),
            "aws ec2 describe-security-group-rules --security-group-rule-ids "),
    SUBNET(
            "subnet",
            Subnet.class,
            List.of("AWS::EC2::Subnet"),
            List.of("SubnetId"),
            "aws ec2 describe-subnets --subnet-ids "),
    EVENT_RULE(
            "eventRule",
            EventRule.class,
            List.of("AWS::Events::Rule"),
            List.of("Arn", "Name"),
            "aws events describe-rule --name "),
    SCHEDULE(
            "schedule",
            Schedule.class,
            List.of("AWS::Scheduler::Schedule"),
            List.of("Arn", "Name"),
            "aws scheduler get-schedule --name "),
    FILE_SYSTEM(
            "fileSystem",
            FileSystem.class,
            List.of("AWS::EFS::FileSystem"),
            List.of("FileSystemArn", "FileSystemId"),
            "aws efs describe-file-systems --file-system-id "),
    ACCESS_POINT(
            "accessPoint",
            AccessPoint.class,
            List.of("AWS::EFS::AccessPoint"),
            List.of("AccessPointArn", "AccessPointId"),
            "aws efs describe-access-points --access-point-id "),
    MOUNT_TARGET(
            "mountTarget",
            MountTarget.class,
            List.of("AWS::EFS::MountTarget"),
            List.of("MountTargetId"),
            "aws efs describe-mount-targets --mount-target-id "),
    SECRET(
            "secret",
            SecretDescription.class,
            List.of("AWS::SecretsManager::Secret"),
            List.of("ARN", "Name"),
            "aws secretsmanager describe-secret --secret-id "),
    LOG_GROUP(
            "logGroup",
            LogGroup.class,
            List.of("AWS::Logs::LogGroup"),
            List.of("Arn", "LogGroupName"),
            "aws logs describe-log-groups --log-group-name-prefix ");

    private final String prefix;
    private final Class<?> model;
    private final List<String> templateTypes;
    private final List<String> naming;
    private final String supply;

    ResourceKind(String prefix, Class<?> model, List<String> templateTypes, List<String> naming, String supply) {
        this.prefix = prefix;
        this.model = model;
        this.templateTypes = templateTypes;
        this.naming = naming;
        this.supply = supply;
    }

    /** What the paths of its fields begin with where a room owns them: {@code service} in {@code service.desiredCount}. */
    public String prefix() {
        return prefix;
    }

    /** The class of its values: one of the AWS SDK's, or a record of this package. */
    public Class<?> model() {
        return model;
    }

    /** The CloudFormation types that describe it. */
    public List<String> templateTypes() {
        return templateTypes;
    }

    /** The members whose values others may refer to it by: ARNs, ids, names. */
    public List<String> naming() {
        return naming;
    }

    /** The command whose output supplies one, up to where its name or ARN follows. */
    public String supply() {
        return supply;
    }

    /** What it is called in a sentence: {@code capacity provider}. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
