package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.ApiName;
import io.github.ecs2k8s.ecs.record.Copies;
import io.github.ecs2k8s.ecs.record.WithBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How EventBridge and EventBridge Scheduler run tasks
 * (https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EcsParameters.html).
 */
@WithBuilder
public record EcsParameters(
        @Nullable String taskDefinitionArn,
        @Nullable Integer taskCount,
        @Nullable String launchType,
        @Nullable NetworkConfiguration networkConfiguration,
        @Nullable String platformVersion,
        @Nullable String group,
        List<CapacityProviderStrategyItem> capacityProviderStrategy,
        @Nullable Boolean enableECSManagedTags,
        @Nullable Boolean enableExecuteCommand,
        List<PlacementConstraint> placementConstraints,
        @ApiName(also = "PlacementStrategies") List<PlacementStrategy> placementStrategy,
        @Nullable String propagateTags,
        @Nullable String referenceId,
        @ApiName(also = "TagList") List<Tag> tags) {

    public EcsParameters {
        capacityProviderStrategy = Copies.of(capacityProviderStrategy);
        placementConstraints = Copies.of(placementConstraints);
        placementStrategy = Copies.of(placementStrategy);
        tags = Copies.of(tags);
    }

    /** Network of the tasks. */
    public record NetworkConfiguration(@Nullable AwsVpcConfiguration awsvpcConfiguration) {}

    /** Subnets and security groups of the tasks, and whether they get public addresses. */
    public record AwsVpcConfiguration(
            List<String> subnets,
            List<String> securityGroups,
            @Nullable String assignPublicIp) {

        public AwsVpcConfiguration {
            subnets = Copies.of(subnets);
            securityGroups = Copies.of(securityGroups);
        }
    }

    /** Capacity provider with its base and weight. */
    public record CapacityProviderStrategyItem(
            @Nullable String capacityProvider,
            @Nullable Integer weight,
            @Nullable Integer base) {}

    /** Where tasks may be placed. */
    public record PlacementConstraint(
            @Nullable String type, @Nullable String expression) {}

    /** Where tasks are placed by preference. */
    public record PlacementStrategy(
            @Nullable String type, @Nullable String field) {}
}
