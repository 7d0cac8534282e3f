package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AWS Cloud Map namespace: the domain that names of services belong to
 * (https://docs.aws.amazon.com/cloud-map/latest/api/API_Namespace.html).
 */
@WithBuilder
public record CloudMapNamespace(
        @Nullable String id,
        @Nullable String arn,
        @Nullable String resourceOwner,
        @Nullable String name,
        @Nullable String type,
        @Nullable String description,
        @Nullable Integer serviceCount,
        @Nullable Properties properties,
        @Nullable String createDate,
        @Nullable String vpc,
        List<Tag> tags) {

    public CloudMapNamespace {
        tags = Copies.of(tags);
    }

    /** Properties of a namespace, by its type. */
    public record Properties(
            @Nullable DnsProperties dnsProperties, @Nullable HttpProperties httpProperties) {}

    /** Hosted zone of a DNS namespace. */
    public record DnsProperties(
            @Nullable String hostedZoneId,
            @ApiName("SOA") @Nullable StartOfAuthority soa) {}

    /** Start of authority of a hosted zone. */
    public record StartOfAuthority(@ApiName("TTL") @Nullable Long ttl) {}

    /** Name of an HTTP namespace. */
    public record HttpProperties(@Nullable String httpName) {}
}
