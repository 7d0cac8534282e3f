package io.github.ecs2k8s.internal.rooms.schedule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Schedules of CronJobs → schedule expressions of EventBridge: five fields, and the words that stand for some
 * ({@code @daily}, {@code @every 90m}).
 *
 * <p>The trap is a day of month together with a day of week: Kubernetes starts on each day that is one *or* the other, AWS
 * takes only one of the two, so two expressions say it
 * (https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#schedule-syntax,
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#cron-based).
 *
 * @param expressions what AWS takes; two where days of month and days of week count, none when the text is no schedule
 * @param zone the time zone that stands before the fields; null when there is none
 * @param note what differs or is wrong, to go on a sentence with; null when nothing is
 */
public record KubernetesSchedule(
        List<String> expressions,
        @Nullable String zone,
        @Nullable String note) {
    private static final int FIELDS = 5;
    private static final int MINUTE = 60;

    /** What AWS can say of a schedule; null is none. */
    public static KubernetesSchedule read(@Nullable String schedule) {
        String text = schedule == null ? "" : schedule.strip();
        String zone = null;
        int zoned = text.startsWith("TZ=") ? 3 : text.startsWith("CRON_TZ=") ? 8 : 0;
        if (zoned > 0) {
            int blank = text.indexOf(' ');
            zone = text.substring(zoned, blank < 0 ? text.length() : blank);
            text = blank < 0 ? "" : text.substring(blank).strip();
        }
        try {
            if (text.startsWith("@every ")) {
                return every(text.substring("@every ".length()).strip(), zone);
            }
            return new KubernetesSchedule(fields(text.startsWith("@") ? word(text) : text), zone, null);
        } catch (IllegalArgumentException e) {
            return new KubernetesSchedule(List.of(), zone, e.getMessage());
        }
    }

    private static String word(String text) {
        return switch (text) {
            case "@yearly", "@annually" -> "0 0 1 1 *";
            case "@monthly" -> "0 0 1 * *";
            case "@weekly" -> "0 0 * * 0";
            case "@daily", "@midnight" -> "0 0 * * *";
            case "@hourly" -> "0 * * * *";
            default -> throw new IllegalArgumentException("there is no " + text);
        };
    }

    /** Both count the interval from when the schedule was made; AWS counts in minutes. */
    private static KubernetesSchedule every(String interval, @Nullable String zone) {
        long seconds;
        try {
            seconds = Duration.parse("PT" + interval.toUpperCase(Locale.ROOT)).toSeconds();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + interval + "\" is no interval like 1h30m", e);
        }
        if (seconds <= 0) {
            throw new IllegalArgumentException("\"" + interval + "\" is no time at all");
        }
        long minutes = Math.max(1, (seconds + MINUTE - 1) / MINUTE);
        String note = minutes * MINUTE == seconds ? null : "since AWS has no seconds";
        return new KubernetesSchedule(List.of(rate(minutes)), zone, note);
    }

    private static String rate(long minutes) {
        if (minutes % (24 * MINUTE) == 0) {
            return "rate(" + units(minutes / (24 * MINUTE), "day") + ")";
        }
        return "rate(" + (minutes % MINUTE == 0 ? units(minutes / MINUTE, "hour") : units(minutes, "minute")) + ")";
    }

    private static String units(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    private static List<String> fields(String text) {
        String[] fields = words(text);
        if (fields.length != FIELDS) {
            throw new IllegalArgumentException("it has " + fields.length + " fields, and " + FIELDS + " are needed");
        }
        String time = KubernetesField.MINUTE.read(fields[0]).text() + " "
                + KubernetesField.HOUR.read(fields[1]).text() + " ";
        KubernetesField.Values days = KubernetesField.DAY_OF_MONTH.read(fields[2]);
        KubernetesField.Values week = KubernetesField.DAY_OF_WEEK.read(fields[4]);
        String month = " " + KubernetesField.MONTH.read(fields[3]).text() + " ";
        String ofMonth = "cron(" + time + days.text() + month + "? *)";
        String ofWeek = "cron(" + time + "?" + month + KubernetesField.daysOfWeek(week.bits()) + " *)";
        if (days.any() && week.any() || !days.any() && !week.any() && (days.all() || week.all())) {
            // One of the two alone is every day, and a day need only be one of the two.
            return List.of("cron(" + time + "*" + month + "? *)");
        } else if (days.any()) {
            return week.all() ? List.of("cron(" + time + "*" + month + "? *)") : List.of(ofWeek);
        }
        return week.any() ? List.of(ofMonth) : List.of(ofMonth, ofWeek);
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split("\\s+");
    }
}
