package io.github.ecs2k8s.internal.rooms.scaling;

import io.github.ecs2k8s.ecs.resource.ScheduledAction;
import io.github.ecs2k8s.ecs.resource.ScheduledAction.ScalableTargetAction;
import io.github.ecs2k8s.finding.FindingCode;
import io.github.ecs2k8s.internal.rooms.schedule.AwsSchedule;
import io.github.ecs2k8s.internal.rooms.schedule.CronSchedule;
import io.github.ecs2k8s.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Scheduled actions → cron triggers. An action changes the limits from a moment on, a trigger holds a number of Pods
 * between two moments; so each action lasts until the next one of the same days
 * (https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-scheduled-scaling.html,
 * https://keda.sh/docs/latest/scalers/cron/).
 */
final class ScheduledCapacity {
    private static final String LIMITS = "ScalableTargetAction";
    private static final int MINUTES = 60;

    private final ScalingPlan plan;
    private final List<Change> changes = new ArrayList<>();

    /**
     * A change of the limits that comes again and again.
     *
     * @param cron five fields
     * @param place where the action stands
     */
    private record Change(
            @Nullable String name,
            String cron,
            String timezone,
            @Nullable Integer minimum,
            @Nullable Integer maximum,
            Node place) {

        private String[] fields() {
            return cron.split(" ", -1);
        }

        /** Minutes since midnight, -1 where it is not once a day. */
        private int time() {
            String[] fields = fields();
            int minute = number(fields[0]);
            int hour = number(fields[1]);
            return minute < 0 || hour < 0 ? -1 : hour * MINUTES + minute;
        }

        private static int number(String field) {
            boolean digits = !field.isEmpty() && field.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits && field.length() < 3 ? Integer.parseInt(field) : -1;
        }

        /** The days on which it takes place. */
        private String days() {
            String[] fields = fields();
            return fields[2] + " " + fields[3] + " " + fields[4];
        }
    }

    ScheduledCapacity(ScalingPlan plan) {
        this.plan = plan;
    }

    /** Takes one action. */
    void add(ScheduledAction action, Node place) {
        ScalableTargetAction limits = action.scalableTargetAction();
        String schedule = action.schedule();
        if (schedule == null || limits == null) {
            plan.remark(FindingCode.MISSING_FIELD, "an action needs a schedule and limits", null, place);
            return;
        }
        if (!plan.hasKeda()) {
            plan.remark(
                    FindingCode.SCALING_NEEDS_KEDA,
                    "a HorizontalPodAutoscaler knows no times; the scheduled action is left out",
                    "with KEDA in the cluster: --addon keda; or a CronJob that runs kubectl patch hpa "
                            + plan.launch().name(),
                    place);
            return;
        }
        CronSchedule cron = AwsSchedule.read(schedule);
        if (cron.match() != CronSchedule.Match.EXACT || !schedule.strip().startsWith("cron")) {
            plan.remark(
                    FindingCode.SCALING_SCHEDULE,
                    schedule.strip().startsWith("rate")
                            ? "an interval is no time of the day; the action is left out"
                            : "a trigger needs times that five fields of cron can say"
                                    + (cron.note() == null ? "" : ": " + cron.note()) + "; the action is left out",
                    "set minReplicaCount and maxReplicaCount by hand at that time",
                    place);
            return;
        }
        if (action.startTime() != null || action.endTime() != null) {
            plan.remark(
                    FindingCode.SCALING_SCHEDULE,
                    "a trigger has no first and no last day; StartTime and EndTime are not written",
                    "add the trigger and take it away by hand",
                    place);
        }
        String timezone = action.timezone() == null ? "Etc/UTC" : action.timezone();
        changes.add(new Change(
                action.scheduledActionName(),
                cron.expression(),
                timezone,
                limits.minCapacity(),
                limits.maxCapacity(),
                place));
    }

    /** Whether any action was taken. */
    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The lowest number of tasks at any time. */
    int minimum(int otherwise) {
        int lowest = otherwise;
        for (Change change : changes) {
            lowest = Math.min(lowest, change.minimum() == null ? otherwise : change.minimum());
        }
        return Math.max(0, lowest);
    }

    /** The highest number of tasks at any time. */
    int maximum(int otherwise) {
        int highest = otherwise;
        for (Change change : changes) {
            highest = Math.max(highest, change.maximum() == null ? otherwise : change.maximum());
        }
        return highest;
    }

    /** The triggers, for a workload that has at least so many Pods anyway. */
    void write(int minimum) {
        for (Change change : changes) {
            if (change.maximum() != null) {
                plan.remark(
                        FindingCode.SCALING_SCHEDULE_LIMIT,
                        "a scaler has one maximum for all times: the highest",
                        null,
                        change.place(),
                        LIMITS,
                        "MaxCapacity");
            }
            plan.name(change.name());
            if (change.minimum() == null || change.minimum() <= minimum) {
                continue;
            }
            Change end = next(change);
            if (end == null) {
                plan.remark(
                        FindingCode.SCALING_SCHEDULE,
                        "no other action on the same days ends this one; it is left out",
                        "add a cron trigger with start " + change.cron() + " and an end",
                        change.place());
            } else {
                plan.add(new Trigger.Cron(change.timezone(), change.cron(), end.cron(), change.minimum()));
            }
        }
    }

    /** The change that comes next after one; null when it cannot be told. */
    private @Nullable Change next(Change change) {
        List<Change> others = new ArrayList<>();
        for (Change other : changes) {
            if (other != change
                    && other.minimum() != null
                    && !other.cron().equals(change.cron())
                    && Objects.equals(other.timezone(), change.timezone())) {
                others.add(other);
            }
        }
        Change next = null;
        for (Change other : others) {
            if (!alternate(change, other, others.size() == 1)) {
                return null;
            }
            if (next == null || distance(change, other) < distance(change, next)) {
                next = other;
            }
        }
        return next;
    }

    /** Whether one follows the other each time: on the same days, or each of two on one day of the week or month. */
    private static boolean alternate(Change one, Change other, boolean two) {
        if (one.time() < 0 || other.time() < 0) {
            return false;
        }
        String[] fields = one.fields();
        String[] others = other.fields();
        return one.days().equals(other.days())
                || two && fields[3].equals(others[3]) && (isOneDay(fields, others, 4) || isOneDay(fields, others, 2));
    }

    private static boolean isOneDay(String[] fields, String[] others, int field) {
        int free = field == 4 ? 2 : 4;
        return Change.number(fields[field]) >= 0
                && Change.number(others[field]) >= 0
                && fields[free].equals("*")
                && others[free].equals("*");
    }

    private static int distance(Change from, Change to) {
        int day = 24 * MINUTES;
        return Math.floorMod(to.time() - from.time(), day);
    }
}
