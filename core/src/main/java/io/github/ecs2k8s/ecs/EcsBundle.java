package io.github.ecs2k8s.ecs;

import io.github.ecs2k8s.ecs.resource.Resources;
import java.util.List;
import java.util.Map;

/**
 * Everything of one translation's ECS side: all inputs of one call are one bundle, and references between them resolve.
 *
 * @param taskDefinitions in the order they were read
 * @param resources what surrounds them: services, load balancers, schedules and the like
 * @param parameterTypes Parameter Store names (with their leading slash as written) to {@code String}, {@code
 *     StringList} or {@code SecureString}, from describe-parameters; never a value
 * @param environmentFiles contents of environment files given beside the input, by file name without its folder
 */
public record EcsBundle(
        List<TaskDefinitionSource> taskDefinitions,
        Resources resources,
        Map<String, String> parameterTypes,
        Map<String, String> environmentFiles) {

    /** A bundle of nothing but task definitions. */
    public static EcsBundle of(List<TaskDefinitionSource> taskDefinitions) {
        return new EcsBundle(taskDefinitions, Resources.NONE, Map.of(), Map.of());
    }

    /** Whether there is nothing in it to translate. */
    public boolean isEmpty() {
        return taskDefinitions.isEmpty() && resources.all().isEmpty();
    }
}
