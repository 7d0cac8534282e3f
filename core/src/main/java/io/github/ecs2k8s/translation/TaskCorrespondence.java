package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * A room with fields of the task definition ⇄ pod template itself, or whose container fields meet at the pod. It reaches
 * single containers through {@link TaskContext#containers()} and {@link PodContext#containers()}.
 */
public interface TaskCorrespondence extends Correspondence {

    /** Writes what it owns of a task definition into a pod template. */
    void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskContext context);

    /** Writes what it owns of a pod template into a task definition. */
    void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, PodContext context);
}
