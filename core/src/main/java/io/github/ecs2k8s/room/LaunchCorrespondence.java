package io.github.ecs2k8s.room;

import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;

/**
 * A room with fields of what runs a task definition (a service, a schedule's target, a task run by hand) ⇄ workload. It
 * comes after the rooms of the task definition: the pod template is finished, and may be completed.
 */
public interface LaunchCorrespondence extends Correspondence {

    /** Writes what it owns of a launch into its workload, or into objects beside it. */
    void toKubernetes(LaunchToKubernetes context);

    /** Writes what it owns of a workload, or of objects beside it, into what runs the task definition. */
    default void toEcs(LaunchToEcs context) {}
}
