package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.resource.Arns;
import io.github.ecs2k8s.ecs.resource.LogicalNames;
import io.github.ecs2k8s.ecs.resource.Resource;
import io.github.ecs2k8s.kubernetes.Names;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.Cluster;

/** ECS cluster names → namespaces, known before anything is written into them. */
public final class ClusterNames {
    private static final String DEFAULT = "default";

    private ClusterNames() {}

    /** The namespace a launch belongs to: the one the caller chose, otherwise that of its cluster; null for none. */
    public static @Nullable String namespace(Launch launch, BundleToKubernetes bundle) {
        if (bundle.options().namespace() != null || launch.by() == null || launch.cluster() == null) {
            return bundle.options().namespace();
        }
        Resource<Cluster> cluster = bundle.resources()
                .find(Cluster.class, launch.cluster(), launch.by().node());
        if (cluster != null) {
            bundle.use(cluster);
            return namespace(cluster);
        }
        return namespace(launch.cluster());
    }

    /** The namespace of a cluster in the input; null for the default cluster. */
    public static @Nullable String namespace(Resource<Cluster> cluster) {
        String name = cluster.value().clusterName();
        if (name == null && cluster.value().clusterArn() != null) {
            name = Arns.name(cluster.value().clusterArn());
        }
        if (name != null) {
            // Null, too, where parameters without values are in the name.
            return namespace(name);
        }
        return cluster.logicalId() == null
                ? null
                : Names.dnsLabel(LogicalNames.of(cluster.logicalId(), cluster.node()));
    }

    /** The namespace of a cluster of which only the name or ARN is known; null for the default cluster. */
    private static @Nullable String namespace(String reference) {
        String name = Arns.name(reference);
        return name.isEmpty() || name.equals(DEFAULT) || name.contains("${") ? null : Names.dnsLabel(name);
    }
}
