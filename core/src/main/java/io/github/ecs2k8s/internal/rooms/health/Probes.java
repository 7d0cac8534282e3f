package io.github.ecs2k8s.internal.rooms.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timings of one ECS health check ⇄ the timings of three probes, in seconds and counts.
 *
 * <p>Docker checks for the first time one interval after the start; failures count when their check began after the
 * start period; the container is unhealthy after {@code retries} failures in a row. The startup probe's window covers
 * exactly that: {@code startPeriod} in whole intervals, what does not divide as initial delay, and the retries. A
 * liveness probe without startup probe waits as long before its first check.
 *
 * @param startPeriod 0 when there is none
 */
record Probes(int interval, int timeout, int retries, int startPeriod) {
    /** What ECS assumes: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html. */
    static final Probes DEFAULT = new Probes(30, 5, 3, 0);

    /** Seconds; ECS takes no longer start period. */
    static final int MOST_START = 300;

    private static final int PERIOD_SECONDS = 10;
    private static final int TIMEOUT_SECONDS = 1;
    private static final int FAILURE_THRESHOLD = 3;

    /** A probe that must succeed once before the container counts as started. */
    Probe startup(List<String> command) {
        int periods = (startPeriod + interval - 1) / interval;
        Probe probe = probe(command, retries + periods);
        if (startPeriod == 0) {
            probe.setInitialDelaySeconds(interval);
        } else if (startPeriod % interval != 0) {
            probe.setInitialDelaySeconds(startPeriod % interval);
        }
        return probe;
    }

    /** A probe whose failure restarts the container. */
    Probe liveness(List<String> command, boolean afterStartup) {
        Probe probe = probe(command, retries);
        if (!afterStartup) {
            probe.setInitialDelaySeconds(startPeriod + interval);
        }
        return probe;
    }

    /** A probe whose failure keeps traffic away. */
    Probe readiness(List<String> command) {
        return probe(command, retries);
    }

    private Probe probe(List<String> command, int failureThreshold) {
        ExecAction exec = new ExecAction();
        exec.setCommand(command);
        Probe probe = new Probe();
        probe.setExec(exec);
        probe.setPeriodSeconds(interval);
        probe.setTimeoutSeconds(timeout);
        probe.setFailureThreshold(failureThreshold);
        return probe;
    }

    /** The probe that says most about a container: what restarts it, else what starts it, else what lets traffic in. */
    static @Nullable Probe leading(Container container) {
        if (container.getLivenessProbe() != null) {
            return container.getLivenessProbe();
        }
        return container.getStartupProbe() != null ? container.getStartupProbe() : container.getReadinessProbe();
    }

    /** The timings of a container's probes. */
    static Probes of(Container container, Probe leading) {
        int interval = or(leading.getPeriodSeconds(), PERIOD_SECONDS);
        int timeout = or(leading.getTimeoutSeconds(), TIMEOUT_SECONDS);
        Probe startup = container.getStartupProbe();
        if (startup == null) {
            int retries = or(leading.getFailureThreshold(), FAILURE_THRESHOLD);
            int delay = or(leading.getInitialDelaySeconds(), 0);
            return new Probes(interval, timeout, retries, Math.max(0, delay - interval));
        }
        int attempts = or(startup.getFailureThreshold(), FAILURE_THRESHOLD);
        int retries = startup == leading
                ? Math.min(attempts, FAILURE_THRESHOLD)
                : or(leading.getFailureThreshold(), FAILURE_THRESHOLD);
        return new Probes(interval, timeout, retries, startPeriod(startup, attempts, interval, retries));
    }

    private static int startPeriod(Probe startup, int attempts, int interval, int retries) {
        long period = or(startup.getPeriodSeconds(), PERIOD_SECONDS);
        long delay = or(startup.getInitialDelaySeconds(), 0);
        boolean divides = delay == 0 || delay >= period;
        long window = delay + (divides ? attempts : attempts - 1L) * period - (long) retries * interval;
        boolean none = attempts == retries && delay == interval;
        return none ? 0 : (int) Math.min(Math.max(0, window), Integer.MAX_VALUE);
    }

    /** The same within the bounds that ECS accepts. */
    Probes withinBounds() {
        return new Probes(
                Math.min(Math.max(interval, 5), 300),
                Math.min(Math.max(timeout, 2), 60),
                Math.min(Math.max(retries, 1), 10),
                Math.min(startPeriod, MOST_START));
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }
}
