package io.github.ecs2k8s.ecs.resource;

import io.github.ecs2k8s.ecs.record.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Capacity providers of a cluster and its default strategy, which templates write apart from the cluster
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-clustercapacityproviderassociations.html).
 */
public record ClusterCapacityProviderAssociations(
        List<String> capacityProviders,
        @Nullable String cluster,
        List<CapacityProviderStrategy> defaultCapacityProviderStrategy) {

    public ClusterCapacityProviderAssociations {
        capacityProviders = Copies.of(capacityProviders);
        defaultCapacityProviderStrategy = Copies.of(defaultCapacityProviderStrategy);
    }

    /** Capacity provider with its base and weight. */
    public record CapacityProviderStrategy(
            @Nullable Integer base,
            @Nullable String capacityProvider,
            @Nullable Integer weight) {}
}
