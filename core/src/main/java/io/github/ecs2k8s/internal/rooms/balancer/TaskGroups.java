package io.github.ecs2k8s.internal.rooms.balancer;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import io.github.ecs2k8s.ecs.resource.SecurityGroup;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.IpPermission;
import io.github.ecs2k8s.ecs.resource.SecurityGroup.UserIdGroupPair;
import io.github.ecs2k8s.ecs.resource.SecurityGroupBuilder;
import io.github.ecs2k8s.ecs.resource.SecurityGroupIpPermissionBuilder;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRule;
import io.github.ecs2k8s.ecs.resource.SecurityGroupRuleBuilder;
import io.github.ecs2k8s.ecs.resource.SecurityGroupUserIdGroupPairBuilder;
import io.github.ecs2k8s.internal.rooms.balancer.model.BalancerDraft;
import io.github.ecs2k8s.internal.rooms.balancer.target.OpenedPort;
import io.github.ecs2k8s.internal.rooms.balancer.target.ServiceTargetGroups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AwsVpcConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

/**
 * The pods' network, in which everybody reaches everybody → one security group for all tasks that have none of their own,
 * whose members reach each other, and which load balancers reach on the ports of their targets.
 *
 * <p>Without it tasks would be in the default group of the VPC, which lets no load balancer in. What already has groups
 * keeps them, and a rule for the load balancer is added to the first
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html).
 */
final class TaskGroups {
    private static final String SUBNETS = "${SubnetIds}";

    private final BundleToEcs context;
    /** Group of a load balancer and port, to protocol and port of the targets behind it. */
    private final Map<String, IpPermission> common = new LinkedHashMap<>();

    private final String id;
    private final String reference;

    private TaskGroups(BundleToEcs context) {
        this.context = context;
        this.id = context.logicalId("tasks", "SecurityGroup");
        this.reference = "${" + id + ".GroupId}";
    }

    /**
     * Opens the tasks behind load balancers to them.
     *
     * @param balancers each with its security groups
     */
    static void write(Map<BalancerDraft, List<String>> balancers, ServiceTargetGroups book) {
        if (!balancers.isEmpty()) {
            new TaskGroups(book.context()).open(balancers, book);
        }
    }

    private void open(Map<BalancerDraft, List<String>> balancers, ServiceTargetGroups book) {
        balancers.forEach((balancer, groups) -> {
            for (OpenedPort port : book.opened(balancer)) {
                if (isAwsvpc(port.workload())) {
                    open(port, groups.get(0));
                }
            }
        });
        boolean any = false;
        for (LaunchToEcs workload : context.workloads()) {
            if (isAwsvpc(workload) && own(workload) == null) {
                join(workload);
                any = true;
            }
        }
        if (any) {
            context.add(ResourceKind.SECURITY_GROUP, group(), id);
        }
    }

    private void open(OpenedPort opened, String balancerGroup) {
        String own = own(opened.workload());
        String protocol = opened.protocol();
        int port = opened.port();
        String key = own + " " + balancerGroup + " " + protocol + " " + port;
        if (own == null) {
            common.putIfAbsent(key, permission(protocol, port, balancerGroup));
        } else if (common.put(key, permission(protocol, port, balancerGroup)) == null) {
            SecurityGroupRule rule = rule(own, protocol, port, balancerGroup);
            context.add(
                    ResourceKind.SECURITY_GROUP_RULE,
                    rule,
                    context.logicalId(opened.workload().name(), "LoadBalancerIngress"));
        }
    }

    private static IpPermission permission(String protocol, int port, String group) {
        return SecurityGroupIpPermissionBuilder.builder()
                .ipProtocol(protocol)
                .fromPort(port)
                .toPort(port)
                .userIdGroupPairs(List.of(pair(group)))
                .build();
    }

    private static UserIdGroupPair pair(String group) {
        return SecurityGroupUserIdGroupPairBuilder.builder().groupId(group).build();
    }

    private static SecurityGroupRule rule(String group, String protocol, int port, String source) {
        return SecurityGroupRuleBuilder.builder()
                .groupId(group)
                .isEgress(false)
                .ipProtocol(protocol)
                .fromPort(port)
                .toPort(port)
                .sourceSecurityGroupId(source)
                .build();
    }

    private SecurityGroup group() {
        List<IpPermission> permissions = new ArrayList<>();
        permissions.add(SecurityGroupIpPermissionBuilder.builder()
                .ipProtocol("-1")
                .userIdGroupPairs(List.of(pair(reference)))
                .build());
        common.forEach((key, permission) -> {
            if (key.startsWith("null ")) {
                permissions.add(permission);
            }
        });
        return SecurityGroupBuilder.builder()
                .description("Tasks, which reach each other")
                .ipPermissions(permissions)
                .build();
    }

    private static boolean isAwsvpc(LaunchToEcs workload) {
        return workload.task().definition().networkMode() == NetworkMode.AWSVPC;
    }

    private static @Nullable NetworkConfiguration network(LaunchToEcs workload) {
        return workload.service() == null
                ? workload.runTask().build().networkConfiguration()
                : workload.service().build().networkConfiguration();
    }

    /** The first group of a workload that has groups, null otherwise. */
    private static @Nullable String own(LaunchToEcs workload) {
        NetworkConfiguration network = network(workload);
        AwsVpcConfiguration vpc = network == null ? null : network.awsvpcConfiguration();
        return vpc == null || vpc.securityGroups().isEmpty()
                ? null
                : vpc.securityGroups().get(0);
    }

    private void join(LaunchToEcs workload) {
        NetworkConfiguration network = network(workload);
        AwsVpcConfiguration before = network == null ? null : network.awsvpcConfiguration();
        AwsVpcConfiguration.Builder vpc = before == null ? AwsVpcConfiguration.builder() : before.toBuilder();
        if (before == null || before.subnets().isEmpty()) {
            vpc.subnets(SUBNETS);
        }
        NetworkConfiguration joined = NetworkConfiguration.builder()
                .awsvpcConfiguration(vpc.securityGroups(reference).build())
                .build();
        if (workload.service() == null) {
            workload.runTask().networkConfiguration(joined);
        } else {
            workload.service().networkConfiguration(joined);
        }
    }
}
