// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition.Retries;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition.Target;
import dev.stoker.local.scheduler.Schedules.ScheduleDescription;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final ScheduleDefinition EVERY_FOUR_MINUTES = ScheduleDefinition.of(
            "s",
            "rate(4 minutes)",
            new Target(
                    "arn:aws:states:us-east-1:000000000000:stateMachine:m",
                    "arn:role",
                    "{\"a\":1}",
                    Retries.DEFAULT,
                    Optional.empty()));

    private final VirtualTimeline timeline = new VirtualTimeline(0);
    private final List<String> started = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();

    private Schedules schedules(long minuteMillis, boolean ticking) {
        return new Schedules(
                timeline,
                Account.DEFAULT,
                (arn, input) -> started.add(timeline.nowMillis() + " " + arn + " " + input),
                (queue, body, attributes) -> false,
                minuteMillis,
                ticking,
                failures::add);
    }

    @Test
    void a_schedule_starts_its_target_with_its_input_until_it_is_deleted() {
        Schedules schedules = schedules(60_000, true);
        schedules.create(EVERY_FOUR_MINUTES);

        timeline.runUntil(300_000);
        schedules.delete("s");
        timeline.runUntil(1_000_000);

        assertThat(started)
                .containsExactly(
                        "0 arn:aws:states:us-east-1:000000000000:stateMachine:m {\"a\":1}",
                        "240000 arn:aws:states:us-east-1:000000000000:stateMachine:m {\"a\":1}");
    }

    @Test
    void a_minute_may_last_a_second() {
        schedules(1000, true).create(EVERY_FOUR_MINUTES);

        timeline.runUntil(8000);

        assertThat(started).hasSize(3);
    }

    @Test
    void nothing_ticks_that_is_disabled_or_switched_off() {
        schedules(60_000, false).create(EVERY_FOUR_MINUTES);
        schedules(60_000, true).create(EVERY_FOUR_MINUTES.with(false));

        timeline.runUntil(1_000_000);

        assertThat(started).isEmpty();
    }

    @Test
    void a_tick_that_cannot_start_anything_is_reported_and_the_next_one_comes_all_the_same() {
        Schedules failing = new Schedules(
                timeline,
                Account.DEFAULT,
                (arn, input) -> {
                    throw new IllegalStateException("no such machine");
                },
                (queue, body, attributes) -> false,
                60_000,
                true,
                failures::add);
        failing.create(EVERY_FOUR_MINUTES);

        timeline.runUntil(240_000);

        assertThat(failures).hasSize(2).first().asString().contains("a tick of s was lost", "no such machine");
    }

    @Test
    void a_tick_that_the_target_refuses_is_the_schedules_fault_and_reported_with_the_reason() {
        List<String> letters = new ArrayList<>();
        Schedules refused = new Schedules(
                timeline,
                Account.DEFAULT,
                (arn, input) -> {
                    throw new AwsError("InvalidExecutionInput", "no JSON");
                },
                (queue, body, attributes) -> letters.add(queue + " " + body + " " + attributes),
                60_000,
                true,
                failures::add);
        refused.create(EVERY_FOUR_MINUTES);
        refused.create(ScheduleDefinition.of(
                "buried",
                "rate(1 hour)",
                new Target(
                        "arn:aws:states:us-east-1:000000000000:stateMachine:m",
                        "arn:role",
                        "{}",
                        Retries.DEFAULT,
                        Optional.of("arn:queue"))));

        timeline.runUntil(0);

        assertThat(letters)
                .as("of the schedule with a queue")
                .singleElement()
                .asString()
                .startsWith("arn:queue"
                        + " {\"StateMachineArn\":\"arn:aws:states:us-east-1:000000000000:stateMachine:m\",\"Input\":\"{}\"}"
                        + " {ERROR_CODE=InvalidExecutionInput, ERROR_MESSAGE=no JSON, EXECUTION_ID=")
                .endsWith("IS_PAYLOAD_TRUNCATED=false, RETRY_ATTEMPTS=0, SCHEDULED_TIME=1970-01-01T00:00:00Z,"
                        + " SCHEDULE_ARN=arn:aws:scheduler:us-east-1:000000000000:schedule/default/buried,"
                        + " TARGET_ARN=arn:aws:states:us-east-1:000000000000:stateMachine:m}");

        assertThat(failures)
                .hasSize(2)
                .first()
                .isInstanceOf(AwsError.class)
                .asString()
                .contains(
                        "a tick of s was lost",
                        "arn:aws:states:us-east-1:000000000000:stateMachine:m could not be started:"
                                + " InvalidExecutionInput: no JSON");
    }

    @Test
    void a_name_is_given_once() {
        Schedules schedules = schedules(60_000, true);
        schedules.create(EVERY_FOUR_MINUTES);

        assertThatThrownBy(() -> schedules.create(EVERY_FOUR_MINUTES))
                .isInstanceOfSatisfying(
                        AwsError.class, refused -> assertThat(refused.code()).isEqualTo("ConflictException"));
        assertThat(schedules.list()).extracting(ScheduleDescription::definition).containsExactly(EVERY_FOUR_MINUTES);
    }
}
