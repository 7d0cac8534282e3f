package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * AWS Cloud Map service: the name under which tasks are found
 * (https://docs.aws.amazon.com/cloud-map/latest/api/API_Service.html).
 */
@WithBuilder
public record CloudMapService(
        @Nullable String id,
        @Nullable String arn,
        @Nullable String resourceOwner,
        @Nullable String name,
        @Nullable String namespaceId,
        @Nullable String description,
        @Nullable Integer instanceCount,
        @Nullable DnsConfig dnsConfig,
        @Nullable String type,
        @Nullable HealthCheckConfig healthCheckConfig,
        @Nullable HealthCheckCustomConfig healthCheckCustomConfig,
        @Nullable String createDate,
        @Nullable String createdByAccount,
        List<Tag> tags,
        Map<String, String> serviceAttributes) {

    public CloudMapService {
        tags = Copies.of(tags);
        serviceAttributes = Copies.of(serviceAttributes);
    }

    /** DNS records that are made for each instance of a service. */
    public record DnsConfig(
            @Nullable String namespaceId, @Nullable String routingPolicy, List<DnsRecord> dnsRecords) {

        public DnsConfig {
            dnsRecords = Copies.of(dnsRecords);
        }
    }

    /** DNS record and how many seconds it may be remembered. */
    public record DnsRecord(
            @Nullable String type, @ApiName("TTL") @Nullable Long ttl) {}

    /** Route 53 health check, in public namespaces. */
    public record HealthCheckConfig(
            @Nullable String type,
            @Nullable String resourcePath,
            @Nullable Integer failureThreshold) {}

    /** Health that ECS itself reports. */
    public record HealthCheckCustomConfig(@Nullable Integer failureThreshold) {}
}
