// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static dev.stoker.warmable.WarmFunction.warmEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SleepTaskTest {
    private final WarmFunction function = WarmFunction.with(Map.of());

    @AfterEach
    void clear_the_interrupt_flag_for_the_next_test() {
        Thread.interrupted();
    }

    @Test
    void holds_until_the_rounds_instant() {
        WarmFunction.Answer answer = function.answer(warmEvent(FakeClock.START + 267, 1000));
        assertThat(function.clock.sleeps).containsExactly(267L);
        assertThat(answer.number("arrivedAt")).isEqualTo(FakeClock.START);
        assertThat(answer.number("releasedAt")).isEqualTo(FakeClock.START + 267);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1000, FakeClock.START})
    void who_comes_late_answers_at_once(long lateMillis) {
        assertThat(function.answer(warmEvent(FakeClock.START - lateMillis, 1000))
                        .heldMillis())
                .isZero();
        assertThat(function.clock.sleeps).isEmpty();
    }

    @ParameterizedTest(name = "until in {0} ms, at most {1}, setting {2}, {3} ms left: sleeps {4} ms")
    @CsvSource({
        "400, 2000, 3000, 60000, 400", // the instant
        "400,  300, 3000, 60000, 300", // the event's cap
        "9000, 9000, 3000, 60000, 3000", // the setting
        "9000, 9000, 5000, 60000, 5000",
        "9000, 9000,  250, 60000, 250",
        "9000, 9000, 3000,  1700, 1200", // the remaining time, less 500 ms
        "9000, 9000, 3000,   501, 1",
        "400, 9000, 3000,   900, 400"
    })
    void the_shortest_of_four_caps_wins(long until, long holdMillis, String setting, int remaining, long slept) {
        WarmFunction capped =
                WarmFunction.with(Map.of("STOKER_MAX_HOLD_MILLIS", setting)).remainingMillis(remaining);
        assertThat(capped.answer(warmEvent(FakeClock.START + until, holdMillis)).heldMillis())
                .isEqualTo(slept);
        assertThat(capped.clock.sleeps).containsExactly(slept);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 499, 1, 0, -1000, Integer.MIN_VALUE})
    void without_time_left_it_answers_at_once(int remaining) {
        assertThat(function.remainingMillis(remaining).warm(1000).heldMillis()).isZero();
        assertThat(function.clock.sleeps).isEmpty();
    }

    @Test
    void a_setting_of_zero_forbids_every_hold() {
        WarmFunction never = WarmFunction.with(Map.of("STOKER_MAX_HOLD_MILLIS", "0"));
        assertThat(never.warm(1000).heldMillis()).isZero();
        assertThat(never.clock.sleeps).isEmpty();
    }

    @Test
    void an_environment_whose_clock_is_far_behind_holds_no_longer_than_the_event_allows() {
        function.clock.setWallClock(-86_400_000);
        assertThat(function.answer(warmEvent(FakeClock.START + 96, 96)).heldMillis())
                .isEqualTo(96);
    }

    @Test
    void an_environment_whose_clock_is_far_ahead_answers_at_once() {
        function.clock.setWallClock(86_400_000);
        assertThat(function.answer(warmEvent(FakeClock.START + 96, 96)).heldMillis())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {-3_600_000, -50, 50, 3_600_000})
    void a_wall_clock_set_during_the_hold_falsifies_nothing(long jump) {
        function.clock.duringSleep = millis -> function.clock.setWallClock(jump);
        WarmFunction.Answer answer = function.warm(200);
        assertThat(answer.heldMillis()).isEqualTo(200);
        assertThat(answer.number("arrivedAt")).isEqualTo(FakeClock.START);
    }

    @Test
    void an_interrupt_ends_the_hold_and_stays_visible() {
        function.clock.duringSleep = millis -> {
            function.clock.pass(30);
            throw new InterruptedException();
        };
        assertThat(function.warm(200).heldMillis()).isEqualTo(30);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"stoker\":{\"version\":2,\"holdUntil\":1795360868679,\"holdMillis\":96}}",
                "{\"stoker\":{\"version\":1,\"holdUntil\":\"1795360868679\",\"holdMillis\":96}}",
                "{\"stoker\":{\"version\":1,\"holdUntil\":1795360868679,\"holdMil",
                "{\"stoker\":17}"
            })
    void a_warm_event_that_makes_no_sense_is_answered_at_once(String event) {
        assertThat(function.answer(event).heldMillis()).isZero();
        assertThat(function.clock.sleeps).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lambda-managed-instances", "provisioned-concurrency"})
    void where_a_hold_proves_nothing_it_answers_at_once_and_says_why(String type) {
        WarmFunction other = WarmFunction.with(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", type));
        WarmFunction.Answer answer = other.warm(1000);
        assertThat(other.clock.sleeps).isEmpty();
        assertThat(answer.get("initializationType")).isEqualTo(type);
    }

    @Test
    void an_environment_of_several_invocations_at_once_is_a_managed_instance_whatever_else_is_said() {
        WarmFunction other = WarmFunction.with(
                Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "32", "AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"));
        assertThat(other.warm(1000).get("initializationType")).isEqualTo("lambda-managed-instances");
        assertThat(other.clock.sleeps).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on-demand", "snap-start", "something-new"})
    void any_other_environment_holds(String type) {
        WarmFunction other = WarmFunction.with(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", type));
        assertThat(other.warm(1000).get("initializationType")).isEqualTo(type);
        assertThat(other.clock.sleeps).containsExactly(1000L);
    }
}
