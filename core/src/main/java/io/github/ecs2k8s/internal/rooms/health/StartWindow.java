package io.github.ecs2k8s.internal.rooms.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * The time the kubelet gives a container to start ⇄ {@code startPeriod} of its health check, and beyond the 300 seconds that ECS
 * takes there, {@code healthCheckGracePeriodSeconds} of the service, which ignores failed checks of containers as well
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html).
 */
public final class StartWindow {
    private StartWindow() {}

    /**
     * The seconds for which a service has to ignore a container's health check, because its start period is too short.
     *
     * @param written what the container became
     * @return 0 where the start period covers the start, or ECS has no health check to ask
     */
    public static int beyondStartPeriod(Container container, ContainerDefinition written) {
        Probe leading = Probes.leading(container);
        if (leading == null || written.healthCheck() == null) {
            return 0;
        }
        Probes probes = Probes.of(container, leading);
        long whole = (long) probes.startPeriod() + (long) probes.retries() * probes.interval();
        return probes.startPeriod() <= Probes.MOST_START ? 0 : (int) Math.min(whole, Integer.MAX_VALUE);
    }
}
