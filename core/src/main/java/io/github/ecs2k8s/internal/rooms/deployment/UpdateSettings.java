package io.github.ecs2k8s.internal.rooms.deployment;

import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;

/** The deploymentConfiguration of a service being written, to which several rooms of this package add. */
final class UpdateSettings {
    private UpdateSettings() {}

    /** What is written of it so far, empty when nothing is. */
    static DeploymentConfiguration of(CreateServiceRequest.Builder service) {
        DeploymentConfiguration written = service.build().deploymentConfiguration();
        return written == null ? DeploymentConfiguration.builder().build() : written;
    }

    /** Adds to it. */
    static void add(CreateServiceRequest.Builder service, Consumer<DeploymentConfiguration.Builder> more) {
        DeploymentConfiguration.Builder settings = of(service).toBuilder();
        more.accept(settings);
        service.deploymentConfiguration(settings.build());
    }
}
