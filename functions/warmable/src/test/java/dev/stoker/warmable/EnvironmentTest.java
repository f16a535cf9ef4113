// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.warmable.WarmFunction.Answer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {
    private final FakeClock clock = new FakeClock();
    private long userMillis = 20;
    private final WarmFunction function = functionOf(clock);

    private WarmFunction functionOf(FakeClock ticking) {
        return WarmFunction.on(ticking, (event, output, context) -> ticking.pass(userMillis));
    }

    @Test
    void answers_with_the_json_of_the_contract() {
        clock.pass(412);
        String answer = function.invoke(WarmFunction.warmEvent(FakeClock.START + 679, 1000));
        assertThat(answer.replaceFirst("\"environmentId\":\"[A-Za-z0-9_-]{12}\"", "\"environmentId\":\"kJ3x0aPq9ZtB\""))
                .isEqualTo("{\"stoker\":{\"version\":1,\"environmentId\":\"kJ3x0aPq9ZtB\",\"coldStart\":true,"
                        + "\"initializedAt\":1795360868000,\"initMillis\":1850,\"arrivedAt\":1795360868412,"
                        + "\"releasedAt\":1795360868679,\"sinceMillis\":412,\"busyMillis\":0,\"served\":0,"
                        + "\"userColdStart\":false,\"initializationType\":\"on-demand\"}}");
    }

    @Test
    void keeps_its_id_and_shares_it_with_no_other() {
        Object id = function.warm(10).get("environmentId");
        function.invoke("{}");
        assertThat(function.warm(10).get("environmentId")).isEqualTo(id);
        Set<Object> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ids.add(functionOf(new FakeClock()).warm(0).get("environmentId"));
        }
        assertThat(ids).hasSize(1000).doesNotContain(id);
    }

    @Test
    void is_cold_for_its_first_invocation_only() {
        assertThat(function.warm(10).get("coldStart")).isEqualTo(true);
        assertThat(function.warm(10).get("coldStart")).isEqualTo(false);
    }

    @Test
    void is_not_cold_for_a_warm_event_after_a_user() {
        function.invoke("{}");
        assertThat(function.warm(10).get("coldStart")).isEqualTo(false);
    }

    @Test
    void counts_the_users_between_two_warm_events_and_their_time() {
        function.warm(100);
        clock.pass(1000);
        function.invoke("{}");
        clock.pass(500);
        userMillis = 30;
        function.invoke("{}");
        clock.pass(7);
        Answer answer = function.warm(100);
        assertThat(answer.number("served")).isEqualTo(2);
        assertThat(answer.number("busyMillis")).isEqualTo(50);
        assertThat(answer.number("sinceMillis")).isEqualTo(1000 + 20 + 500 + 30 + 7);
    }

    @Test
    void begins_again_after_each_warm_event_and_does_not_count_its_hold() {
        function.invoke("{}");
        function.warm(100);
        clock.pass(5);
        Answer answer = function.warm(100);
        assertThat(answer.number("served")).isZero();
        assertThat(answer.number("busyMillis")).isZero();
        assertThat(answer.number("sinceMillis")).isEqualTo(5);
    }

    @Test
    void loses_no_user_of_less_than_a_millisecond() {
        WarmFunction quick = WarmFunction.on(clock, (event, output, context) -> clock.passNanos(400_000));
        for (int i = 0; i < 1000; i++) {
            quick.invoke("{}");
        }
        assertThat(quick.warm(0).number("busyMillis")).isEqualTo(400);
    }

    @Test
    void counts_the_time_frozen_between_invocations_though_the_monotonic_clock_stood_still() {
        function.warm(100);
        clock.freeze(240_000);
        assertThat(function.warm(100).number("sinceMillis")).isEqualTo(240_000);
    }

    @Test
    void counts_the_time_that_passed_though_the_wall_clock_was_set_back() {
        function.warm(100);
        clock.pass(240_000);
        clock.setWallClock(-3_600_000);
        assertThat(function.warm(100).number("sinceMillis")).isEqualTo(240_000);
    }

    @Test
    void never_gives_an_interval_that_one_cannot_divide_by() {
        function.warm(0);
        assertThat(function.warm(0).number("sinceMillis")).isEqualTo(1);
        clock.setWallClock(-5000);
        assertThat(function.warm(0).number("sinceMillis")).isEqualTo(1);
    }

    @Test
    void counts_users_time_by_the_monotonic_clock() {
        WarmFunction jumping = WarmFunction.on(clock, (event, output, context) -> {
            clock.pass(20);
            clock.setWallClock(-3_600_000);
        });
        jumping.invoke("{}");
        assertThat(jumping.warm(0).number("busyMillis")).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource({"0, true", "999, true", "1000, false", "60000, false"})
    void guesses_that_a_first_user_soon_after_init_waited_for_it(long afterInit, boolean waited) {
        clock.pass(afterInit);
        function.invoke("{}");
        clock.pass(90_000);
        assertThat(function.warm(10).get("userColdStart")).isEqualTo(waited);
    }

    @Test
    void guesses_that_a_user_who_came_after_a_freeze_did_not_wait() {
        clock.freeze(60_000);
        function.invoke("{}");
        assertThat(function.warm(10).get("userColdStart")).isEqualTo(false);
    }

    @Test
    void tells_of_a_user_who_waited_once() {
        function.invoke("{}");
        assertThat(function.warm(10).get("userColdStart")).isEqualTo(true);
        function.invoke("{}");
        assertThat(function.warm(10).get("userColdStart")).isEqualTo(false);
    }

    @Test
    void knows_that_no_user_waited_when_a_warm_event_came_first() {
        function.warm(0);
        function.invoke("{}");
        assertThat(function.warm(0).get("userColdStart")).isEqualTo(false);
    }

    @Test
    void does_not_know_how_long_init_took_where_the_process_does_not_tell_its_start() {
        FakeClock blind = new FakeClock();
        blind.processAgeMillis = -1;
        assertThat(functionOf(blind).warm(0).get("initMillis")).isNull();
    }

    @Test
    void does_not_know_how_long_init_took_in_a_process_that_is_not_its_own() {
        WarmFunction guest = WarmFunction.with(Map.of());
        assertThat(guest.warm(0).get("initMillis")).isNull();
    }

    @Test
    void does_not_know_how_long_init_took_when_it_was_restored_from_a_snapshot() {
        WarmFunction restored = WarmFunction.with(
                Map.of("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9001", "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
        assertThat(restored.warm(0).get("initMillis")).isNull();
    }
}
