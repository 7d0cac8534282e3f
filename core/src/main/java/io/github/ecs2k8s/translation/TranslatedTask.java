package io.github.ecs2k8s.translation;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import java.util.List;

/**
 * One task definition with what it became.
 *
 * @param source the task definition
 * @param workload the object that runs it
 * @param placements where each container definition stands, in the order of the task definition
 */
public record TranslatedTask(TaskDefinitionSource source, HasMetadata workload, List<Placement> placements) {}
