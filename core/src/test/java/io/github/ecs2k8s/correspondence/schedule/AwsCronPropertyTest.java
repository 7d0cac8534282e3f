package io.github.ecs2k8s.correspondence.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.github.ecs2k8s.correspondence.schedule.CronSchedule.Match;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The five fields that are written start tasks when the six fields that were read do. */
class AwsCronPropertyTest {
    private static final LocalDateTime START = LocalDateTime.of(2027, 1, 1, 0, 0);
    private static final LocalDateTime END = LocalDateTime.of(2030, 1, 1, 0, 0);
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    @Property(tries = 400)
    void starts_are_the_same(@ForAll("expressions") String fields, @ForAll("moments") LocalDateTime from) {
        CronSchedule written = AwsCron.read(fields);
        FiveFields kubernetes = FiveFields.of(written.expression());
        List<LocalDateTime> aws = starts(fields, from);
        if (written.match() == Match.EXACT) {
            assertThat(kubernetes.after(from, aws.size(), END))
                    .as(written.expression())
                    .isEqualTo(aws);
        } else {
            assertThat(written.match()).isEqualTo(Match.SUPERSET);
            for (LocalDateTime start : aws) {
                assertThat(kubernetes.runsOn(start.toLocalDate()))
                        .as(written.expression() + " on " + start)
                        .isTrue();
                assertThat(kubernetes.minutes().get(start.getMinute())
                                && kubernetes.hours().get(start.getHour()))
                        .isTrue();
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

    @Provide
    Arbitrary<LocalDateTime> moments() {
        return Arbitraries.integers()
                .between(0, 700)
                .map(days -> START.plusDays(days).minusMinutes(1));
    }

    @Provide
    Arbitrary<String> expressions() {
        Arbitrary<String> dayOfMonth = Arbitraries.frequencyOf(
                Tuple.of(8, field(1, 31, List.of())), Tuple.of(1, Arbitraries.of("L", "LW", "1W", "15W", "28W")));
        Arbitrary<String> dayOfWeek = Arbitraries.frequencyOf(
                Tuple.of(8, field(1, 7, DAYS)), Tuple.of(1, Arbitraries.of("L", "6L", "2#1", "FRI#3")));
        Arbitrary<String> days = Arbitraries.oneOf(
                Combinators.combine(dayOfMonth, field(1, 12, MONTHS)).as((day, month) -> day + " " + month + " ?"),
                Combinators.combine(field(1, 12, MONTHS), dayOfWeek).as((month, day) -> "? " + month + " " + day));
        return Combinators.combine(field(0, 59, List.of()), field(0, 23, List.of()), days)
                .as((minute, hour, day) -> minute + " " + hour + " " + day + " *");
    }

    /** Every form of a field without special characters. */
    private static Arbitrary<String> field(int first, int last, List<String> names) {
        Arbitrary<String> value = Arbitraries.integers()
                .between(first, last)
                .map(number -> names.isEmpty() ? String.valueOf(number) : names.get(number - first));
        Arbitrary<Integer> step = Arbitraries.integers().between(1, Math.max(2, (last - first) / 2));
        Arbitrary<String> range = Arbitraries.integers()
                .between(first, last - 1)
                .flatMap(from -> Arbitraries.integers().between(from + 1, last).map(to -> from + "-" + to));
        return Arbitraries.oneOf(
                Arbitraries.just("*"),
                value,
                range,
                Combinators.combine(value, step).as((from, by) -> from + "/" + by),
                Combinators.combine(range, step).as((of, by) -> of + "/" + by),
                step.map(by -> "*/" + by),
                value.list().ofMinSize(2).ofMaxSize(4).uniqueElements().map(list -> String.join(",", list)),
                Combinators.combine(value, range).as((one, many) -> one + "," + many));
    }
}
