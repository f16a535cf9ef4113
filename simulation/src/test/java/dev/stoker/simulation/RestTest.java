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
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cycles that rest, because users alone keep all environments warm. The same users without rests are beside them. */
final class RestTest {
    private static final String INPUT = "{\"function\":\"orders\",\"concurrency\":{\"min\":2,\"max\":60}}";

    /** With a minWarm that is always met, no cycle rests. */
    private static final String NO_RESTS = INPUT.replace("}}", "},\"minWarm\":1}");

    private static final int WORK_MILLIS = 300;
    private static final double HOUR = 3_600_000;

    /** Idle environments live for six minutes. */
    private static LambdaSettings lambda(FreeChoice choice) {
        return LambdaSettings.with(Faults.none(1).withDispatch(new Delay.Uniform(50).after(20)))
                .freeChoice(choice);
    }

    /**
     * What happened with one input.
     *
     * @param cycles the cycles
     * @param coldStarts users who waited for a new environment
     * @param heldMillis the billed time of sleep tasks
     * @param memory what the last cycle has written
     */
    private record Lived(List<Cycle> cycles, int coldStarts, long heldMillis, String memory) {
        static Lived in(LambdaSettings lambda, String input, double hours, DoubleUnaryOperator rate) {
            try (World world = World.with(lambda).start()) {
                Random random = new Random(7);
                List<Cycle> cycles = new ArrayList<>();
                long start = world.time().nowMillis();
                while (world.time().nowMillis() < start + hours * HOUR) {
                    double hour = (world.time().nowMillis() - start) / HOUR;
                    sendUsers(world, rate, hour, random);
                    long end = world.time().nowMillis() + World.INTERVAL_MILLIS;
                    cycles.add(world.cycle(input));
                    world.time().runUntil(end);
                }
                return new Lived(
                        cycles,
                        world.lives().userColdStarts(World.ORDERS),
                        world.report(World.ORDERS).bill().heldMillis(),
                        world.memory(World.ORDERS).orElseThrow());
            }
        }

        long rests() {
            return cycles.stream().filter(RestTest::rested).count();
        }

        /** The longest time between two cycles that sent at least N, in cycles. */
        int longestWait() {
            int longest = 0;
            int wait = 0;
            for (Cycle cycle : cycles) {
                wait = rested(cycle) ? wait + 1 : 0;
                longest = Math.max(longest, wait);
            }
            return longest;
        }
    }

    /** Users of one interval at random instants; rate is their mean number per second at an hour. */
    private static void sendUsers(World world, DoubleUnaryOperator rate, double hour, Random random) {
        long began = world.time().nowMillis();
        double most = 30;
        double at = began;
        while ((at += -Math.log(1 - random.nextDouble()) * 1000 / most) < began + World.INTERVAL_MILLIS) {
            if (random.nextDouble() * most < rate.applyAsDouble(hour + (at - began) / HOUR)) {
                world.send((long) at, World.ORDERS, "{\"workMillis\":" + WORK_MILLIS + "}");
            }
        }
    }

    private static boolean rested(Cycle cycle) {
        return cycle.target().path("demand").has("rest");
    }

    private static void says(String what, FreeChoice choice, Lived with, Lived without) {
        System.out.println(what + ", " + choice + ": " + with.rests() + " of "
                + with.cycles().size() + " cycles rested; billed ms of sleep tasks " + with.heldMillis()
                + " instead of "
                + without.heldMillis() + "; users' cold starts " + with.coldStarts() + " instead of "
                + without.coldStarts());
    }

    @ParameterizedTest
    @EnumSource
    void while_users_keep_all_warm_cycles_rest_and_cost_less_and_no_user_waits_for_it(FreeChoice choice) {
        Lived with = Lived.in(lambda(choice), INPUT, 4, hour -> 8);
        Lived without = Lived.in(lambda(choice), NO_RESTS, 4, hour -> 8);

        says("8 users a second", choice, with, without);
        assertThat(with.coldStarts()).isLessThanOrEqualTo(without.coldStarts());
        assertThat(without.rests()).isZero();
        assertThat(with.longestWait()).isLessThanOrEqualTo(3);
        if (choice == FreeChoice.MOST_RECENT) {
            assertThat(with.rests()).as("some are always unused").isZero();
        } else {
            assertThat(with.rests()).isGreaterThan(15);
            assertThat(with.heldMillis()).isLessThan(without.heldMillis() * 3 / 4);
        }
        assertThat(with.cycles()).allSatisfy(cycle -> {
            assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
            JsonNode rest = cycle.target().path("demand").path("rest");
            if (rested(cycle)) {
                assertThat(cycle.number("requested")).isEqualTo(2);
                assertThat(cycle.number("sleepTasks")).isBetween(2, 3);
                assertThat(rest.path("notProven").asInt() + cycle.warm())
                        .isEqualTo(cycle.target().path("demand").path("chosen").asInt());
            }
        });
    }

    @ParameterizedTest
    @EnumSource(names = "MOST_RECENT", mode = EnumSource.Mode.EXCLUDE)
    void when_users_stop_in_a_rest_no_environment_is_idle_for_five_minutes(FreeChoice choice) {
        // A cycle begins at 2:00. Users stop then, or at other times of the interval after it, the last less than 0.6
        // minutes before its end.
        for (double stop : Thorough.ON ? new double[] {2, 2.02, 2.05, 2.06} : new double[] {2, 2.06}) {
            Lived lived = Lived.in(lambda(choice).idleMillis(300_000), INPUT, 2.4, hour -> hour < stop ? 8 : 0);

            List<Cycle> later = lived.cycles().subList(31, lived.cycles().size());
            System.out.println("users stop at " + stop + ", " + choice + ": " + lived.rests() + " rests, then "
                    + later.stream()
                            .map(cycle -> (rested(cycle) ? "rest " : "N ") + cycle.warm())
                            .toList());
            assertThat(lived.rests()).isPositive();
            assertThat(later)
                    .allSatisfy(cycle -> assertThat(cycle.number("coldStarts"))
                            .as("no environment was gone: %s", cycle)
                            .isZero());
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MOST_RECENT", mode = EnumSource.Mode.EXCLUDE)
    @Thorough
    void users_who_fade_away_and_environments_that_live_two_hours_change_nothing(FreeChoice choice) {
        DoubleUnaryOperator fading = hour -> hour < 2 ? 12 : Math.max(1, 12 - 5 * (hour - 2));
        LambdaSettings lambda = lambda(choice).lifetimeMillis(7_200_000);
        Lived with = Lived.in(lambda, INPUT, 4, fading);
        Lived without = Lived.in(lambda, NO_RESTS, 4, fading);

        says("12 users a second, fading", choice, with, without);
        assertThat(with.rests()).isGreaterThan(3);
        assertThat(with.coldStarts())
                .as("random picks and ends of environments are drawn at other instants")
                .isLessThanOrEqualTo(without.coldStarts() + 1);
    }

    @Test
    void when_Lambda_begins_to_pick_the_most_recently_used_environment_the_next_probes_see_it() {
        Lived before = Lived.in(lambda(FreeChoice.RANDOM), INPUT, 2, hour -> 8);
        try (World world = World.with(lambda(FreeChoice.MOST_RECENT)).start()) {
            String now = "\"at\":" + world.time().nowMillis() + ",\"left\":3";
            String memory = before.memory().replaceAll("\"at\":\\d{13},\"left\":\\d", now);
            int kept = Cycle.json(memory).path("demand").path("chosen").asInt();
            for (int user = 0; user < kept; user++) {
                world.send(world.time().nowMillis(), World.ORDERS, "{\"workMillis\":" + WORK_MILLIS + "}");
            }
            sendUsers(world, hour -> 8, 0, new Random(8));
            world.time().runUntil(world.time().nowMillis() + World.INTERVAL_MILLIS);
            world.account().putParameter(World.memoryName(World.ORDERS), memory);

            Cycle cycle = world.cycle(INPUT);

            assertThat(memory).contains(now);
            assertThat(rested(cycle)).as(cycle.toString()).isFalse();
            assertThat(cycle.number("requested")).isGreaterThanOrEqualTo(kept);
            assertThat(cycle.number("sleepTasks"))
                    .as("two probes and a full round")
                    .isGreaterThanOrEqualTo(cycle.number("slots") + 2);
        }
    }
}
