package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * EC2 security group: who may reach the tasks that carry it, and whom they may reach
 * (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroup.html).
 */
@WithBuilder
public record SecurityGroup(
        @Nullable String groupId,
        List<IpPermission> ipPermissionsEgress,
        List<Tag> tags,
        @Nullable String vpcId,
        @Nullable String securityGroupArn,
        @Nullable String ownerId,
        @Nullable String groupName,
        @ApiName(also = "GroupDescription") @Nullable String description,
        List<IpPermission> ipPermissions,
        List<SecurityGroupRule> securityGroupEgress,
        List<SecurityGroupRule> securityGroupIngress) {

    public SecurityGroup {
        ipPermissionsEgress = Copies.of(ipPermissionsEgress);
        tags = Copies.of(tags);
        ipPermissions = Copies.of(ipPermissions);
        securityGroupEgress = Copies.of(securityGroupEgress);
        securityGroupIngress = Copies.of(securityGroupIngress);
    }

    /** Protocol and ports that are open to groups, addresses and prefix lists. */
    @WithBuilder
    public record IpPermission(
            @Nullable String ipProtocol,
            @Nullable Integer fromPort,
            @Nullable Integer toPort,
            List<UserIdGroupPair> userIdGroupPairs,
            List<IpRange> ipRanges,
            List<Ipv6Range> ipv6Ranges,
            List<PrefixListId> prefixListIds) {

        public IpPermission {
            userIdGroupPairs = Copies.of(userIdGroupPairs);
            ipRanges = Copies.of(ipRanges);
            ipv6Ranges = Copies.of(ipv6Ranges);
            prefixListIds = Copies.of(prefixListIds);
        }
    }

    /** Security group at the other end. */
    @WithBuilder
    public record UserIdGroupPair(
            @Nullable String description,
            @Nullable String userId,
            @Nullable String groupName,
            @Nullable String groupId,
            @Nullable String vpcId,
            @Nullable String vpcPeeringConnectionId,
            @Nullable String peeringStatus) {}

    /** IPv4 block at the other end. */
    public record IpRange(
            @Nullable String description, @Nullable String cidrIp) {}

    /** IPv6 block at the other end. */
    public record Ipv6Range(
            @Nullable String description, @Nullable String cidrIpv6) {}

    /** Prefix list at the other end. */
    public record PrefixListId(
            @Nullable String description, @Nullable String prefixListId) {}
}
