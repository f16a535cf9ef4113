// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N that follows demand, whichever free environment Lambda picks. */
final class DemandTest {
    private static final String INPUT =
            "{\"function\":\"orders\",\"concurrency\":{\"min\":2,\"max\":60},\"maxHoldMillis\":3000}";
    private static final int WORK_MILLIS = 300;

    /** Idle environments live for five minutes: from one cycle to the next, but not to the one after it. */
    private static World.Plan worldOf(FreeChoice choice) {
        return World.with(LambdaSettings.with(Faults.none(1).withDispatch(new Delay.Uniform(50).after(20)))
                .idleMillis(300_000)
                .freeChoice(choice));
    }

    /** Users at random instants, with this mean number per second, and one cycle in each interval. */
    private static List<Cycle> live(World world, String input, int intervals, double perSecond, Random random) {
        List<Cycle> cycles = new ArrayList<>();
        for (int i = 0; i < intervals; i++) {
            long began = world.time().nowMillis();
            long end = began + World.INTERVAL_MILLIS;
            double at = began;
            while (perSecond > 0 && (at += -Math.log(1 - random.nextDouble()) * 1000 / perSecond) < end) {
                world.send((long) at, World.ORDERS, "{\"workMillis\":" + WORK_MILLIS + "}");
            }
            cycles.add(world.cycle(input));
            world.time().runUntil(end);
        }
        return cycles;
    }

    /** N in each cycle, also if it rested and requested only probes. */
    private static List<Integer> requested(List<Cycle> cycles) {
        return cycles.stream()
                .map(cycle -> rested(cycle) ? demand(cycle).path("chosen").asInt() : cycle.number("requested"))
                .toList();
    }

    private static boolean rested(Cycle cycle) {
        return demand(cycle).has("rest");
    }

    private static List<Cycle> awake(List<Cycle> cycles) {
        return cycles.stream().filter(cycle -> !rested(cycle)).toList();
    }

    private static JsonNode demand(Cycle cycle) {
        return cycle.target().path("demand");
    }

    private static JsonNode memory(World world) {
        return Cycle.json(world.memory(World.ORDERS).orElseThrow());
    }

    private static void remember(World world, String text) {
        world.account().putParameter(World.memoryName(World.ORDERS), text);
    }

    /** Mean concurrency 1.5, then 9, then 0. */
    @ParameterizedTest
    @EnumSource
    void users_who_come_meet_few_cold_starts_and_N_falls_when_they_leave(FreeChoice choice) {
        try (World world = worldOf(choice).start()) {
            Random random = new Random(7);
            List<Cycle> few = live(world, INPUT, 30, 5, random);
            int firstUsers = world.lives().userColdStarts(World.ORDERS);
            List<Cycle> many = live(world, INPUT, 2, 30, random);
            int rise = world.lives().userColdStarts(World.ORDERS) - firstUsers;
            List<Cycle> settled = live(world, INPUT, 60, 30, random);
            int later = world.lives().userColdStarts(World.ORDERS) - firstUsers - rise;
            List<Cycle> none = live(world, INPUT, 60, 0, random);

            System.out.println(choice + ": 5 users per second, N " + requested(few) + "; 30, N " + requested(many)
                    + requested(settled) + "; none, N " + requested(none) + "; users' cold starts " + firstUsers
                    + ", "
                    + rise + " in the first 8 minutes of the rise, " + later + " in the 4 hours after it");
            Stream.of(few, many, settled, none).flatMap(List::stream).forEach(cycle -> {
                assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
                assertThat(cycle.number("requested")).isBetween(2, 60);
                assertThat(cycle.warm()).isGreaterThanOrEqualTo(cycle.number("requested"));
            });
            assertThat(requested(few).get(29)).isBetween(6, 20);
            assertThat(demand(awake(few).get(awake(few).size() - 1))
                            .path("mean")
                            .asDouble())
                    .isBetween(0.5, 3.5);
            assertThat(requested(settled).get(59)).isBetween(14, 40);
            assertThat(meanOf(settled)).as("the mean concurrency is 9").isBetween(7.0, 11.0);
            assertThat(rise).as("who came first").isLessThanOrEqualTo(20);
            assertThat(later).as("of 432,000").isLessThanOrEqualTo(12);
            assertThat(requested(none).get(59)).isEqualTo(2);
        }
    }

    @Test
    @Thorough
    void a_day_is_as_the_documentation_draws_it() {
        try (World world = worldOf(FreeChoice.MOST_RECENT).start()) {
            DemandDay day = DemandDay.run(world);

            Results.same("demand-day.txt", day.lines());
            Results.drawn("demand-day.svg", day.svg());
            assertThat(day.requestedAt(12)).isGreaterThan(2 * day.requestedAt(1));
            assertThat(day.requestedAt(23)).isLessThan(day.requestedAt(12));
            assertThat(day.coldStarts() - day.coldStartsOfTheCrowd())
                    .as("on a day that is like the day before")
                    .isLessThanOrEqualTo(10);
        }
    }

    private static double meanOf(List<Cycle> cycles) {
        return awake(cycles).stream()
                .mapToDouble(cycle -> demand(cycle).path("mean").asDouble())
                .average()
                .orElseThrow();
    }

    @Test
    void in_the_first_week_no_hour_of_an_earlier_week_is_known() {
        try (World world = worldOf(FreeChoice.MOST_RECENT).start()) {
            assertThat(live(world, INPUT, 60, 2, new Random(7)))
                    .as("four hours")
                    .allSatisfy(
                            cycle -> assertThat(demand(cycle).path("profile").isNull())
                                    .as(cycle.toString())
                                    .isTrue());
        }
    }

    @Test
    @Thorough
    void the_hours_of_the_week_are_known_after_a_week_and_the_memory_fits_a_parameter() {
        try (World world = worldOf(FreeChoice.MOST_RECENT).start()) {
            Random random = new Random(7);
            List<Cycle> cycles = new ArrayList<>();
            // Half an hour of users in each six hours, for eight days.
            for (int i = 0; i < 32; i++) {
                cycles.addAll(live(world, INPUT, 8, 1, random));
                cycles.addAll(live(world, INPUT, 82, 0, random));
            }

            assertThat(cycles.subList(0, 7 * 24 * 15 - 15))
                    .allSatisfy(
                            cycle -> assertThat(demand(cycle).path("profile").isNull())
                                    .as(cycle.toString())
                                    .isTrue());
            assertThat(demand(cycles.get(cycles.size() - 1)).path("profile").isInt())
                    .isTrue();
            String memory = world.memory(World.ORDERS).orElseThrow();
            System.out.println("the memory of a week has " + memory.length() + " characters of 4,096: " + memory);
            assertThat(memory.length()).isLessThan(4096);
            assertThat(memory(world).path("demand").path("profile").textValue())
                    .hasSize(336)
                    .isNotEqualTo("A".repeat(336));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON at all",
                "[]",
                "{\"reachMillis\":88,\"spreadMillis\":61,\"concurrency\":22}",
                "{\"version\":2,\"arrivals\":{\"60\":3},\"concurrency\":20}",
                "{\"version\":3,\"demand\":7}",
                "{\"version\":3,\"demand\":{\"offsets\":{},\"cycles\":1e300,\"chosen\":-7,\"hour\":[],\"profile\":\"x\"}}",
                "{\"version\":3,\"demand\":{\"offsets\":5,\"losses\":\"x\",\"levels\":[1],\"guesses\":null,\"at\":\"now\",\"hour\":{\"at\":1}}}"
            })
    void old_and_absurd_memory_means_the_defaults(String text) {
        try (World world = worldOf(FreeChoice.MOST_RECENT).start()) {
            remember(world, text);

            Cycle cycle = world.cycle(INPUT);

            assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
            assertThat(cycle.number("requested")).isEqualTo(2);
            assertThat(demand(cycle).path("chosen").asInt()).isEqualTo(2);
            assertThat(memory(world).path("demand").path("offsets").size()).isEqualTo(3);
        }
    }

    @Test
    void a_number_that_is_given_keeps_what_was_learned_of_demand() {
        try (World world = worldOf(FreeChoice.MOST_RECENT).start()) {
            live(world, INPUT, 3, 5, new Random(7));
            JsonNode before = memory(world).path("demand");

            world.cycle("{\"function\":\"orders\",\"concurrency\":4}");

            assertThat(before.path("cycles").asInt()).isPositive();
            assertThat(memory(world).path("demand")).isEqualTo(before);
        }
    }

    @Test
    void warming_stays_within_80_percent_of_the_reserved_concurrency() {
        try (World world = worldOf(FreeChoice.MOST_RECENT).start()) {
            world.account().reserve(World.ORDERS, 10);
            List<Cycle> cycles = live(world, INPUT, 12, 20, new Random(7));

            assertThat(cycles).allSatisfy(cycle -> {
                assertThat(cycle.number("slots")).isLessThanOrEqualTo(8);
                assertThat(demand(cycle).path("chosen").asInt()).isLessThanOrEqualTo(8);
            });
        }
    }

    @Test
    void of_several_targets_one_may_follow_demand() {
        try (World world = World.with(LambdaSettings.with(Faults.none(1)))
                .functions("orders", "carts")
                .start()) {
            Cycle cycle =
                    world.cycle("{\"targets\":[{\"function\":\"carts\",\"concurrency\":3},{\"function\":\"orders\","
                            + "\"concurrency\":{\"min\":2,\"max\":9}}]}");

            JsonNode targets = cycle.report().path("targets");
            assertThat(cycle.number("requested")).isEqualTo(3);
            assertThat(targets.path(0).has("demand")).isFalse();
            assertThat(targets.path(1).path("requested").asInt()).isEqualTo(2);
            assertThat(targets.path(1).path("demand").path("chosen").asInt()).isEqualTo(2);
            assertThat(cycle.report().path("requested").asInt()).isEqualTo(5);
        }
    }
}
