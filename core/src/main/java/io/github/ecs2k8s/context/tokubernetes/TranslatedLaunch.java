package io.github.ecs2k8s.context.tokubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import java.util.List;

/**
 * One launch of a task definition with what it became.
 *
 * @param launch what runs which task definition
 * @param workload the object that runs it
 * @param placements where each container definition stands, in the order of the task definition
 */
public record TranslatedLaunch(Launch launch, HasMetadata workload, List<Placement> placements) {

    /** The task definition. */
    public TaskDefinitionSource source() {
        return launch.source();
    }
}
