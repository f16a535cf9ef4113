// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory of a target, and how cycles use it. */
final class MemoryTest {
    private static final String INPUT = "{\"function\":\"orders\",\"concurrency\":20,\"maxHoldMillis\":3000}";
    private static final int DEFAULT_HOLD_MILLIS = 300;

    private static LambdaSettings dispatch(Delay dispatch) {
        return LambdaSettings.with(Faults.none(1).withDispatch(dispatch));
    }

    private static LambdaSettings uniform(long millis) {
        return dispatch(new Delay.Uniform(millis).after(60));
    }

    private static JsonNode memory(World world) {
        return Cycle.json(world.memory(World.ORDERS).orElseThrow());
    }

    private static void remember(World world, String text) {
        world.account().putParameter(World.memoryName(World.ORDERS), text);
    }

    private static void remember(World world, long reach, long spread) {
        remember(world, "{\"reachMillis\":" + reach + ",\"spreadMillis\":" + spread + ",\"concurrency\":20}");
    }

    @Test
    void a_first_cycle_knows_nothing_and_the_third_holds_what_the_second_has_seen() {
        try (World world = World.with(uniform(100)).start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(3, INPUT, cycles::add);

            assertThat(cycles.get(0).number("holdMillis")).isEqualTo(DEFAULT_HOLD_MILLIS);
            assertThat(cycles.get(0).number("spare")).isZero();
            assertThat(cycles.get(1).number("holdMillis"))
                    .as("the first cycle was all cold")
                    .isEqualTo(DEFAULT_HOLD_MILLIS);
            assertThat(cycles.get(2).number("holdMillis"))
                    .as("calls arrive after 60 to 160 ms")
                    .isBetween(140, 180);
            assertThat(cycles).allSatisfy(cycle -> assertThat(cycle.warm()).isGreaterThanOrEqualTo(20));
        }
    }

    @Test
    void memory_is_a_histogram_of_arrivals_with_fading_weight() {
        try (World world = World.with(uniform(100)).start()) {
            world.cycles(2, INPUT, cycle -> {});
            JsonNode arrivals = memory(world).path("arrivals");

            assertThat(memory(world).path("version").asInt()).isEqualTo(2);
            assertThat(weight(arrivals)).as("those of one cycle").isEqualTo(20);
            arrivals.fieldNames()
                    .forEachRemaining(edge -> assertThat(Integer.parseInt(edge)).isBetween(65, 160));

            world.cycles(30, INPUT, cycle -> {});

            assertThat(weight(memory(world).path("arrivals")))
                    .as("20 or 22 a cycle, 0.92 of what was there before")
                    .isBetween(20 / 0.08 * 0.85, 22 / 0.08 * 1.1);
            assertThat(memory(world).toString()).hasSizeLessThan(4096);
        }
    }

    private static double weight(JsonNode arrivals) {
        double sum = 0;
        for (JsonNode weight : arrivals) {
            sum += weight.asDouble();
        }
        return sum;
    }

    @Test
    void a_cycle_of_cold_starts_alone_leaves_what_is_known_of_arrivals_as_it_was() {
        try (World world = World.with(uniform(100)).start()) {
            remember(world, "{\"version\":2,\"arrivals\":{\"480\":50,\"520\":50},\"concurrency\":20}");

            Cycle cycle = world.cycle(INPUT);

            assertThat(cycle.number("coldStarts")).isGreaterThanOrEqualTo(20);
            assertThat(cycle.number("holdMillis")).isEqualTo(520);
            assertThat(memory(world).path("arrivals").toString()).isEqualTo("{\"480\":50,\"520\":50}");
        }
    }

    @Test
    void what_the_first_version_wrote_is_still_read() {
        try (World world = World.with(uniform(100)).start()) {
            remember(world, 500, 100);

            Cycle cycle = world.cycle(INPUT);

            assertThat(cycle.number("holdMillis")).isBetween(480, 560);
            assertThat(memory(world).path("version").asInt()).isEqualTo(2);
        }
    }

    @Test
    void one_environment_needs_no_hold_and_no_spare() {
        try (World world = World.with(uniform(1600)).start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(3, "{\"function\":\"orders\",\"concurrency\":1}", cycles::add);

            assertThat(cycles).allSatisfy(cycle -> {
                assertThat(cycle.warm()).isEqualTo(1);
                assertThat(cycle.number("slots")).isEqualTo(1);
                assertThat(cycle.number("holdMillis")).isEqualTo(1);
            });
        }
    }

    @Test
    void a_most_of_no_spare_slots_sends_none() {
        try (World world = World.with(dispatch(new Delay.LogNormal(100, 1))).start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(10, INPUT.replace("}", ",\"maxSpare\":0}"), cycles::add);

            assertThat(cycles).allSatisfy(cycle -> {
                assertThat(cycle.warm()).isEqualTo(20);
                assertThat(cycle.number("slots")).isEqualTo(20);
            });
        }
    }

    @Test
    void spare_slots_stay_within_users_share_of_the_reserved_concurrency() {
        try (World world = World.with(dispatch(new Delay.LogNormal(100, 1))).start()) {
            world.account().reserve(World.ORDERS, 25);
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(10, INPUT.replace("}", ",\"maxSpare\":10}"), cycles::add);

            assertThat(cycles)
                    .allSatisfy(cycle -> assertThat(cycle.number("slots")).isEqualTo(20));
        }
    }

    @Test
    void a_spread_that_grows_is_followed_at_once() {
        try (World world = World.with(uniform(400)).start()) {
            world.cycles(2, INPUT, cycle -> {});
            remember(world, 80, 20);

            Cycle tooShort = world.cycle(INPUT);
            world.time().runUntil(world.time().nowMillis() + World.INTERVAL_MILLIS);
            Cycle next = world.cycle(INPUT);

            assertThat(tooShort.number("rounds")).isGreaterThan(1);
            assertThat(tooShort.warm()).as("the rounds make good").isGreaterThanOrEqualTo(20);
            assertThat(next.number("rounds")).isEqualTo(1);
            assertThat(next.warm()).isGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void a_spread_that_shrinks_is_followed_at_once_too() {
        try (World world = World.with(uniform(20)).start()) {
            world.cycles(2, INPUT, cycle -> {});
            remember(world, 1000, 800);
            List<Integer> holds = new ArrayList<>();
            world.cycles(15, INPUT, cycle -> holds.add(cycle.number("holdMillis")));

            assertThat(holds.get(0)).isGreaterThan(900);
            assertThat(holds.get(14)).isLessThanOrEqualTo(100);
        }
    }

    @Test
    void of_a_long_tail_no_cycle_proves_fewer_since_the_rounds_make_good_what_the_hold_misses() {
        Delay longTail = new Delay.LogNormal(100, 1);
        try (World world = World.with(dispatch(longTail)).start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(40, INPUT, cycles::add);

            assertThat(cycles).allSatisfy(cycle -> {
                assertThat(cycle.warm()).as(cycle.toString()).isGreaterThanOrEqualTo(20);
                assertThat(cycle.number("holdMillis")).isLessThanOrEqualTo(3000);
            });
            assertThat(cycles).extracting(cycle -> cycle.number("rounds")).contains(2);
        }
    }

    @Test
    void a_hold_that_is_given_is_held_and_nothing_is_learned() {
        try (World world = World.with(uniform(20)).start()) {
            world.cycles(
                    3,
                    INPUT.replace("}", ",\"holdMillis\":700}"),
                    cycle -> assertThat(cycle.number("holdMillis")).isEqualTo(700));

            assertThat(memory(world).path("arrivals")).isEmpty();
        }
    }

    @Test
    void memory_is_written_once_a_cycle_at_most() {
        List<String> writers = new ArrayList<>();
        try (World world = World.with(uniform(100))
                .taskFaults(ServiceTrouble.of(ServiceTrouble.PUT_PARAMETER, timeline -> (call, service, reply) -> {
                    writers.add(call.executionArn());
                    service.start(call, reply);
                }))
                .start()) {
            world.cycles(14, INPUT, cycle -> {});

            assertThat(writers).hasSize(14).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_qualifier_has_a_memory_of_its_own() {
        try (World world = World.with(uniform(20)).start()) {
            world.account().publish("orders", "live");

            assertThat(world.cycle("{\"function\":\"orders:live\",\"concurrency\":3}")
                            .warm())
                    .isEqualTo(3);
            assertThat(world.cycle("{\"function\":\"orders:$LATEST\",\"concurrency\":3}")
                            .warm())
                    .isEqualTo(3);

            assertThat(world.account().parameter("/stoker/stoker/000000000000/orders/live"))
                    .isPresent();
            assertThat(world.memory("orders")).isPresent();
        }
    }

    @Test
    void a_function_of_another_account_has_a_memory_under_that_account() {
        try (World world = World.with(uniform(20)).start()) {
            Cycle cycle = world.cycle("{\"function\":\"arn:aws:lambda:us-east-1:111122223333:function:orders:live\","
                    + "\"concurrency\":2,\"minWarm\":0}");

            assertThat(world.account().parameter("/stoker/stoker/111122223333/orders/live"))
                    .isPresent();
            assertThat(cycle.target().path("limitKnown").asBoolean())
                    .as("nobody may ask for the concurrency of another account's function")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON at all",
                "null",
                "[]",
                "\"\"",
                "{\"reachMillis\":\"88\",\"spreadMillis\":{}}",
                "{\"reachMillis\":-1,\"spreadMillis\":1e300,\"concurrency\":[],\"reservedReadAt\":\"yesterday\"}",
                "{\"reservedConcurrency\":-3,\"reservedReadAt\":\"2099-01-01T00:00:00.000Z\",\"warm\":null}",
                "{\"a\\\"b\":\"\\\\\"}"
            })
    void nonsense_in_the_memory_means_the_defaults_and_is_written_over(String nonsense) {
        try (World world = World.with(uniform(100)).start()) {
            remember(world, nonsense);

            Cycle cycle = world.cycle(INPUT);

            assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
            assertThat(cycle.number("holdMillis")).isEqualTo(DEFAULT_HOLD_MILLIS);
            assertThat(memory(world).path("updatedAt").isTextual()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ssm.ThrottlingException", "Ssm.InternalServerErrorException", "Ssm.SsmException"})
    void memory_that_cannot_be_read_means_the_defaults_and_is_left_alone(String error) {
        try (World world = troubled(ServiceTrouble.GET_PARAMETER, ServiceTrouble.refused(error))) {
            remember(world, "{\"reachMillis\":500,\"spreadMillis\":100}");

            Cycle cycle = world.cycle(INPUT);

            assertThat(cycle.warm()).isEqualTo(20);
            assertThat(cycle.number("holdMillis")).isEqualTo(DEFAULT_HOLD_MILLIS);
            assertThat(memory(world).path("reachMillis").asInt()).isEqualTo(500);
        }
    }

    @Test
    void slow_memory_costs_a_second_at_most_for_reading_and_two_for_writing() {
        long without;
        try (World world = World.with(uniform(100)).start()) {
            without = world.cycle(INPUT).millis();
        }
        try (World slow = troubled("aws-sdk:ssm", ServiceTrouble.late(20_000))) {
            Cycle cycle = slow.cycle(INPUT);

            assertThat(cycle.warm()).isEqualTo(20);
            assertThat(cycle.millis()).isBetween(without, without + 1_100);
        }
        try (World slow = troubled(ServiceTrouble.PUT_PARAMETER, ServiceTrouble.silent())) {
            Cycle cycle = slow.cycle(INPUT);

            assertThat(cycle.warm()).isEqualTo(20);
            assertThat(cycle.millis()).isBetween(without, without + 2_100);
        }
    }

    private static World troubled(String resources, Function<VirtualTimeline, ServiceTrouble.Fate> fate) {
        Function<VirtualTimeline, TaskFaults> trouble = ServiceTrouble.of(resources, fate);
        return World.with(uniform(100)).taskFaults(trouble).start();
    }
}
