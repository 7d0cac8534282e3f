package io.github.ecs2k8s.correspondence.schedule;

import io.fabric8.kubernetes.api.model.batch.v1.CronJobSpec;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.source.MappingNode;
import io.github.ecs2k8s.translation.LaunchContext;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a rule or schedule starts its target → when a CronJob does. */
final class ScheduleTimes {
    private static final String EXPRESSION = "ScheduleExpression";
    private static final String ZONE = "ScheduleExpressionTimezone";
    private static final String UTC = "Etc/UTC";
    private static final List<String> STATES =
            List.of("ENABLED", "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS", "DISABLED");

    private ScheduleTimes() {}

    /** Writes schedule, time zone, and whether the CronJob is suspended. */
    static void write(ScheduledTarget target, CronJobSpec spec, LaunchContext context) {
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
        if (isDisabled(node, context) || suspended) {
            spec.setSuspend(true);
        }
    }

    private static void sayNoTime(MappingNode node, ScheduledTarget target, LaunchContext context) {
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

    private static void sayEventsToo(MappingNode node, LaunchContext context) {
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

    private static void say(String expression, CronSchedule schedule, MappingNode node, LaunchContext context) {
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
    private static String zone(MappingNode node, LaunchContext context) {
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

    private static boolean isDisabled(MappingNode node, LaunchContext context) {
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
            LaunchContext context,
            String member) {
        context.bundle().find(code, message, hint, node, member);
    }
}
