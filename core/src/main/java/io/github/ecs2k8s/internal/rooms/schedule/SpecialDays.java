package io.github.ecs2k8s.internal.rooms.schedule;

import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.value.SpecialChar;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code L}, {@code W} and {@code #} in the day fields, which five fields do not have: days among which the one that is
 * meant surely is. The last day of months that are equally long, and the last day of the week, are exact.
 */
final class SpecialDays {
    private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int FEBRUARY = 2;
    private static final int SATURDAY = 7;

    private final int shortestMonth;
    private final int longestMonth;
    private @Nullable String note;

    /** For the months of the schedule, counted from 1. */
    SpecialDays(BitSet months) {
        int shortest = 31;
        int longest = 28;
        for (int month = months.nextSetBit(1); month > 0; month = months.nextSetBit(month + 1)) {
            longest = Math.max(longest, LONGEST[month - 1]);
            shortest = Math.min(shortest, month == FEBRUARY ? 28 : LONGEST[month - 1]);
        }
        shortestMonth = shortest;
        longestMonth = longest;
    }

    /** What five fields do not have of what was asked for, null when they have all. */
    @Nullable String note() {
        return note;
    }

    /** The day of month. */
    String ofMonth(FieldExpression field) {
        if (!hasSpecial(field)) {
            return CronField.of(field, 1, 31, 0).text();
        }
        StringBuilder text = new StringBuilder();
        for (FieldExpression item : items(field)) {
            text.append(text.length() == 0 ? "" : ",");
            text.append(
                    item instanceof On on && isSpecial(on)
                            ? dayOfMonth(on)
                            : CronField.of(item, 1, 31, 0).text());
        }
        return text.toString();
    }

    private String dayOfMonth(On day) {
        int value = day.getTime().getValue();
        switch (day.getSpecialChar().getValue()) {
            case L -> {
                int before = Math.max(0, day.getNth().getValue());
                if (shortestMonth != longestMonth) {
                    miss(day, "day of month");
                }
                return range(shortestMonth - before, longestMonth - before);
            }
            case LW -> {
                miss(day, "day of month");
                return range(shortestMonth - 2, longestMonth);
            }
            case W -> {
                miss(day, "day of month");
                // The first of a month moves forward to the third at most, the last one back by two days.
                return value == 1 ? "1-3" : range(value >= 28 ? value - 2 : value - 1, Math.min(31, value + 1));
            }
            default -> throw new IllegalArgumentException(day.asString() + " is no day of the month");
        }
    }

    /** The day of week; Kubernetes counts from 0. */
    String ofWeek(FieldExpression field) {
        if (!hasSpecial(field)) {
            return CronField.of(field, 1, SATURDAY, 1).text();
        }
        StringBuilder text = new StringBuilder();
        for (FieldExpression item : items(field)) {
            text.append(text.length() == 0 ? "" : ",");
            text.append(
                    item instanceof On on && isSpecial(on)
                            ? dayOfWeek(on)
                            : CronField.of(item, 1, SATURDAY, 1).text());
        }
        return text.toString();
    }

    private String dayOfWeek(On day) {
        int value = day.getTime().getValue();
        if (day.getSpecialChar().getValue() == SpecialChar.L && value < 1) {
            return String.valueOf(SATURDAY - 1);
        }
        miss(day, "day of week");
        return String.valueOf(value - 1);
    }

    private void miss(On day, String field) {
        note = "no " + day.asString() + " in the " + field;
    }

    private static Iterable<FieldExpression> items(FieldExpression field) {
        return field instanceof And list ? list.getExpressions() : List.of(field);
    }

    private static boolean hasSpecial(FieldExpression field) {
        for (FieldExpression item : items(field)) {
            if (item instanceof On on && isSpecial(on)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpecial(On on) {
        return on.getSpecialChar().getValue() != SpecialChar.NONE;
    }

    private static String range(int from, int to) {
        return from == to ? String.valueOf(from) : from + "-" + to;
    }
}
