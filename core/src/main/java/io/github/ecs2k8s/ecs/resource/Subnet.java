package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** EC2 subnet (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Subnet.html). */
public record Subnet(
        @Nullable String availabilityZoneId,
        @Nullable Integer enableLniAtDeviceIndex,
        @Nullable Boolean mapCustomerOwnedIpOnLaunch,
        @Nullable String customerOwnedIpv4Pool,
        @Nullable String ownerId,
        @Nullable Boolean assignIpv6AddressOnCreation,
        List<SubnetIpv6CidrBlockAssociation> ipv6CidrBlockAssociationSet,
        List<Tag> tags,
        @Nullable String subnetArn,
        @Nullable String outpostArn,
        @Nullable Boolean enableDns64,
        @Nullable Boolean ipv6Native,
        @Nullable Node privateDnsNameOptionsOnLaunch,
        @Nullable Node blockPublicAccessStates,
        @Nullable String type,
        @Nullable String subnetId,
        @Nullable String state,
        @Nullable String vpcId,
        @Nullable String cidrBlock,
        @Nullable Integer availableIpAddressCount,
        @Nullable String availabilityZone,
        @Nullable Boolean defaultForAz,
        @Nullable Boolean mapPublicIpOnLaunch,
        @Nullable String ipv4IpamPoolId,
        @Nullable Integer ipv4NetmaskLength,
        @Nullable String ipv6CidrBlock,
        @Nullable String ipv6IpamPoolId,
        @Nullable Integer ipv6NetmaskLength) {

    public Subnet {
        ipv6CidrBlockAssociationSet = Copies.of(ipv6CidrBlockAssociationSet);
        tags = Copies.of(tags);
    }

    /** IPv6 block of a subnet. */
    public record SubnetIpv6CidrBlockAssociation(
            @Nullable String associationId,
            @Nullable String ipv6CidrBlock,
            @Nullable SubnetCidrBlockState ipv6CidrBlockState,
            @Nullable String ipv6AddressAttribute,
            @Nullable String ipSource) {}

    /** Whether an IPv6 block belongs to a subnet already. */
    public record SubnetCidrBlockState(
            @Nullable String state, @Nullable String statusMessage) {}
}
