package io.github.ecs2k8s.internal.write;

import io.github.ecs2k8s.ecs.resource.ClusterCapacityProviderAssociations;
import io.github.ecs2k8s.ecs.resource.EcsParameters;
import io.github.ecs2k8s.ecs.resource.LogGroup;
import java.util.Set;

/**
 * The names that the AWS CLI takes in {@code --cli-input-json}. They are those of the models but for some members that
 * begin with a small letter among others that do not.
 */
public final class ApiNaming implements Naming {
    private static final Set<Class<?>> SMALL = Set.of(
            LogGroup.class,
            ClusterCapacityProviderAssociations.class,
            ClusterCapacityProviderAssociations.CapacityProviderStrategy.class,
            EcsParameters.NetworkConfiguration.class,
            EcsParameters.CapacityProviderStrategyItem.class,
            EcsParameters.PlacementConstraint.class,
            EcsParameters.PlacementStrategy.class);

    @Override
    public String of(Class<?> owner, String member) {
        return SMALL.contains(owner) ? Character.toLowerCase(member.charAt(0)) + member.substring(1) : member;
    }
}
