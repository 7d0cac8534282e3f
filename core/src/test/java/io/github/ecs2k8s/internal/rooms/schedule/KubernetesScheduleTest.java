package io.github.ecs2k8s.internal.rooms.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Five fields as AWS writes them, and what starts then. */
class KubernetesScheduleTest {
    private static final List<String> MINUTES = List.of("*", "0", "*/20", "4-34/10", "9,19,29", "50/3");
    private static final List<String> HOURS = List.of("*", "0", "8-18/5", "*/6", "3,4", "?");
    private static final List<String> DAYS = List.of("*", "1", "*/10", "10-12", "13,31", "1-31", "?");
    private static final List<String> MONTHS = List.of("*", "2", "jan-MAR", "*/4", "6,12", "1-12");
    private static final List<String> WEEK = List.of("*", "0", "7", "mon-fri", "*/2", "1-5/2", "5-7", "0-6", "SUN,3");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 10 * * 1-5       | cron(0 10 ? * MON-FRI *)",
                "*/5 * * * *        | cron(*/5 * * * ? *)",
                "30 8 1 jan *       | cron(30 8 1 JAN ? *)",
                "0 0 * * 0,6        | cron(0 0 ? * SUN,SAT *)",
                "0 0 * * 7          | cron(0 0 ? * SUN *)",
                "0 0 * * FRI-7      | cron(0 0 ? * SUN,FRI,SAT *)",
                "0 0 15 * ?         | cron(0 0 15 * ? *)",
                "0 0 15 * 0-6       | cron(0 0 * * ? *)",
                "@hourly            | cron(0 * * * ? *)",
                "@yearly            | cron(0 0 1 1 ? *)",
                "@weekly            | cron(0 0 ? * SUN *)",
                "@every 1m          | rate(1 minute)",
                "@every 2h          | rate(2 hours)",
                "@every 90m         | rate(90 minutes)",
                "@every 48h         | rate(2 days)",
                "@every 10s         | rate(1 minute)"
            })
    void is_written_as(String schedule, String expression) {
        assertThat(KubernetesSchedule.read(schedule).expressions()).containsExactly(expression);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 25 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "*/0 * * * *",
                "5-3 * * * *",
                "a * * * *",
                "1, * * * *",
                "@never",
                "@every soon",
                "@every -5m"
            })
    void is_no_schedule(String schedule) {
        KubernetesSchedule read = KubernetesSchedule.read(schedule);
        assertThat(read.expressions()).isEmpty();
        assertThat(read.note()).isNotBlank();
    }

    @Test
    void time_zone_before_the_fields() {
        KubernetesSchedule read = KubernetesSchedule.read("CRON_TZ=Asia/Tokyo 0 9 * * *");
        assertThat(read.zone()).isEqualTo("Asia/Tokyo");
        assertThat(read.expressions()).containsExactly("cron(0 9 * * ? *)");
    }

    @Test
    void seconds_are_rounded_and_said() {
        assertThat(KubernetesSchedule.read("@every 1m30s").note()).isNotNull();
        assertThat(KubernetesSchedule.read("@every 120s").note()).isNull();
    }

    @Test
    void starts_are_the_same() {
        Random random = new Random(29);
        for (int i = 0; i < 600; i++) {
            String fields = one(MINUTES, random) + " " + one(HOURS, random) + " " + one(DAYS, random) + " "
                    + one(MONTHS, random) + " " + one(WEEK, random);
            FiveFields kubernetes = FiveFields.of(plain(fields));
            List<FiveFields> aws = KubernetesSchedule.read(fields).expressions().stream()
                    .map(AwsSchedule::read)
                    .map(CronSchedule::expression)
                    .map(FiveFields::of)
                    .toList();
            assertThat(aws).as(fields).isNotEmpty();
            for (int day = 0; day < 400; day++) {
                LocalDateTime time = LocalDateTime.of(2027, 1, 1, random.nextInt(24), random.nextInt(60))
                        .plusDays(day);
                assertThat(aws.stream().anyMatch(one -> one.runsAt(time)))
                        .as("%s at %s", fields, time)
                        .isEqualTo(kubernetes.runsAt(time));
            }
        }
    }

    /** In numbers, as the reckoning of this test reads them. */
    private static String plain(String fields) {
        return fields.replace('?', '*')
                .replace("jan-MAR", "1-3")
                .replace("mon-fri", "1-5")
                .replace("SUN", "0")
                .replace("5-7", "0,5,6")
                .replaceAll(" 7$", " 0");
    }

    private static String one(List<String> items, Random random) {
        return items.get(random.nextInt(items.size()));
    }
}
