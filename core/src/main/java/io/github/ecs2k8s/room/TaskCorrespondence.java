package io.github.ecs2k8s.room;

import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.github.ecs2k8s.context.toecs.TaskToEcs;
import io.github.ecs2k8s.context.tokubernetes.TaskToKubernetes;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * A room with fields of the task definition ⇄ pod template itself, or whose container fields meet at the pod. It reaches
 * single containers through {@link TaskToKubernetes#containers()} and {@link TaskToEcs#containers()}.
 */
public interface TaskCorrespondence extends Correspondence {

    /** Writes what it owns of a task definition into a pod template. */
    void toKubernetes(TaskDefinition from, PodTemplateSpec to, TaskToKubernetes context);

    /** Writes what it owns of a pod template into a task definition. */
    void toEcs(PodTemplateSpec from, TaskDefinition.Builder to, TaskToEcs context);
}
