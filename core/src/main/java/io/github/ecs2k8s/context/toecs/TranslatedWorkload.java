package io.github.ecs2k8s.context.toecs;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.kubernetes.LocatedObject;

/**
 * A Kubernetes workload with the task definition its pod template became.
 *
 * @param workload the object that runs the pods, as it was read
 * @param task the task definition, under its logical id
 */
public record TranslatedWorkload(LocatedObject workload, TaskDefinitionSource task) {}
