package io.github.ecs2k8s.internal.rooms.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ecs2k8s.internal.rooms.schedule.CronSchedule.Match;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsScheduleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cron(0 10 ? * MON-FRI *)        | 0 10 * * 1-5           | EXACT
            cron(0 10 ? * 2-6 *)            | 0 10 * * 1-5           | EXACT
            cron(0/15 * * * ? *)            | */15 * * * *           | EXACT
            cron(5/20 * * * ? *)            | 5-59/20 * * * *        | EXACT
            cron(0 8 1/2 * ? *)             | 0 8 */2 * *            | EXACT
            cron(0 8 2/2 * ? *)             | 0 8 2-31/2 * *         | EXACT
            cron(0 22-2 ? * FRI-MON *)      | 0 22-23,0-2 * * 5-6,0-1 | EXACT
            cron(0 0 ? * FRI-MON/2 *)       | 0 0 * * 5,0            | EXACT
            cron(0 0 ? NOV-FEB sun *)       | 0 0 * 11-12,1-2 0      | EXACT
            cron(0 0 ? * SAT-SUN *)         | 0 0 * * 6,0            | EXACT
            cron(0 0 ? * 1-7 *)             | 0 0 * * *              | EXACT
            cron(0,30 8,9,10-12 ? * 1,7 *)  | 0,30 8,9,10-12 * * 0,6 | EXACT
            cron(0 0 ? * L *)               | 0 0 * * 6              | EXACT
            cron(0 0 L 12 ? *)              | 0 0 31 12 *            | EXACT
            cron(0 0 L APR,JUN ? *)         | 0 0 30 4,6 *           | EXACT
            cron(59/5 * * * ? *)            | 59 * * * *             | EXACT
            cron(0 0 1 1 ? 1970-2199)       | 0 0 1 1 *              | EXACT
            cron(0 0 L * ? *)               | 0 0 28-31 * *          | SUPERSET
            cron(0 0 L FEB ? *)             | 0 0 28-29 2 *          | SUPERSET
            cron(0 0 1,L * ? *)             | 0 0 1,28-31 * *        | SUPERSET
            cron(0 0 LW * ? *)              | 0 0 26-31 * *          | SUPERSET
            cron(0 0 15W * ? *)             | 0 0 14-16 * *          | SUPERSET
            cron(0 0 1W * ? *)              | 0 0 1-3 * *            | SUPERSET
            cron(0 0 31W * ? *)             | 0 0 29-31 * *          | SUPERSET
            cron(0 0 ? * 3#2 *)             | 0 0 * * 2              | SUPERSET
            cron(0 0 ? * FRIL *)            | 0 0 * * 5              | SUPERSET
            cron(0 0 1 1 ? 2030)            | 0 0 1 1 *              | SUPERSET
            rate(1 minute)                  | * * * * *              | EXACT
            rate(5 minutes)                 | */5 * * * *            | EXACT
            rate(60 minutes)                | 0 * * * *              | EXACT
            rate(12 hours)                  | 0 */12 * * *           | EXACT
            rate(7 minutes)                 | 0-56/7 * * * *         | NEAREST
            rate(45 minutes)                | 0 * * * *              | NEAREST
            rate(40 minutes)                | 0,40 * * * *           | NEAREST
            rate(90 minutes)                | 0 0-22/2 * * *         | NEAREST
            rate(5 hours)                   | 0 0-20/5 * * *         | NEAREST
            rate(30 hours)                  | 0 0 * * *              | NEAREST
            rate(36 hours)                  | 0 0 1-29/2 * *         | NEAREST
            rate(1 day)                     | 0 0 * * *              | START_UNKNOWN
            rate(24 hours)                  | 0 0 * * *              | START_UNKNOWN
            rate(7 days)                    | 0 0 * * 0              | START_UNKNOWN
            rate(2 days)                    | 0 0 1-29/2 * *         | NEAREST
            rate(14 days)                   | 0 0 1,15 * *           | NEAREST
            rate(30 days)                   | 0 0 1 * *              | NEAREST
            rate(90 days)                   | 0 0 1 */3 *            | NEAREST
            rate(365 days)                  | 0 0 1 1 *              | NEAREST
            at(2030-12-31T23:59:00)         | 59 23 31 12 *          | ONCE
            """)
    void is_written_as(String expression, String schedule, Match match) {
        CronSchedule read = AwsSchedule.read(expression);
        assertThat(read.expression()).isEqualTo(schedule);
        assertThat(read.match()).isEqualTo(match);
        assertThat(read.note() == null).isEqualTo(match == Match.EXACT);
        assertThat(FiveFields.of(schedule)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "every day",
                "cron()",
                "cron(0 12 * * ?)",
                "cron(0 0 * * * *)",
                "cron(0 0 ? * ? *)",
                "cron(0 24 * * ? *)",
                "cron(0 0 ? * 8 *)",
                "cron(0/0 * * * ? *)",
                "cron(0 0 99999999999 * ? *)",
                "rate()",
                "rate(5)",
                "rate(0 minutes)",
                "rate(-5 minutes)",
                "rate(5 fortnights)",
                "rate(99999999999 days)",
                "at(tomorrow)",
                "at(2030-02-30T00:00:00)",
                "${Schedule}"
            })
    void what_is_no_expression_says_so(String expression) {
        CronSchedule read = AwsSchedule.read(expression);
        assertThat(read.match()).isEqualTo(Match.INVALID);
        assertThat(read.note()).isNotBlank();
        assertThat(read.match().isSuspended()).isTrue();
    }

    @Test
    void a_rate_is_never_more_often_than_it_can_be() {
        for (int value = 1; value < 2000; value++) {
            for (String unit : new String[] {"minutes", "hours", "days"}) {
                CronSchedule read = AwsSchedule.read("rate(" + value + " " + unit + ")");
                assertThat(FiveFields.of(read.expression())).isNotNull();
                assertThat(read.match()).isNotIn(Match.INVALID, Match.SUPERSET, Match.ONCE);
            }
        }
    }
}
