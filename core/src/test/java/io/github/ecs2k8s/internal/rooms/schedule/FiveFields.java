package io.github.ecs2k8s.internal.rooms.schedule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Times of a CronJob, as Kubernetes's own parser reads its five fields: numbers in bounds, ranges that rise, steps of
 * ranges or of everything; two restricted day fields mean one or the other.
 */
record FiveFields(BitSet minutes, BitSet hours, BitSet days, BitSet months, BitSet weekDays, boolean eitherDay) {

    static FiveFields of(String expression) {
        String[] fields = expression.split(" ");
        if (fields.length != 5) {
            throw new IllegalArgumentException("not five fields: " + expression);
        }
        boolean bothDays = !fields[2].equals("*") && !fields[4].equals("*");
        return new FiveFields(
                field(fields[0], 0, 59),
                field(fields[1], 0, 23),
                field(fields[2], 1, 31),
                field(fields[3], 1, 12),
                field(fields[4], 0, 6),
                bothDays);
    }

    private static BitSet field(String text, int min, int max) {
        BitSet values = new BitSet();
        for (String item : text.split(",")) {
            String[] range = item.split("/");
            int from = min;
            int to = max;
            if (!range[0].equals("*")) {
                String[] ends = range[0].split("-");
                from = Integer.parseInt(ends[0]);
                to = ends.length == 2 ? Integer.parseInt(ends[1]) : range.length == 2 ? max : from;
            }
            int step = range.length == 2 ? Integer.parseInt(range[1]) : 1;
            if (from < min || to > max || from > to || step < 1) {
                throw new IllegalArgumentException("the API server refuses " + text);
            }
            for (int i = from; i <= to; i += step) {
                values.set(i);
            }
        }
        return values;
    }

    boolean runsOn(LocalDate date) {
        boolean day = days.get(date.getDayOfMonth());
        boolean weekDay = weekDays.get(date.getDayOfWeek().getValue() % 7);
        return months.get(date.getMonthValue()) && (eitherDay ? day || weekDay : day && weekDay);
    }

    boolean runsAt(LocalDateTime moment) {
        return runsOn(moment.toLocalDate()) && hours.get(moment.getHour()) && minutes.get(moment.getMinute());
    }

    /** The next starts after a moment. */
    List<LocalDateTime> after(LocalDateTime moment, int count, LocalDateTime end) {
        List<LocalDateTime> starts = new ArrayList<>();
        for (LocalDate date = moment.toLocalDate(); date.isBefore(end.toLocalDate()); date = date.plusDays(1)) {
            if (!runsOn(date)) {
                continue;
            }
            for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
                for (int minute = minutes.nextSetBit(0); minute >= 0; minute = minutes.nextSetBit(minute + 1)) {
                    LocalDateTime start = date.atTime(hour, minute);
                    if (start.isAfter(moment)) {
                        starts.add(start);
                    }
                    if (starts.size() == count) {
                        return starts;
                    }
                }
            }
        }
        return starts;
    }
}
