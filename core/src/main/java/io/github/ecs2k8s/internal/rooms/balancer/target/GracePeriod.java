package io.github.ecs2k8s.internal.rooms.balancer.target;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.github.ecs2k8s.finding.FindingCode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;

/**
 * The time the kubelet gives a container to start → {@code healthCheckGracePeriodSeconds} of the ECS service, during
 * which a failing target is not stopped
 * (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html).
 */
final class GracePeriod {
    private static final int PERIOD = 10;
    private static final int FAILURES = 3;

    private GracePeriod() {}

    /** Writes it into a service; the longest of several containers counts. */
    static void write(TargetRegistration registration, CreateServiceRequest.Builder service) {
        int grace = of(registration.container());
        Integer known = service.build().healthCheckGracePeriodSeconds();
        if (grace > (known == null ? 0 : known)) {
            service.healthCheckGracePeriodSeconds(grace);
        }
        Probe startup = registration.container().getStartupProbe();
        sayDelay("readinessProbe", registration.container().getReadinessProbe(), grace, registration);
        sayDelay("livenessProbe", registration.container().getLivenessProbe(), grace, registration);
        if (startup != null && startup.getExec() == null) {
            registration.find(
                    FindingCode.PROBES_MERGED,
                    "the load balancer asks one question; failures count after a grace period of " + grace + " seconds",
                    null,
                    "startupProbe");
        }
    }

    private static void sayDelay(String name, @Nullable Probe probe, int grace, TargetRegistration registration) {
        if (probe != null && probe.getExec() == null && delay(probe) > 0) {
            registration.find(
                    FindingCode.PROBE_TIMING,
                    "failures of the load balancer's checks count after a grace period of " + grace + " seconds",
                    null,
                    name,
                    "initialDelaySeconds");
        }
    }

    /** The seconds, 0 when failures count from the start. */
    static int of(Container container) {
        Probe startup = container.getStartupProbe();
        Probe leading =
                container.getReadinessProbe() == null ? container.getLivenessProbe() : container.getReadinessProbe();
        if (startup == null) {
            int delay = Math.max(delay(container.getReadinessProbe()), delay(container.getLivenessProbe()));
            return delay;
        }
        int period = or(startup.getPeriodSeconds(), PERIOD);
        int attempts = or(startup.getFailureThreshold(), FAILURES);
        int delay = delay(startup);
        // A delay shorter than a period stands for the part of the grace period that does not fill one.
        boolean whole = delay == 0 || delay >= period;
        long window = delay + (whole ? attempts : attempts - 1L) * period;
        long counted = leading == null
                ? 0
                : (long) Math.max(2, or(leading.getFailureThreshold(), FAILURES))
                        * or(leading.getPeriodSeconds(), PERIOD);
        return (int) Math.min(Math.max(0, window - counted), Integer.MAX_VALUE);
    }

    private static int delay(@Nullable Probe probe) {
        return probe == null ? 0 : or(probe.getInitialDelaySeconds(), 0);
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
