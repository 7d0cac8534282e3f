package io.github.ecs2k8s.internal.rooms.schedule;

import java.util.List;
import java.util.Locale;

/** The five fields of a CronJob's schedule, each with the numbers and names it takes. */
enum KubernetesField {
    MINUTE(0, 59, List.of()),
    HOUR(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    /** 0 and 7 are Sunday. */
    DAY_OF_WEEK(0, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"));

    private static final int SUNDAY_TOO = 7;

    private final int first;
    private final int last;
    private final List<String> names;

    KubernetesField(int first, int last, List<String> names) {
        this.first = first;
        this.last = last;
        this.names = names;
    }

    /**
     * What a field says.
     *
     * @param text the field as AWS writes it, but for days of the week
     * @param bits the numbers it stands for
     * @param any whether it leaves the choice to others: an asterisk or a question mark
     * @param all whether it has every number there is
     */
    record Values(String text, long bits, boolean any, boolean all) {}

    /**
     * Reads a field.
     *
     * @throws IllegalArgumentException when it is none
     */
    Values read(String field) {
        StringBuilder text = new StringBuilder();
        long bits = 0;
        boolean any = false;
        for (String item : field.split(",", -1)) {
            int slash = item.indexOf('/');
            String range = slash < 0 ? item : item.substring(0, slash);
            int step = slash < 0 ? 1 : number(item.substring(slash + 1), 1, Integer.MAX_VALUE);
            boolean open = range.equals("*") || range.equals("?");
            int dash = range.indexOf('-');
            int from = open ? first : value(dash < 0 ? range : range.substring(0, dash));
            int to = open || dash < 0 && slash >= 0 ? end() : dash < 0 ? from : value(range.substring(dash + 1));
            if (from > to) {
                throw new IllegalArgumentException("\"" + item + "\" ends before it begins");
            }
            for (long i = from; i <= to; i += step) {
                bits |= 1L << (this == DAY_OF_WEEK && i == SUNDAY_TOO ? 0 : i);
            }
            any |= open && step == 1;
            text.append(text.length() == 0 ? "" : ",").append(open ? "*" : range.toUpperCase(Locale.ROOT));
            text.append(slash < 0 ? "" : "/" + step);
        }
        boolean all = Long.bitCount(bits) == end() - first + 1;
        return new Values(any ? "*" : text.toString(), bits, any, all);
    }

    private int end() {
        return this == DAY_OF_WEEK ? SUNDAY_TOO - 1 : last;
    }

    private int value(String text) {
        int name = names.indexOf(text.toUpperCase(Locale.ROOT));
        return name >= 0 ? name + (this == MONTH ? 1 : 0) : number(text, first, last);
    }

    private static int number(String text, int least, int most) {
        boolean digits = !text.isEmpty() && text.length() < 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new IllegalArgumentException("\"" + text + "\" is none of its numbers");
        }
        return number;
    }

    /** Days of the week by name, since AWS counts them otherwise: three and more on end as a range. */
    static String daysOfWeek(long bits) {
        StringBuilder text = new StringBuilder();
        for (int day = 0; day < SUNDAY_TOO; day++) {
            if ((bits >> day & 1) == 0) {
                continue;
            }
            int end = day;
            while (end + 1 < SUNDAY_TOO && (bits >> (end + 1) & 1) == 1) {
                end++;
            }
            text.append(text.length() == 0 ? "" : ",").append(DAY_OF_WEEK.names.get(day));
            if (end > day + 1) {
                text.append('-').append(DAY_OF_WEEK.names.get(end));
                day = end;
            }
        }
        return text.toString();
    }
}
