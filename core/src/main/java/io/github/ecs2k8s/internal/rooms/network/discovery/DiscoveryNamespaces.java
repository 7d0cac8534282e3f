package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.resource.CloudMapNamespace;
import io.github.ecs2k8s.ecs.resource.CloudMapNamespaceBuilder;
import io.github.ecs2k8s.ecs.resource.ResourceKind;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes Namespace → Cloud Map namespaces: an HTTP one of its name for Service Connect, and a private DNS one that ends
 * as names in the cluster do, so that {@code db.shop.svc.cluster.local} stays what it was
 * (https://docs.aws.amazon.com/cloud-map/latest/dg/working-with-namespaces.html).
 */
final class DiscoveryNamespaces {
    private DiscoveryNamespaces() {}

    /** What a service's Service Connect says of the namespace of a name. */
    static String reference(String name, BundleToEcs context) {
        return "${" + id(name, "HTTP", context) + ".Arn}";
    }

    /** The id that a Cloud Map service with DNS names says of its namespace, by what its names end in. */
    static String dnsReference(String end, BundleToEcs context) {
        return "${" + id(end, "DNS_PRIVATE", context) + "}";
    }

    /** What names of a namespace end in. */
    static String end(@Nullable String namespace) {
        return ReferencedHosts.space(namespace) + ".svc.cluster.local";
    }

    private static String id(String name, String type, BundleToEcs context) {
        return context.shared("Cloud Map namespace " + type + " " + name, () -> {
            CloudMapNamespace made =
                    CloudMapNamespaceBuilder.builder().name(name).type(type).build();
            String id = context.logicalId(name, "Namespace");
            context.add(ResourceKind.CLOUD_MAP_NAMESPACE, made, id);
            return id;
        });
    }
}
