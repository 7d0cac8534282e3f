package io.github.ecs2k8s.internal.rooms.deployment;

import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.AdvancedConfiguration;
import software.amazon.awssdk.services.ecs.model.CanaryConfiguration;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.DeploymentStrategy;
import software.amazon.awssdk.services.ecs.model.LinearConfiguration;
import software.amazon.awssdk.services.ecs.model.LoadBalancer;

/**
 * Whether ECS can move the traffic of a service as its strategy says. It refuses one whose load balancers have no second
 * target group, and moves parts of the traffic only through an application load balancer or Service Connect; such a service is
 * updated task by task
 * (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html).
 */
final class ShiftedTraffic {
    private ShiftedTraffic() {}

    /** Makes it a rolling update where ECS could not move the traffic; all load balancers must have been written. */
    static void check(LaunchToEcs workload, RolloutStrategy rollout, CreateServiceRequest.Builder service) {
        String why = refusal(service.build());
        if (why == null) {
            return;
        }
        UpdateSettings.add(
                service,
                settings -> settings.strategy(DeploymentStrategy.ROLLING)
                        .bakeTimeInMinutes(null)
                        .canaryConfiguration((CanaryConfiguration) null)
                        .linearConfiguration((LinearConfiguration) null));
        List<LoadBalancer> entries = new ArrayList<>();
        service.build()
                .loadBalancers()
                .forEach(entry -> entries.add(entry.toBuilder()
                        .advancedConfiguration((AdvancedConfiguration) null)
                        .build()));
        if (!entries.isEmpty()) {
            service.loadBalancers(entries);
        }
        workload.at("spec", "strategy", rollout.kind())
                .report(
                        FindingCode.ROLLOUT_STEPS,
                        why + "; its tasks are replaced one after the other",
                        "lead one rule of an application load balancer to it, or clients by Service Connect");
    }

    /** Why ECS cannot move the traffic, null when it can. */
    private static @Nullable String refusal(CreateServiceRequest service) {
        boolean parts = service.deploymentConfiguration().strategy() != DeploymentStrategy.BLUE_GREEN;
        boolean connected = service.serviceConnectConfiguration() != null
                && !service.serviceConnectConfiguration().services().isEmpty();
        if (parts && service.loadBalancers().isEmpty() && !connected) {
            return "nothing in the input leads traffic to it that ECS could move";
        }
        for (LoadBalancer entry : service.loadBalancers()) {
            if (entry.advancedConfiguration() == null) {
                return "no rule of a listener leads to all of its target groups";
            }
        }
        return null;
    }
}
