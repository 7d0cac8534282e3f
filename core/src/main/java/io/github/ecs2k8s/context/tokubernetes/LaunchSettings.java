package io.github.ecs2k8s.context.tokubernetes;

import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.NetworkConfiguration;
import software.amazon.awssdk.services.ecs.model.PlacementConstraint;
import software.amazon.awssdk.services.ecs.model.PlacementStrategy;
import software.amazon.awssdk.services.ecs.model.RunTaskRequest;
import software.amazon.awssdk.services.ecs.model.ServiceManagedEBSVolumeConfiguration;
import software.amazon.awssdk.services.ecs.model.TaskManagedEBSVolumeConfiguration;

/**
 * What a service and a task run by hand say in the same words. The members are spelled alike in both, so a finding's
 * path is the member's name.
 *
 * @param launchType EC2, FARGATE, EXTERNAL; null when not said
 * @param platformVersion of Fargate; null when not said
 */
@WithBuilder
public record LaunchSettings(
        @Nullable String launchType,
        @Nullable String platformVersion,
        @Nullable NetworkConfiguration networkConfiguration,
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        List<PlacementConstraint> placementConstraints,
        List<PlacementStrategy> placementStrategy,
        List<LaunchVolume> volumes,
        boolean executeCommand) {

    /**
     * One entry of {@code volumeConfigurations}; exactly one of the two is set unless the input has neither.
     *
     * @param name the volume's name in the task definition, null when missing
     */
    public record LaunchVolume(
            @Nullable String name,
            @Nullable ServiceManagedEBSVolumeConfiguration ofService,
            @Nullable TaskManagedEBSVolumeConfiguration ofTask) {}

    private static final LaunchSettings NONE =
            LaunchSettingsBuilder.builder().executeCommand(false).build();

    static LaunchSettings of(@Nullable Object value) {
        if (value instanceof CreateServiceRequest service) {
            return LaunchSettingsBuilder.builder()
                    .launchType(service.launchTypeAsString())
                    .platformVersion(service.platformVersion())
                    .networkConfiguration(service.networkConfiguration())
                    .capacityProviderStrategy(service.capacityProviderStrategy())
                    .placementConstraints(service.placementConstraints())
                    .placementStrategy(service.placementStrategy())
                    .volumes(service.volumeConfigurations().stream()
                            .map(volume -> new LaunchVolume(volume.name(), volume.managedEBSVolume(), null))
                            .toList())
                    .executeCommand(Boolean.TRUE.equals(service.enableExecuteCommand()))
                    .build();
        }
        if (value instanceof RunTaskRequest task) {
            return LaunchSettingsBuilder.builder()
                    .launchType(task.launchTypeAsString())
                    .platformVersion(task.platformVersion())
                    .networkConfiguration(task.networkConfiguration())
                    .capacityProviderStrategy(task.capacityProviderStrategy())
                    .placementConstraints(task.placementConstraints())
                    .placementStrategy(task.placementStrategy())
                    .volumes(task.volumeConfigurations().stream()
                            .map(volume -> new LaunchVolume(volume.name(), null, volume.managedEBSVolume()))
                            .toList())
                    .executeCommand(Boolean.TRUE.equals(task.enableExecuteCommand()))
                    .build();
        }
        return NONE;
    }
}
