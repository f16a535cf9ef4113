// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The output when something fails: warm is never more than the number of environments, and the reason contains cause
 * and number.
 */
final class FaultsTest {
    private static final int LONGEST_EXECUTION_MILLIS = 300_000;

    private static World world(String faults) {
        return World.with(LambdaSettings.with(Faults.parse(faults, 1))).start();
    }

    private static String input(int concurrency) {
        return "{\"function\":\"orders\",\"concurrency\":" + concurrency + ",\"maxHoldMillis\":3000}";
    }

    private static void isTrue(World world, Cycle cycle) {
        JsonNode target = cycle.target();
        int failures = target.path("failed").asInt() + target.path("throttled").asInt();
        int errors = 0;
        for (JsonNode count : target.path("errors")) {
            errors += count.asInt();
        }
        assertThat(errors).as("the errors add up: %s", cycle).isEqualTo(failures);
        assertThat(cycle.warm())
                .as("no more than lived: %s", cycle)
                .isBetween(0, world.lives().livedSince(World.ORDERS));
        assertThat(cycle.millis()).isLessThan(LONGEST_EXECUTION_MILLIS);
        assertThat(cycle.warm() >= target.path("requested").asInt())
                .as("a reason where there is a shortfall: %s", cycle)
                .isEqualTo(cycle.reason().isEmpty());
    }

    /** The fault, and the text that the reason or the errors must contain. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "init-fail=0.3,seed=3; Runtime.ExitError",
                "throttle=0.2,seed=3; Lambda.TooManyRequestsException",
                "service-error=0.6,seed=3; Lambda.ServiceException",
                "handler-error=0.3,seed=3; Stoker.InjectedHandlerError",
                "crash=0.3,seed=3; Runtime.ExitError"
            })
    void an_error_is_counted_by_its_name_in_its_own_slot(String faults, String named) {
        try (World world = world(faults)) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(4, input(40), cycle -> {
                isTrue(world, cycle);
                cycles.add(cycle);
                world.lives().mark(World.ORDERS);
            });

            assertThat(cycles)
                    .anySatisfy(cycle ->
                            assertThat(cycle.target().path("errors").toString()).contains(named));
        }
    }

    @Test
    void answers_of_another_environment_are_unproven_and_the_slots_that_were_asked_again_prove_themselves() {
        try (World world = world("garbage=0.2,seed=5")) {
            Cycle cycle = world.cycle(input(40).replace("}", ",\"maxRounds\":1}"));

            isTrue(world, cycle);
            assertThat(cycle.number("unproven")).isBetween(1, 20);
            assertThat(cycle.warm()).isEqualTo(40 - cycle.number("unproven"));
            assertThat(cycle.reason()).contains(cycle.number("unproven") + " of 40 slots were not answered");
        }
    }

    @Test
    void a_throttle_ends_the_cycle_and_the_reason_tells_how_many() {
        try (World world = world("throttle=0.2,seed=3")) {
            Cycle cycle = world.cycle(input(40));

            assertThat(cycle.number("rounds")).isEqualTo(1);
            assertThat(cycle.number("throttled")).isPositive();
            assertThat(cycle.reason()).contains("throttled " + cycle.number("throttled") + " sleep tasks");
        }
    }

    /** The clock is wrong by at most a second, which is more than observed on AWS. */
    @ParameterizedTest
    @ValueSource(longs = {-1000, -300, 300, 1000})
    void a_clock_that_is_off_costs_a_longer_hold_and_no_truth(long millis) {
        try (World world = world("dispatch=uniform:100,clock=" + millis + ",seed=1")) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(6, input(30), cycle -> {
                isTrue(world, cycle);
                cycles.add(cycle);
            });

            Cycle last = cycles.get(5);
            assertThat(last.warm()).as(last.toString()).isBetween(30, 33);
            assertThat(last.number("holdMillis")).isLessThanOrEqualTo(1_000 + 100 + 170);
        }
    }

    @Test
    void init_over_10_s_is_repeated_within_the_invocation_and_proven_all_the_same() {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .init(InitModel.fixed(12_000))
                .start()) {
            Cycle cycle = world.cycle(input(40));

            isTrue(world, cycle);
            assertThat(cycle.warm()).isEqualTo(40);
            assertThat(cycle.millis()).isGreaterThanOrEqualTo(22_000);
        }
    }

    @Test
    void a_sleep_task_that_outlasts_timeoutSeconds_is_a_failed_slot() {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .init(InitModel.fixed(9_000))
                .start()) {
            Cycle cycle = world.cycle(input(40).replace("}", ",\"timeoutSeconds\":5,\"maxRounds\":1}"));

            isTrue(world, cycle);
            assertThat(cycle.number("failed")).isEqualTo(40);
            assertThat(cycle.target().path("errors").toString()).isEqualTo("{\"States.Timeout\":40}");
            assertThat(cycle.millis()).isBetween(5_000L, 6_000L);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whether_lambda_hands_a_waiting_request_over_or_not_warm_is_what_there_is(boolean handOver) {
        LambdaSettings lambda = LambdaSettings.with(Faults.parse("dispatch=uniform:1500,seed=1", 1))
                .handOver(handOver);
        try (World world = World.with(lambda).start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(4, input(40), cycle -> {
                isTrue(world, cycle);
                assertThat(cycle.warm())
                        .isLessThanOrEqualTo(
                                world.report(World.ORDERS).environments().size());
                cycles.add(cycle);
            });

            assertThat(cycles.get(3).warm()).isBetween(40, 44);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hangs, Sandbox.Timedout, failed",
        "dies, Runtime.ExitError, failed",
        "throws, com.acme.No, failed",
        "huge, Function.ResponseSizeTooLarge|States.DataLimitExceeded, failed",
        "garbage, '', unproven",
        "lambda-warmer, '', unproven"
    })
    void one_target_that_misbehaves_never_touches_another(String odd, String error, String counted) {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .environments(OddFunctions.withInit(InitModel.fixed(500)))
                .functions(World.ORDERS, odd)
                .start()) {
            Cycle cycle = world.cycle("{\"targets\":[{\"function\":\"" + odd + "\",\"concurrency\":3,\"maxRounds\":1},"
                    + "{\"function\":\"orders\",\"concurrency\":5}]}");

            JsonNode bad = cycle.report().path("targets").path(0);
            JsonNode good = cycle.report().path("targets").path(1);
            assertThat(good.path("warm").asInt()).as(cycle.toString()).isEqualTo(5);
            assertThat(bad.path("warm").asInt()).isZero();
            assertThat(bad.path(counted).asInt()).as(bad.toString()).isEqualTo(3);
            assertThat(bad.path("errors").toString()).containsPattern(error);
            assertThat(bad.path("reason").asText()).isNotEmpty();
        }
    }

    @Test
    void late_shards_open_another_round_that_waits_for_them() {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .taskFaults(ServiceTrouble.of(ServiceTrouble.START_EXECUTION, timeline -> {
                    int[] calls = {0};
                    return (call, service, reply) ->
                            timeline.after(calls[0]++ % 3 == 2 ? 900 : 0, () -> service.start(call, reply));
                }))
                .start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(2, input(90), cycle -> {
                isTrue(world, cycle);
                cycles.add(cycle);
            });

            assertThat(cycles.get(0).number("rounds")).isGreaterThan(1);
            assertThat(cycles.get(0).warm()).isBetween(90, 99);
            assertThat(cycles.get(1).number("rounds")).as("it has learned").isEqualTo(1);
            assertThat(cycles.get(1).warm()).isBetween(90, 99);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sfn.ThrottlingException", "Sfn.StateMachineDoesNotExistException"})
    void a_shard_that_is_refused_counts_as_its_slots_failed(String error) {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .taskFaults(ServiceTrouble.of(ServiceTrouble.START_EXECUTION, timeline -> {
                    int[] calls = {0};
                    return (call, service, reply) -> {
                        if (calls[0]++ % 3 == 2) {
                            reply.fail(error, "the test refuses it");
                        } else {
                            service.start(call, reply);
                        }
                    };
                }))
                .start()) {
            Cycle cycle = world.cycle(input(90).replace("}", ",\"maxRounds\":1}"));

            isTrue(world, cycle);
            assertThat(cycle.warm()).isEqualTo(60);
            assertThat(cycle.number("failed")).isEqualTo(30);
            assertThat(cycle.target().path("errors").toString()).isEqualTo("{\"" + error + "\":30}");
        }
    }

    /** One of two shards is lost, and the other has served no users, so there is nothing to add up for them. */
    @Test
    void a_shard_that_is_lost_beside_one_without_users_leaves_that_ones_count() {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .taskFaults(ServiceTrouble.of(ServiceTrouble.START_EXECUTION, timeline -> {
                    int[] calls = {0};
                    return (call, service, reply) -> {
                        if (calls[0]++ > 0) {
                            service.start(call, reply);
                        }
                    };
                }))
                .start()) {
            Cycle cycle = world.cycle(input(40).replace("}", ",\"maxRounds\":1}"));

            isTrue(world, cycle);
            assertThat(cycle.warm()).isEqualTo(20);
            assertThat(cycle.target().path("errors").toString()).isEqualTo("{\"States.Timeout\":20}");
        }
    }

    @Test
    void a_shard_that_never_answers_ends_with_its_time() {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .taskFaults(ServiceTrouble.of(ServiceTrouble.START_EXECUTION, ServiceTrouble.silent()))
                .start()) {
            Cycle cycle = world.cycle(input(90).replace("}", ",\"timeoutSeconds\":20}"));

            isTrue(world, cycle);
            assertThat(cycle.number("failed")).isEqualTo(90);
            assertThat(cycle.millis()).isBetween(20_000L, 30_000L);
        }
    }

    @Test
    void a_limit_that_cannot_be_read_is_reported_and_bounds_nothing() {
        try (World world = World.with(LambdaSettings.with(Faults.parse("throttle=0.2,seed=3", 1)))
                .taskFaults(ServiceTrouble.of(
                        ServiceTrouble.GET_CONCURRENCY, ServiceTrouble.refused("Lambda.AccessDeniedException")))
                .start()) {
            world.account().reserve(World.ORDERS, 10);

            Cycle cycle = world.cycle(input(20));

            assertThat(cycle.target().path("limitKnown").asBoolean()).isFalse();
            assertThat(cycle.number("slots")).isEqualTo(20);
            assertThat(cycle.number("throttled")).isGreaterThanOrEqualTo(10);
            assertThat(cycle.reason()).contains("could not be read, so no limit is known");
        }
    }

    @Test
    void a_limit_is_read_once_an_hour_and_obeyed() {
        int[] reads = {0};
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .taskFaults(ServiceTrouble.of(ServiceTrouble.GET_CONCURRENCY, timeline -> (call, service, reply) -> {
                    reads[0]++;
                    service.start(call, reply);
                }))
                .start()) {
            world.account().reserve(World.ORDERS, 10);
            world.cycles(16, input(20), cycle -> {
                assertThat(cycle.warm()).isEqualTo(8);
                assertThat(cycle.number("slots")).isEqualTo(8);
                assertThat(cycle.target().path("reservedConcurrency").asInt()).isEqualTo(10);
                assertThat(cycle.reason()).contains("12 slots were not sent").contains("Reserve at least 25");
            });

            assertThat(reads[0]).as("in 64 minutes").isEqualTo(2);
        }
    }
}
