package io.github.ecs2k8s.internal.rooms.schedule;

import org.jspecify.annotations.Nullable;

/**
 * What a CronJob can say of a schedule.
 *
 * @param expression {@code spec.schedule}: five fields, 0 is Sunday
 * @param match how near it comes
 * @param note what differs, to go on a sentence with; null when nothing does
 */
public record CronSchedule(
        String expression, Match match, @Nullable String note) {

    /** How near five fields come to what AWS does. */
    public enum Match {
        /** The same times. */
        EXACT,
        /** The same interval; AWS counts it from a moment that the expression does not tell. */
        START_UNKNOWN,
        /** About as often, at intervals that are not all the same. */
        NEAREST,
        /** All times that AWS has, and others: not to be followed as it is. */
        SUPERSET,
        /** One moment, which comes again each year. */
        ONCE,
        /** The expression is none that AWS takes. */
        INVALID;

        /** Whether a CronJob that followed the schedule would start tasks that AWS does not. */
        boolean isSuspended() {
            return this == SUPERSET || this == ONCE || this == INVALID;
        }
    }

    static CronSchedule exact(String expression) {
        return new CronSchedule(expression, Match.EXACT, null);
    }

    /** A place holder at midnight, for what cannot be read. */
    static CronSchedule invalid(String why) {
        return new CronSchedule("0 0 * * *", Match.INVALID, why);
    }
}
