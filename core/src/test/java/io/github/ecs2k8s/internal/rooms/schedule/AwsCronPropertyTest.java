package io.github.ecs2k8s.internal.rooms.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.github.ecs2k8s.internal.rooms.schedule.CronSchedule.Match;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The five fields that are written start tasks when the six fields that were read do; random, the same in every run. */
class AwsCronPropertyTest {
    private static final LocalDateTime START = LocalDateTime.of(2027, 1, 1, 0, 0);
    private static final LocalDateTime END = LocalDateTime.of(2030, 1, 1, 0, 0);
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
    // No list that holds an L: the library skips the last day of a month it starts in.
    private static final List<String> OF_MONTH = List.of("L", "LW", "1W", "15W", "28W", "10-12");
    private static final List<String> OF_WEEK = List.of("L", "6L", "2#1", "FRI#3", "MON#1,MON#3", "TUE-THU");

    @Test
    void starts_are_the_same() {
        Random random = new Random(23);
        for (int i = 0; i < 400; i++) {
            String fields = expression(random);
            LocalDateTime from = START.plusDays(random.nextInt(700)).minusMinutes(1);
            CronSchedule written = AwsCron.read(fields);
            FiveFields kubernetes = FiveFields.of(written.expression());
            List<LocalDateTime> aws = starts(fields, from);
            if (written.match() == Match.EXACT) {
                assertThat(kubernetes.after(from, aws.size(), END))
                        .as("cron(%s) as %s", fields, written.expression())
                        .isEqualTo(aws);
            } else {
                assertThat(written.match()).as(fields).isEqualTo(Match.SUPERSET);
                assertThat(aws)
                        .as("cron(%s) as %s", fields, written.expression())
                        .allMatch(kubernetes::runsAt);
            }
        }
    }

    /** The library's own reckoning of the first starts after a moment. */
    private static List<LocalDateTime> starts(String fields, LocalDateTime from) {
        ExecutionTime times = ExecutionTime.forCron(new CronParser(AwsCron.definition()).parse(fields));
        List<LocalDateTime> starts = new ArrayList<>();
        Optional<ZonedDateTime> next = times.nextExecution(from.atZone(ZoneOffset.UTC));
        while (starts.size() < 80
                && next.isPresent()
                && next.get().toLocalDateTime().isBefore(END)) {
            starts.add(next.get().toLocalDateTime());
            next = times.nextExecution(next.get());
        }
        return starts;
    }

    private static String expression(Random random) {
        boolean byWeek = random.nextBoolean();
        String special = of(byWeek ? OF_WEEK : OF_MONTH, random);
        String plain = byWeek ? field(1, 7, DAYS, random) : field(1, 31, List.of(), random);
        String day = random.nextInt(4) == 0 ? special : plain;
        String month = field(1, 12, MONTHS, random);
        return field(0, 59, List.of(), random) + " " + field(0, 23, List.of(), random) + " "
                + (byWeek ? "? " + month + " " + day : day + " " + month + " ?") + " *";
    }

    /** Every form of a field without special characters. */
    private static String field(int first, int last, List<String> names, Random random) {
        int from = first + random.nextInt(last - first);
        int to = from + 1 + random.nextInt(last - from);
        int step = 1 + random.nextInt(Math.max(2, (last - first) / 2));
        return switch (random.nextInt(8)) {
            case 0 -> "*";
            case 1 -> name(from, first, names);
            case 2 -> name(from, first, names) + "-" + name(to, first, names);
            case 3 -> from + "/" + step;
            case 4 -> from + "-" + to + "/" + step;
            case 5 -> "*/" + step;
            case 6 -> name(from, first, names) + "," + name(to, first, names);
            default -> to + "," + first + "-" + from;
        };
    }

    private static String name(int value, int first, List<String> names) {
        return names.isEmpty() ? String.valueOf(value) : names.get(value - first);
    }

    private static String of(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
