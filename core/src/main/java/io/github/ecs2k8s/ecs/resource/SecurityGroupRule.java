package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rule of an EC2 security group that stands on its own, as the API describes it and as templates write it
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html).
 */
@WithBuilder
public record SecurityGroupRule(
        @Nullable String securityGroupRuleId,
        @Nullable String groupId,
        @Nullable String groupOwnerId,
        @Nullable Boolean isEgress,
        @Nullable String ipProtocol,
        @Nullable Integer fromPort,
        @Nullable Integer toPort,
        @ApiName(also = "CidrIp") @Nullable String cidrIpv4,
        @Nullable String cidrIpv6,
        @Nullable String prefixListId,
        @Nullable ReferencedSecurityGroup referencedGroupInfo,
        @Nullable String description,
        List<Tag> tags,
        @Nullable String securityGroupRuleArn,
        @Nullable String groupName,
        @Nullable String sourcePrefixListId,
        @Nullable String sourceSecurityGroupId,
        @Nullable String sourceSecurityGroupName,
        @Nullable String sourceSecurityGroupOwnerId,
        @Nullable String destinationPrefixListId,
        @Nullable String destinationSecurityGroupId) {

    public SecurityGroupRule {
        tags = Copies.of(tags);
    }

    /** Security group at the other end. */
    public record ReferencedSecurityGroup(
            @Nullable String groupId,
            @Nullable String peeringStatus,
            @Nullable String userId,
            @Nullable String vpcId,
            @Nullable String vpcPeeringConnectionId) {}
}
