package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Application, Network or Gateway Load Balancer
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancer.html).
 */
@WithBuilder
public record LoadBalancer(
        @Nullable String loadBalancerArn,
        @ApiName("DNSName") @Nullable String dnsName,
        @Nullable String canonicalHostedZoneId,
        @Nullable String createdTime,
        @Nullable String loadBalancerName,
        @Nullable String scheme,
        @Nullable String vpcId,
        @Nullable LoadBalancerState state,
        @Nullable String type,
        List<AvailabilityZone> availabilityZones,
        List<String> securityGroups,
        @Nullable String ipAddressType,
        @Nullable String customerOwnedIpv4Pool,
        @Nullable String enforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
        @Nullable String enablePrefixForIpv6SourceNat,
        @Nullable IpamPools ipamPools,
        @Nullable String name,
        List<String> subnets,
        List<SubnetMapping> subnetMappings,
        List<Tag> tags,
        @Nullable Boolean enableCapacityReservationProvisionStabilize,
        @Nullable String ipv4IpamPoolId,
        List<Attribute> loadBalancerAttributes,
        @Nullable MinimumLoadBalancerCapacity minimumLoadBalancerCapacity) {

    public LoadBalancer {
        availabilityZones = Copies.of(availabilityZones);
        securityGroups = Copies.of(securityGroups);
        subnets = Copies.of(subnets);
        subnetMappings = Copies.of(subnetMappings);
        tags = Copies.of(tags);
        loadBalancerAttributes = Copies.of(loadBalancerAttributes);
    }

    /** Whether a load balancer is provisioned, active or failed. */
    public record LoadBalancerState(
            @Nullable String code, @Nullable String reason) {}

    /** Availability Zone of a load balancer and the subnet it uses there. */
    public record AvailabilityZone(
            @Nullable String zoneName,
            @Nullable String subnetId,
            @Nullable String outpostId,
            List<LoadBalancerAddress> loadBalancerAddresses,
            List<String> sourceNatIpv6Prefixes) {

        public AvailabilityZone {
            loadBalancerAddresses = Copies.of(loadBalancerAddresses);
            sourceNatIpv6Prefixes = Copies.of(sourceNatIpv6Prefixes);
        }
    }

    /** Static address of a load balancer in a zone. */
    public record LoadBalancerAddress(
            @Nullable String ipAddress,
            @Nullable String allocationId,
            @Nullable String privateIPv4Address,
            @Nullable String iPv6Address) {}

    /** IPAM pools that addresses of a load balancer come from. */
    public record IpamPools(@Nullable String ipv4IpamPoolId) {}

    /** Subnet of a load balancer with the address it has there. */
    public record SubnetMapping(
            @Nullable String subnetId,
            @Nullable String allocationId,
            @Nullable String privateIPv4Address,
            @Nullable String iPv6Address,
            @Nullable String sourceNatIpv6Prefix) {}

    /** Capacity units that are reserved for a load balancer. */
    public record MinimumLoadBalancerCapacity(@Nullable Integer capacityUnits) {}
}
