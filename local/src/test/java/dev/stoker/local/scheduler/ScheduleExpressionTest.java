// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.account.AwsError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    private static List<String> ticks(String expression, String timezone, String createdAt, int count) {
        ScheduleExpression read = ScheduleExpression.parse(expression, timezone, 60_000);
        List<String> ticks = new ArrayList<>();
        OptionalLong tick = read.first(Instant.parse(createdAt).toEpochMilli());
        while (tick.isPresent() && ticks.size() < count) {
            ticks.add(Instant.ofEpochMilli(tick.getAsLong()).toString());
            tick = read.next(tick.getAsLong());
        }
        return ticks;
    }

    @Test
    void a_rate_ticks_at_once_and_then_at_its_interval() {
        assertThat(ticks("rate(4 minutes)", "UTC", "2026-11-22T10:00:30Z", 3))
                .containsExactly("2026-11-22T10:00:30Z", "2026-11-22T10:04:30Z", "2026-11-22T10:08:30Z");
        assertThat(ticks("rate(1 hour)", "UTC", "2026-11-22T10:00:00Z", 2)).endsWith("2026-11-22T11:00:00Z");
        assertThat(ticks("rate(2 days)", "UTC", "2026-11-22T10:00:00Z", 2)).endsWith("2026-11-24T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cron(0/4 8-17 ? * MON-FRI *)  | 2026-11-20T17:54:00Z | 2026-11-20T17:56:00Z | 2026-11-23T08:00:00Z
            cron(15 10 * * ? *)           | 2026-11-22T10:15:00Z | 2026-11-23T10:15:00Z | 2026-11-24T10:15:00Z
            cron(0 0 L * ? *)             | 2026-11-22T00:00:00Z | 2026-11-30T00:00:00Z | 2026-12-31T00:00:00Z
            cron(0 0 1W * ? *)            | 2026-11-22T00:00:00Z | 2026-12-01T00:00:00Z | 2027-01-01T00:00:00Z
            cron(0 0 LW * ? *)            | 2027-01-01T00:00:00Z | 2027-01-29T00:00:00Z | 2027-02-26T00:00:00Z
            cron(0 0 ? * 6L *)            | 2026-11-22T00:00:00Z | 2026-11-27T00:00:00Z | 2026-12-25T00:00:00Z
            cron(0 0 ? * MON#1 *)         | 2026-11-22T00:00:00Z | 2026-12-07T00:00:00Z | 2027-01-04T00:00:00Z
            cron(0 12 29 2 ? *)           | 2026-11-22T00:00:00Z | 2028-02-29T12:00:00Z | 2032-02-29T12:00:00Z
            cron(0,30 0 1 JAN,JUL ? *)    | 2026-11-22T00:00:00Z | 2027-01-01T00:00:00Z | 2027-01-01T00:30:00Z
            """)
    void a_cron_ticks_when_its_fields_say(String cron, String createdAt, String first, String second) {
        assertThat(ticks(cron, "UTC", createdAt, 2)).containsExactly(first, second);
    }

    @Test
    void a_cron_reads_the_wall_clock_of_its_time_zone() {
        assertThat(ticks("cron(0 9 * * ? *)", "Asia/Seoul", "2026-11-22T10:00:00Z", 1))
                .containsExactly("2026-11-23T00:00:00Z");
    }

    @Test
    void a_minute_that_the_clock_skips_is_skipped_and_one_that_comes_twice_ticks_once() {
        assertThat(ticks("cron(30 2 * * ? *)", "Europe/Berlin", "2026-03-28T12:00:00Z", 1))
                .as("29 March has no 2:30")
                .containsExactly("2026-03-30T00:30:00Z");
        assertThat(ticks("cron(30 2 * * ? *)", "Europe/Berlin", "2026-10-24T12:00:00Z", 2))
                .as("25 October has two")
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void a_year_that_has_passed_never_ticks() {
        assertThat(ticks("cron(0 0 1 1 ? 2020)", "UTC", "2026-11-22T10:00:00Z", 1))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every 4 minutes",
                "at(2026-11-22T10:00:00)",
                "rate(0 minutes)",
                "rate(4 weeks)",
                "rate(1.5 hours)",
                "cron(0 0 * * *)",
                "cron(0 0 * * * *)",
                "cron(0 0 ? * ? *)",
                "cron(60 0 * * ? *)",
                "cron(10-5 0 * * ? *)",
                "cron(0 0 ? * MON#6 *)",
                "cron(x 0 * * ? *)"
            })
    void anything_else_is_refused_with_what_may_be_written(String expression) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression, "UTC", 60_000))
                .isInstanceOf(AwsError.class)
                .hasMessageStartingWith("ScheduleExpression: ")
                .hasMessageContaining("got " + expression)
                .hasMessageContaining("For example:");
    }

    @ParameterizedTest
    @CsvSource({
        "rate(4 minutes), KST",
        "cron(0 0 * * ? *), KST",
        "rate(4 minutes), Nowhere/Land",
        "cron(0 0 * * ? *), Nowhere/Land",
        "cron(0 0 * * ? *), GMT+9",
        "rate(4 minutes), +09:00"
    })
    void what_is_no_time_zone_of_iana_is_refused_for_rates_and_for_crons(String expression, String timezone) {
        assertThatThrownBy(() -> ScheduleExpression.parse(expression, timezone, 60_000))
                .isInstanceOf(AwsError.class)
                .hasMessageContaining("got " + timezone);
    }
}
