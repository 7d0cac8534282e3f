package io.github.ecs2k8s.internal.rooms.schedule;

import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.github.ecs2k8s.context.toecs.LaunchToEcs;
import io.github.ecs2k8s.context.tokubernetes.LaunchToKubernetes;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a rule or schedule starts its target ⇄ when a CronJob starts its Job. */
final class ScheduleTimes {
    private static final String EXPRESSION = "ScheduleExpression";
    private static final String ZONE = "ScheduleExpressionTimezone";
    private static final String UTC = "Etc/UTC";

    /** Limits of MaximumEventAgeInSeconds. */
    private static final int SHORTEST_AGE = 60;

    private static final int LONGEST_AGE = 86_400;
    private static final List<String> STATES =
            List.of("ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", "DISABLED");

    private ScheduleTimes() {}

    /** Writes schedule, time zone, and whether the CronJob is suspended. */
    static void write(ScheduledTarget target, CronJobSpec spec, LaunchToKubernetes context) {
        MappingNode node = target.schedule().node();
        String expression = Nodes.text(node, EXPRESSION);
        boolean suspended;
        if (expression == null) {
            spec.setSchedule("0 0 * * *");
            sayNoTime(node, target, context);
            suspended = true;
        } else {
            CronSchedule schedule = AwsSchedule.read(expression);
            spec.setSchedule(schedule.expression());
            suspended = schedule.match().isSuspended();
            if (target.first()) {
                say(expression, schedule, node, context);
                sayEventsToo(node, context);
            }
        }
        spec.setTimeZone(zone(node, context));
        boolean disabled = isDisabled(node, context);
        if (disabled || suspended) {
            spec.setSuspend(true);
        }
        if (suspended && !disabled && target.first() && node.has("State")) {
            find(
                    FindingCode.SCHEDULE_SUSPENDED,
                    "the CronJob starts nothing by itself before spec.suspend is removed",
                    null,
                    node,
                    context,
                    "State");
        }
    }

    private static void sayNoTime(MappingNode node, ScheduledTarget target, LaunchToKubernetes context) {
        if (!target.first()) {
            return;
        }
        if (node.has("EventPattern")) {
            find(
                    FindingCode.EVENT_PATTERN,
                    "a CronJob cannot wait for events; it is written suspended",
                    "let Argo Events, Knative or a small listener on the event bus start it: kubectl create job --from=cronjob/"
                            + context.name(),
                    node,
                    context,
                    "EventPattern");
        } else {
            find(
                    FindingCode.SCHEDULE_INVALID,
                    "it does not say when to start; the CronJob is written suspended, at midnight",
                    "set spec.schedule and remove spec.suspend",
                    node,
                    context,
                    EXPRESSION);
        }
    }

    private static void sayEventsToo(MappingNode node, LaunchToKubernetes context) {
        if (node.has("EventPattern")) {
            find(
                    FindingCode.EVENT_PATTERN,
                    "the CronJob follows the schedule; it cannot wait for events as well",
                    "let Argo Events, Knative or a small listener on the event bus start it: kubectl create job --from=cronjob/"
                            + context.name(),
                    node,
                    context,
                    "EventPattern");
        }
    }

    private static void say(String expression, CronSchedule schedule, MappingNode node, LaunchToKubernetes context) {
        String written = "\"" + schedule.expression() + "\"";
        String remove = "remove spec.suspend of CronJob " + context.name();
        switch (schedule.match()) {
            case EXACT -> {}
            case START_UNKNOWN ->
                find(
                        FindingCode.SCHEDULE_START,
                        "AWS counts " + expression + " from when it was made; " + schedule.note() + " is written",
                        "set spec.schedule to the time of day it shall start at",
                        node,
                        context,
                        EXPRESSION);
            case NEAREST ->
                find(
                        FindingCode.SCHEDULE_NEAREST,
                        expression + " is written " + written + ", " + schedule.note(),
                        null,
                        node,
                        context,
                        EXPRESSION);
            case SUPERSET ->
                find(
                        FindingCode.SCHEDULE_SUPERSET,
                        "a CronJob's schedule has " + schedule.note() + "; " + written
                                + " starts more often, so it is written suspended",
                        "let the container end at once at the other times, then " + remove,
                        node,
                        context,
                        EXPRESSION);
            case ONCE ->
                find(
                        FindingCode.SCHEDULE_ONCE,
                        schedule.note() + "; " + written + " comes again each year, so it is written suspended",
                        "at that time: kubectl create job --from=cronjob/" + context.name() + " " + context.name()
                                + "-once",
                        node,
                        context,
                        EXPRESSION);
            case INVALID ->
                find(
                        FindingCode.SCHEDULE_INVALID,
                        "\"" + expression + "\" is no schedule: " + schedule.note()
                                + "; the CronJob is written suspended, at midnight",
                        "set spec.schedule, then " + remove,
                        node,
                        context,
                        EXPRESSION);
        }
    }

    /** Kubernetes refuses what is not in the time zone database. */
    private static String zone(MappingNode node, LaunchToKubernetes context) {
        String zone = Nodes.text(node, ZONE);
        if (zone == null || zone.equals("UTC")) {
            return UTC;
        }
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(zone)) {
            find(
                    FindingCode.INVALID_VALUE,
                    "\"" + zone + "\" is no time zone; UTC is written",
                    "take a name like Europe/Berlin",
                    node,
                    context,
                    ZONE);
            return UTC;
        }
        return zone;
    }

    private static boolean isDisabled(MappingNode node, LaunchToKubernetes context) {
        String state = Nodes.text(node, "State");
        if (state != null && !STATES.contains(state)) {
            find(
                    FindingCode.INVALID_VALUE,
                    "\"" + state + "\" is neither ENABLED nor DISABLED",
                    null,
                    node,
                    context,
                    "State");
        }
        return "DISABLED".equals(state);
    }

    private static void find(
            FindingCode code,
            String message,
            @Nullable String hint,
            MappingNode node,
            LaunchToKubernetes context,
            String member) {
        context.bundle().at(node, member).report(code, message, hint);
    }

    /** When a schedule starts its target, as AWS says it; at least one expression, a place holder for what is none. */
    static List<String> expressions(CronJobSpec spec, LaunchToEcs context) {
        String written = spec.getSchedule() == null ? "" : spec.getSchedule();
        KubernetesSchedule schedule = KubernetesSchedule.read(written);
        if (schedule.expressions().isEmpty()) {
            context.at("spec", "schedule")
                    .report(
                            FindingCode.SCHEDULE_INVALID,
                            "\"" + written + "\" is no schedule: " + schedule.note()
                                    + "; it is written disabled, at midnight",
                            "set ScheduleExpression, then State: ENABLED");
            return List.of("cron(0 0 * * ? *)");
        }
        if (schedule.note() != null) {
            context.at("spec", "schedule")
                    .report(
                            FindingCode.SCHEDULE_NEAREST,
                            "written " + schedule.expressions().get(0) + ", " + schedule.note());
        } else if (schedule.expressions().size() > 1) {
            context.at("spec", "schedule")
                    .report(
                            FindingCode.SCHEDULE_DAYS,
                            "AWS takes days of the month or of the week, so there are two schedules; on a day that is both, two"
                                    + " tasks start",
                            "leave one of the two fields open");
        }
        return schedule.expressions();
    }

    /** The time zone of a CronJob, which some write before the fields; null when it says none. */
    static @Nullable String zone(CronJobSpec spec) {
        return spec.getTimeZone() == null
                ? KubernetesSchedule.read(spec.getSchedule()).zone()
                : spec.getTimeZone();
    }

    /** How long EventBridge tries to start a task, in seconds; null when nothing is said. */
    static @Nullable Integer age(CronJobSpec spec) {
        Long seconds = spec.getStartingDeadlineSeconds();
        return seconds == null ? null : Integer.valueOf((int) Math.min(LONGEST_AGE, Math.max(SHORTEST_AGE, seconds)));
    }

    /** Says what EventBridge does not take of a CronJob. */
    static void say(CronJobSpec spec, LaunchToEcs context) {
        Integer age = age(spec);
        if (age != null && age.longValue() != spec.getStartingDeadlineSeconds()) {
            context.at("spec", "startingDeadlineSeconds")
                    .report(
                            FindingCode.SCHEDULE_AGE,
                            "EventBridge tries to start for " + SHORTEST_AGE + " to " + LONGEST_AGE + " s; " + age
                                    + " is written");
        }
        String policy = spec.getConcurrencyPolicy();
        if ("Forbid".equals(policy) || "Replace".equals(policy)) {
            context.at("spec", "concurrencyPolicy")
                    .report(
                            FindingCode.SCHEDULE_CONCURRENCY,
                            "a task starts also while the last one still runs"
                                    + (policy.equals("Replace") ? ", which nobody stops" : ""),
                            "let the schedule start a Step Functions state machine that calls ecs:ListTasks first, or let the task"
                                    + " take a lock");
        }
        sayHistory(spec.getSuccessfulJobsHistoryLimit(), 3, "successfulJobsHistoryLimit", context);
        sayHistory(spec.getFailedJobsHistoryLimit(), 1, "failedJobsHistoryLimit", context);
    }

    /** Three is also what is written for a schedule. */
    private static void sayHistory(@Nullable Integer limit, int usual, String field, LaunchToEcs context) {
        if (limit != null && limit != usual && limit != 3) {
            context.at("spec", field)
                    .report(
                            FindingCode.JOB_SETTING,
                            "ECS shows a stopped task for about an hour, whatever is asked for");
        }
    }
}
