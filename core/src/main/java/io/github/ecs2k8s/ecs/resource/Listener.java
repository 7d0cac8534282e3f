package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Listener of a load balancer: a port, its certificates and what it does where no rule applies
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Listener.html).
 */
@WithBuilder
public record Listener(
        @Nullable String listenerArn,
        @Nullable String loadBalancerArn,
        @Nullable Integer port,
        @Nullable String protocol,
        List<Certificate> certificates,
        @Nullable String sslPolicy,
        List<ListenerAction> defaultActions,
        List<String> alpnPolicy,
        @Nullable MutualAuthentication mutualAuthentication,
        List<Tag> tags,
        List<Attribute> listenerAttributes) {

    public Listener {
        certificates = Copies.of(certificates);
        defaultActions = Copies.of(defaultActions);
        alpnPolicy = Copies.of(alpnPolicy);
        tags = Copies.of(tags);
        listenerAttributes = Copies.of(listenerAttributes);
    }

    /** TLS certificate of a listener. */
    public record Certificate(
            @Nullable String certificateArn, @Nullable Boolean isDefault) {}

    /** How a listener checks the certificates of clients. */
    public record MutualAuthentication(
            @Nullable String mode,
            @Nullable String trustStoreArn,
            @Nullable Boolean ignoreClientCertificateExpiry,
            @Nullable String trustStoreAssociationStatus,
            @Nullable String advertiseTrustStoreCaNames) {}
}
