package io.github.ecs2k8s.internal.rooms.health;

import io.github.ecs2k8s.context.tokubernetes.ContainerToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecs.model.HealthCheck;

/** The numbers of an ECS health check: defaults where they are absent or zero, findings where ECS would refuse them. */
final class HealthTimings {
    // Beyond this a number is a mistake, and sums of several would overflow.
    private static final int MOST = 1_000_000;

    private HealthTimings() {}

    /** Whether any number is given; console skeletons hold zeros. */
    static boolean isGiven(HealthCheck check) {
        return isGiven(check.interval())
                || isGiven(check.timeout())
                || isGiven(check.retries())
                || isGiven(check.startPeriod());
    }

    private static boolean isGiven(@Nullable Integer value) {
        return value != null && value != 0;
    }

    /** The timings of a health check, in seconds. */
    static Probes read(HealthCheck check, ContainerToKubernetes context) {
        Probes otherwise = Probes.DEFAULT;
        return new Probes(
                read("interval", check.interval(), otherwise.interval(), 5, 300, context),
                read("timeout", check.timeout(), otherwise.timeout(), 2, 60, context),
                read("retries", check.retries(), otherwise.retries(), 1, 10, context),
                read("startPeriod", check.startPeriod(), otherwise.startPeriod(), 0, 300, context));
    }

    private static int read(
            String field, @Nullable Integer value, int otherwise, int least, int most, ContainerToKubernetes context) {
        if (value == null || value == 0) {
            return otherwise;
        }
        if (value < 0 || value > MOST) {
            context.at("healthCheck", field)
                    .report(
                            FindingCode.INVALID_VALUE,
                            field + " " + value + " is no time ECS knows; " + otherwise + " is written");
            return otherwise;
        }
        if (value < least || value > most) {
            context.at("healthCheck", field)
                    .report(
                            FindingCode.OUT_OF_RANGE,
                            "ECS takes " + field + " from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    /** A health check with these timings; what ECS assumes anyway is left out. */
    static HealthCheck write(List<String> command, Probes probes) {
        Probes otherwise = Probes.DEFAULT;
        return HealthCheck.builder()
                .command(command)
                .interval(unless(otherwise.interval(), probes.interval()))
                .timeout(unless(otherwise.timeout(), probes.timeout()))
                .retries(unless(otherwise.retries(), probes.retries()))
                .startPeriod(unless(otherwise.startPeriod(), probes.startPeriod()))
                .build();
    }

    private static @Nullable Integer unless(int otherwise, int value) {
        return value == otherwise ? null : value;
    }
}
