package io.github.ecs2k8s.internal.rooms.network.discovery;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.ecs.resource.CloudMapNamespace;
import io.github.ecs2k8s.ecs.resource.CloudMapNamespaceBuilder;
import io.github.ecs2k8s.ecs.resource.Resource;
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
        return "${" + find(name, "HTTP", context).logicalId() + ".Arn}";
    }

    /** The id that a Cloud Map service with DNS names says of its namespace, by what its names end in. */
    static String dnsReference(String end, BundleToEcs context) {
        return "${" + find(end, "DNS_PRIVATE", context).logicalId() + "}";
    }

    /** What names of a namespace end in. */
    static String end(@Nullable String namespace) {
        return ReferencedHosts.space(namespace) + ".svc.cluster.local";
    }

    private static Resource<CloudMapNamespace> find(String name, String type, BundleToEcs context) {
        for (Resource<CloudMapNamespace> known : context.resources(CloudMapNamespace.class)) {
            if (name.equals(known.value().name()) && type.equals(known.value().type())) {
                return known;
            }
        }
        CloudMapNamespace made =
                CloudMapNamespaceBuilder.builder().name(name).type(type).build();
        return context.add(ResourceKind.CLOUD_MAP_NAMESPACE, made, context.logicalId(name, "Namespace"));
    }
}
