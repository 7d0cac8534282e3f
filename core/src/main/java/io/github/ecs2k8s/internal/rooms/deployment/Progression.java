package io.github.ecs2k8s.internal.rooms.deployment;

import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.options.Addon;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentConfiguration;
import software.amazon.awssdk.services.ecs.model.DeploymentControllerType;
import software.amazon.awssdk.services.ecs.model.DeploymentStrategy;
import software.amazon.awssdk.services.ecs.model.SchedulingStrategy;

/** The way in which a service goes from one revision to the next; decided once for the rooms of this package. */
enum Progression {
    /** Task by task, inside two percentages. */
    ROLLING,
    /** All new tasks beside the old ones, then the traffic at once. */
    BLUE_GREEN,
    /** A part of the traffic first, then the rest. */
    CANARY,
    /** The traffic in equal parts. */
    LINEAR,
    /** As a deployment group of CodeDeploy says. */
    CODE_DEPLOY,
    /** As somebody else says who makes task sets. */
    EXTERNAL;

    static Progression of(CreateServiceRequest service) {
        if (service.schedulingStrategy() == SchedulingStrategy.DAEMON) {
            return ROLLING;
        }
        DeploymentControllerType controller = service.deploymentController() == null
                ? DeploymentControllerType.ECS
                : service.deploymentController().type();
        if (controller == DeploymentControllerType.CODE_DEPLOY) {
            return CODE_DEPLOY;
        } else if (controller == DeploymentControllerType.EXTERNAL) {
            return EXTERNAL;
        }
        DeploymentConfiguration configuration = service.deploymentConfiguration();
        DeploymentStrategy strategy = configuration == null ? null : configuration.strategy();
        if (strategy == null) {
            return ROLLING;
        }
        return switch (strategy) {
            case BLUE_GREEN -> BLUE_GREEN;
            case CANARY -> CANARY;
            case LINEAR -> LINEAR;
            default -> ROLLING;
        };
    }

    /** Whether the workload becomes a Rollout: the cluster has Argo Rollouts, and a Deployment cannot do the same. */
    static boolean isRollout(LaunchToKubernetes context) {
        CreateServiceRequest service = context.service();
        return service != null
                && service.schedulingStrategy() != SchedulingStrategy.DAEMON
                && context.target().has(Addon.ARGO_ROLLOUTS)
                && (of(service) != ROLLING || rollsBack(service.deploymentConfiguration()));
    }

    /** Whether a failed deployment is taken back without anybody asking. */
    static boolean rollsBack(@Nullable DeploymentConfiguration configuration) {
        return configuration != null
                && configuration.deploymentCircuitBreaker() != null
                && Boolean.TRUE.equals(configuration.deploymentCircuitBreaker().enable())
                && Boolean.TRUE.equals(configuration.deploymentCircuitBreaker().rollback());
    }
}
