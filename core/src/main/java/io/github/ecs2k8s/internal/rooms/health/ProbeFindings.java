package io.github.ecs2k8s.internal.rooms.health;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.github.ecs2k8s.context.toecs.ContainerToEcs;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.command.ExpandedWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about the probes of a container that become one health check: which are not kept apart, and which
 * numbers of the others are not what was given.
 */
final class ProbeFindings {
    private static final int PERIOD_SECONDS = 10;
    private static final int TIMEOUT_SECONDS = 1;
    private static final int FAILURE_THRESHOLD = 3;

    private final Container from;
    private final Probe leading;
    private final Probes probes;
    private final ContainerToEcs context;

    /**
     * Findings about a health check that was written.
     *
     * @param leading the probe it was written from
     * @param probes the times it has
     */
    ProbeFindings(Container from, Probe leading, Probes probes, ContainerToEcs context) {
        this.from = from;
        this.leading = leading;
        this.probes = probes;
        this.context = context;
    }

    void say() {
        List<String> exec =
                leading.getExec() == null ? List.of() : leading.getExec().getCommand();
        boolean startup = context.isSidecar() ? context.delaysOthers() : probes.startPeriod() > 0;
        say("startupProbe", from.getStartupProbe(), startup ? probes.startup(exec) : null);
        say("livenessProbe", from.getLivenessProbe(), probes.liveness(exec, startup));
        say("readinessProbe", from.getReadinessProbe(), probes.readiness(exec));
        if (leading == from.getReadinessProbe()) {
            context.at("readinessProbe")
                    .report(
                            FindingCode.PROBE_REPLACES,
                            "ECS replaces a task whose health check fails; a readiness probe only keeps traffic away",
                            "check nothing that other tasks answer for, or leave it to the target group's health check");
        }
    }

    private void say(String field, @Nullable Probe given, @Nullable Probe back) {
        if (given == null) {
            return;
        }
        boolean sameQuestion = sameQuestion(given);
        boolean told = given == leading && leading.getExec() == null;
        if (back == null || !sameQuestion) {
            context.at(field)
                    .report(
                            FindingCode.PROBES_MERGED,
                            "ECS has one health check for all three probes; " + field + " is not kept apart",
                            field.equals("readinessProbe") ? "the target group's health check can ask it" : null);
            return;
        }
        if (given != leading && given.getExec() == null) {
            context.at(field).report(FindingCode.PROBES_MERGED, "the same health check asks what " + field + " asks");
        } else if (told || given.getExec() != null) {
            sayTimes(field, given, back);
        }
        if (given != leading && given.getExec() != null) {
            // For what it says; the command is the leading probe's.
            ExpandedWords.of(given.getExec().getCommand(), ExpandedWords.NO_SCRIPT, context, field, "exec", "command");
        }
        sayOthers(field, given);
    }

    private boolean sameQuestion(Probe given) {
        return given == leading
                || same(given.getExec(), leading.getExec())
                        && same(given.getHttpGet(), leading.getHttpGet())
                        && same(given.getTcpSocket(), leading.getTcpSocket())
                        && same(given.getGrpc(), leading.getGrpc());
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        return one == null ? other == null : one.equals(other);
    }

    private void sayTimes(String field, Probe given, Probe back) {
        String start = probes.startPeriod() > 0
                ? "failures count after a start period of " + probes.startPeriod() + " seconds"
                        + (probes.startPeriod() == Probes.MOST_START ? ", the longest there is" : "")
                : "the first check comes after one interval, " + probes.interval() + " seconds";
        sayTime(field, "initialDelaySeconds", given.getInitialDelaySeconds(), back.getInitialDelaySeconds(), 0, start);
        sayTime(
                field,
                "periodSeconds",
                given.getPeriodSeconds(),
                back.getPeriodSeconds(),
                PERIOD_SECONDS,
                "checked every " + probes.interval() + " seconds; ECS takes 5 to 300");
        sayTime(
                field,
                "timeoutSeconds",
                given.getTimeoutSeconds(),
                back.getTimeoutSeconds(),
                TIMEOUT_SECONDS,
                "an answer may take " + probes.timeout() + " seconds; ECS takes 2 to 60");
        sayTime(
                field,
                "failureThreshold",
                given.getFailureThreshold(),
                back.getFailureThreshold(),
                FAILURE_THRESHOLD,
                field.equals("startupProbe")
                        ? start
                        : "unhealthy after " + probes.retries() + " failures; ECS takes 1 to 10");
    }

    private void sayTime(
            String field,
            String member,
            @Nullable Integer given,
            @Nullable Integer back,
            int otherwise,
            String message) {
        int returned = back == null ? otherwise : back;
        if (given != null && given != returned) {
            context.at(field, member).report(FindingCode.PROBE_TIMING, message);
        }
    }

    private void sayOthers(String field, Probe given) {
        if (given.getSuccessThreshold() != null && given.getSuccessThreshold() > 1) {
            context.at(field, "successThreshold")
                    .report(
                            FindingCode.PROBE_TIMING,
                            "one success makes a container healthy again",
                            "the target group's healthyThresholdCount can ask for more");
        }
        if (given.getTerminationGracePeriodSeconds() != null) {
            context.at(field, "terminationGracePeriodSeconds")
                    .report(
                            FindingCode.PROBE_TIMING,
                            "an unhealthy task has as long to stop as any other: stopTimeout");
        }
    }
}
