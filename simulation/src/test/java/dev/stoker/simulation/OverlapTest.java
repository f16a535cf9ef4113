// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Two cycles of one target at once: an asynchronous start of an Express execution may be delivered twice. */
final class OverlapTest {
    private static final int N = 40;
    private static final String INPUT = "{\"function\":\"orders\",\"concurrency\":" + N + ",\"maxHoldMillis\":3000}";

    private static World world() {
        return World.with(LambdaSettings.with(Faults.parse("dispatch=uniform:100,seed=1", 1)))
                .start();
    }

    private static List<Cycle> twoAtOnce(World world) {
        CompletableFuture<ExecutionResult> one = world.start(INPUT);
        CompletableFuture<ExecutionResult> again = world.start(INPUT);
        List<Cycle> both = List.of(world.await(one), world.await(again));
        world.time().runUntil(world.time().nowMillis() + World.INTERVAL_MILLIS);
        return both;
    }

    @Test
    void each_proves_what_it_held_and_throttles_no_user() {
        try (World world = world()) {
            List<Cycle> cycles = new ArrayList<>(twoAtOnce(world)); // all cold
            cycles.addAll(twoAtOnce(world));
            cycles.addAll(twoAtOnce(world));

            assertThat(cycles).allSatisfy(cycle -> {
                assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
                assertThat(cycle.warm()).isGreaterThanOrEqualTo(N);
                assertThat(cycle.number("throttled")).isZero();
                assertThat(cycle.number("failed")).isZero();
            });
            assertThat(world.report(World.ORDERS).environments())
                    .as("twice as many at the most, spare slots included")
                    .hasSizeBetween(N, 2 * (N + N / 10));
        }
    }

    /**
     * The memory is that of the cycle that ends last. Its arrivals are valid, because the other's slots only compete
     * for environments.
     */
    @Test
    void what_is_remembered_is_what_one_of_them_saw() {
        try (World world = world()) {
            world.cycle(INPUT);
            twoAtOnce(world);
            twoAtOnce(world);

            JsonNode memory = Cycle.json(world.memory(World.ORDERS).orElseThrow());
            double weight = 0;
            for (JsonNode each : memory.path("arrivals")) {
                weight += each.asDouble();
            }
            assertThat(weight).isBetween(1.0, 13.0 * (N + N / 10)); // what fades by 0.92 a cycle adds up to 12.5 cycles
            memory.path("arrivals")
                    .fieldNames()
                    .forEachRemaining(edge -> assertThat(Integer.parseInt(edge)).isLessThanOrEqualTo(400));
            Cycle next = world.cycle(INPUT);
            assertThat(next.succeeded()).as(next.toString()).isTrue();
            assertThat(next.number("holdMillis")).isLessThanOrEqualTo(400);
        }
    }

    /**
     * Two cycles use twice their share of the reserved concurrency. A throttled cycle opens no further round, and
     * reports this.
     */
    @Test
    void where_concurrency_is_reserved_a_throttle_ends_it_and_the_next_cycle_is_whole() {
        try (World world = world()) {
            world.account().reserve(World.ORDERS, N * 5 / 4);
            world.cycle(INPUT);

            List<Cycle> both = twoAtOnce(world);
            Cycle next = world.cycle(INPUT);

            assertThat(both).anySatisfy(cycle -> {
                assertThat(cycle.number("throttled")).isPositive();
                assertThat(cycle.reason()).contains("Lambda throttled");
            });
            assertThat(both)
                    .filteredOn(cycle -> cycle.number("throttled") > 0)
                    .allSatisfy(cycle -> assertThat(cycle.number("rounds")).isEqualTo(1));
            assertThat(next.succeeded()).as(next.toString()).isTrue();
            assertThat(next.number("throttled")).isZero();
        }
    }
}
