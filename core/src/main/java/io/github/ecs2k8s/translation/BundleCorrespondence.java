package io.github.ecs2k8s.translation;

/** A room whose fields concern several workloads at once: load balancers, security groups, clusters. It comes last. */
public interface BundleCorrespondence extends Correspondence {

    /** Writes what it owns of everything that was read; {@link BundleContext#launches()} has the workloads. */
    void toKubernetes(BundleContext context);

    /** Writes what it owns of all manifests; {@link ManifestContext#workloads()} has what the workloads become. */
    default void toEcs(ManifestContext context) {}
}
