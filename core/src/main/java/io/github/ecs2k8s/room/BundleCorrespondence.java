package io.github.ecs2k8s.room;

import io.github.ecs2k8s.context.toecs.BundleToEcs;
import io.github.ecs2k8s.context.tokubernetes.BundleToKubernetes;

/** A room whose fields concern several workloads at once: load balancers, security groups, clusters. It comes last. */
public interface BundleCorrespondence extends Correspondence {

    /** Writes what it owns of everything that was read; {@link BundleToKubernetes#launches()} has the workloads. */
    void toKubernetes(BundleToKubernetes context);

    /** Writes what it owns of all manifests; {@link BundleToEcs#workloads()} has what the workloads become. */
    default void toEcs(BundleToEcs context) {}
}
