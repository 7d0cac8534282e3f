package io.github.ecs2k8s.internal.read;

import io.github.ecs2k8s.ecs.TaskDefinitionSource;
import io.github.ecs2k8s.finding.Findings;
import io.github.ecs2k8s.internal.terraform.TerraformResource;
import java.util.List;
import java.util.Map;

/** Resources of Terraform's AWS provider → task definitions and what surrounds them. */
final class TerraformResources {

    private TerraformResources() {}

    /**
     * Reads the resources of one configuration, plan or state; references between them resolve.
     *
     * @param configuration all resources and data sources of one root module and its children
     * @param taskDefinitions receives task definitions
     * @param resources receives what surrounds them
     * @param parameters receives the types of parameters by name
     * @param findings receives what is not translated, and placeholders that stay
     */
    static void read(
            List<TerraformResource> configuration,
            List<TaskDefinitionSource> taskDefinitions,
            ResourceGathering resources,
            Map<String, String> parameters,
            Findings findings) {}
}
