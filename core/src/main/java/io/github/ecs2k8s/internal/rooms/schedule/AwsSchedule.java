package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.internal.rooms.schedule.CronSchedule.Match;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * Schedule expressions of EventBridge and EventBridge Scheduler → schedules of CronJobs: {@code cron(…)},
 * {@code rate(…)} and {@code at(…)}
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html,
 * https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax).
 */
public final class AwsSchedule {

    private AwsSchedule() {}

    /** What a CronJob can say of an expression; what is no expression at all is {@link Match#INVALID}. */
    public static CronSchedule read(String expression) {
        String text = expression.strip();
        int open = text.indexOf('(');
        if (open < 0 || !text.endsWith(")")) {
            return CronSchedule.invalid("it is none of cron(…), rate(…) and at(…)");
        }
        String body = text.substring(open + 1, text.length() - 1).strip();
        return switch (text.substring(0, open).strip()) {
            case "cron" -> AwsCron.read(body);
            case "rate" -> AwsRate.read(body);
            case "at" -> once(body);
            default -> CronSchedule.invalid("it is none of cron(…), rate(…) and at(…)");
        };
    }

    /** A moment becomes its minute, hour, day and month; five fields have no year. */
    private static CronSchedule once(String moment) {
        try {
            LocalDateTime time = LocalDateTime.parse(moment);
            String expression = time.getMinute() + " " + time.getHour() + " " + time.getDayOfMonth() + " "
                    + time.getMonthValue() + " *";
            return new CronSchedule(expression, Match.ONCE, "a CronJob cannot run only once");
        } catch (DateTimeException e) {
            return CronSchedule.invalid("\"" + moment + "\" is no date and time like 2030-12-31T23:59:00");
        }
    }
}
