// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100 environments on weekdays from 8 to 19 o'clock, otherwise 5. cron-utils evaluates the cron expressions. */
class PeakHoursTest {
    private static final String BASE = "[{\"function\":\"" + Deployment.ORDERS + "\",\"concurrency\":5}]";
    private static final String PEAK = "[{\"function\":\"" + Deployment.ORDERS + "\",\"concurrency\":100}]";

    private static List<Schedule> schedules(Map<String, String> parameters) {
        return Deployment.deploy(parameters).resources("AWS::Scheduler::Schedule").values().stream()
                .map(Schedule::of)
                .toList();
    }

    /** A whole week, and Saturday to Monday around the start and the end of daylight saving time. */
    @ParameterizedTest
    @CsvSource({"Asia/Seoul, 2026-11-22, 7", "Europe/Paris, 2026-03-28, 3", "America/New_York, 2026-10-31, 3"})
    void at_each_fourth_minute_of_a_week_exactly_one_schedule_ticks_and_it_is_the_right_one(
            String zone, String day, int days) {
        List<Schedule> schedules = schedules(Map.of("Targets", BASE, "PeakTargets", PEAK, "ScheduleTimezone", zone));
        assertThat(schedules).hasSize(3);

        ZonedDateTime start = LocalDate.parse(day).atStartOfDay(ZoneId.of(zone));
        ZonedDateTime end = start.plusDays(days);
        Map<Instant, List<String>> warmed = Schedule.ticks(schedules, start, end);
        for (ZonedDateTime minute = start; minute.isBefore(end); minute = minute.plusMinutes(1)) {
            List<String> wanted = minute.getMinute() % 4 != 0 ? List.of() : List.of(isPeak(minute) ? PEAK : BASE);
            assertThat(warmed.getOrDefault(minute.toInstant(), List.of()))
                    .as("what is kept warm at %s", minute)
                    .isEqualTo(wanted);
        }
    }

    private static boolean isPeak(ZonedDateTime minute) {
        return minute.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && minute.getHour() >= 8 && minute.getHour() < 19;
    }

    @Test
    void without_a_peak_one_schedule_ticks_at_the_rate_that_was_asked_for() {
        assertThat(Deployment.deploy(Map.of("Schedule", "rate(2 minutes)")).resources("AWS::Scheduler::Schedule"))
                .containsOnlyKeys("KeepWarmSchedule")
                .allSatisfy((name, schedule) -> assertThat(
                                schedule.get("ScheduleExpression").textValue())
                        .isEqualTo("rate(2 minutes)"));
    }

    @Test
    void a_peak_on_every_day_needs_no_schedule_for_other_days() {
        assertThat(schedules(Map.of(
                        "Targets", BASE,
                        "PeakTargets", PEAK,
                        "PeakSchedule", "cron(0/4 8-18 ? * * *)",
                        "OffPeakSchedule", "cron(0/4 0-7,19-23 ? * * *)",
                        "OffDaysSchedule", "")))
                .extracting(Schedule::targets)
                .containsExactlyInAnyOrder(BASE, PEAK);
    }

    @Test
    void pausing_pauses_the_peak_too() {
        assertThat(Deployment.deploy(Map.of("Targets", BASE, "PeakTargets", PEAK, "ScheduleState", "DISABLED"))
                        .resources("AWS::Scheduler::Schedule"))
                .hasSize(3)
                .allSatisfy((name, schedule) ->
                        assertThat(schedule.get("State").textValue()).isEqualTo("DISABLED"));
    }

    @Test
    void every_schedule_gives_a_late_tick_up_and_leaves_it_in_the_queue() {
        assertThat(Deployment.deploy(Map.of("Targets", BASE, "PeakTargets", PEAK))
                        .resources("AWS::Scheduler::Schedule"))
                .allSatisfy((name, schedule) -> {
                    JsonNode retry = schedule.at("/Target/RetryPolicy");
                    assertThat(retry.get("MaximumRetryAttempts").asInt()).isEqualTo(1);
                    assertThat(retry.get("MaximumEventAgeInSeconds").asInt()).isEqualTo(60);
                    assertThat(schedule.at("/Target/DeadLetterConfig/Arn").textValue())
                            .startsWith("arn:aws:sqs:");
                });
    }
}
