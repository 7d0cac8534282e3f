package io.github.ecs2k8s.internal.rooms.schedule;

import io.github.ecs2k8s.internal.rooms.schedule.CronSchedule.Match;

/**
 * {@code rate(5 minutes)} → five fields. Five fields start anew with every hour, day and month, so an interval is exact
 * only where it divides the hour or the day, or is a week; otherwise as many starts as AWS has on average are written
 * at the interval asked for, and what is left over goes to the end of the hour, day or month
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html#eb-rate-expressions).
 */
final class AwsRate {
    private static final int MINUTES_OF_HOUR = 60;
    private static final int HOURS_OF_DAY = 24;
    private static final int[] MONTHS = {1, 2, 3, 4, 6, 12};

    private AwsRate() {}

    /** What a CronJob can say of an interval: a number and its unit. */
    static CronSchedule read(String interval) {
        int blank = interval.indexOf(' ');
        int value = blank < 0 ? 0 : number(interval.substring(0, blank));
        if (value <= 0) {
            return CronSchedule.invalid("\"" + interval + "\" is no interval like 5 minutes");
        }
        return switch (interval.substring(blank).strip()) {
            case "minute", "minutes" -> minutes(value);
            case "hour", "hours" -> hours(value);
            case "day", "days" -> days(value);
            default -> CronSchedule.invalid("\"" + interval + "\" is neither in minutes nor in hours nor in days");
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static CronSchedule minutes(int interval) {
        if (interval % MINUTES_OF_HOUR == 0) {
            return hours(interval / MINUTES_OF_HOUR);
        }
        if (MINUTES_OF_HOUR % interval == 0) {
            return CronSchedule.exact(steps(interval) + " * * * *");
        }
        if (interval > MINUTES_OF_HOUR) {
            int hours = nearest(interval, MINUTES_OF_HOUR);
            return nearest("0 " + starts(0, hours, HOURS_OF_DAY) + " * * *", "with the minutes rounded to whole hours");
        }
        return nearest(starts(0, interval, MINUTES_OF_HOUR) + " * * * *", "which begins anew with every hour");
    }

    private static CronSchedule hours(int interval) {
        if (interval % HOURS_OF_DAY == 0) {
            return days(interval / HOURS_OF_DAY);
        }
        if (HOURS_OF_DAY % interval == 0) {
            return CronSchedule.exact("0 " + steps(interval) + " * * *");
        }
        if (interval > HOURS_OF_DAY) {
            return ofMonth(nearest(interval, HOURS_OF_DAY), "with the hours rounded to whole days");
        }
        return nearest("0 " + starts(0, interval, HOURS_OF_DAY) + " * * *", "which begins anew with every day");
    }

    private static CronSchedule days(int interval) {
        if (interval == 1) {
            return new CronSchedule("0 0 * * *", Match.START_UNKNOWN, "midnight");
        }
        if (interval == 7) {
            return new CronSchedule("0 0 * * 0", Match.START_UNKNOWN, "midnight on Sunday");
        }
        return ofMonth(interval, "which begins anew with every month");
    }

    /** Days counted within the month, or months counted within the year where less than one start falls into a month. */
    private static CronSchedule ofMonth(int days, String why) {
        if (days == 1 || days == 7) {
            return nearest(days == 1 ? "0 0 * * *" : "0 0 * * 0", why);
        }
        int perMonth = nearest(30, days);
        if (perMonth > 1) {
            return nearest("0 0 " + starts(1, days, 1 + days * perMonth) + " * *", why);
        }
        int months = nearest(days, 30);
        int chosen = 1;
        for (int candidate : MONTHS) {
            if (Math.abs(candidate - months) < Math.abs(chosen - months)) {
                chosen = candidate;
            }
        }
        String expression = chosen == 12 ? "0 0 1 1 *" : "0 0 1 " + steps(chosen) + " *";
        return nearest(expression, "with the days rounded to whole months");
    }

    private static CronSchedule nearest(String expression, String why) {
        return new CronSchedule(expression, Match.NEAREST, why);
    }

    /** A quotient rounded to the nearest whole number, at least 1. */
    private static int nearest(int dividend, int divisor) {
        return Math.max(1, (dividend + divisor / 2) / divisor);
    }

    private static String steps(int interval) {
        return interval == 1 ? "*" : "*/" + interval;
    }

    /** Every so many from a first one, as often as comes nearest to what fits before the end. */
    private static String starts(int first, int interval, int end) {
        int count = nearest(end - first, interval);
        int last = first + (count - 1) * interval;
        return switch (count) {
            case 1 -> String.valueOf(first);
            case 2 -> first + "," + last;
            default -> first + "-" + last + "/" + interval;
        };
    }
}
