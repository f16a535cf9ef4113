// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of slots and twenty targets. */
final class ScaleTest {
    private static final int MOST_BYTES = 256 * 1024;

    private static LambdaSettings account(int concurrency) {
        return LambdaSettings.with(Faults.none(1).withDispatch(new Delay.Uniform(50)))
                .accountConcurrency(concurrency);
    }

    /** The same settings without the limit of new environments. */
    static LambdaSettings boundless(LambdaSettings lambda) {
        return lambda.newEnvironments(lambda.accountConcurrency());
    }

    @Test
    @Thorough
    void a_number_above_1000_grows_over_cycles_without_a_throttle_and_the_shortfall_says_so() {
        try (World world = World.with(account(4000)).start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(4, "{\"function\":\"orders\",\"concurrency\":3000}", cycles::add);

            assertThat(cycles).extracting(Cycle::warm).startsWith(1000, 1800, 2600);
            assertThat(cycles.get(3).warm()).as("with spare slots").isBetween(3000, 3300);
            assertThat(cycles.subList(0, 3)).allSatisfy(cycle -> {
                assertThat(cycle.result().error()).contains("Stoker.Shortfall");
                assertThat(cycle.reason()).contains("not sent yet").contains("growing");
                assertThat(cycle.number("throttled")).isZero();
            });
            assertThat(cycles.get(3).succeeded()).isTrue();
        }
    }

    @Test
    void where_memory_cannot_be_read_no_more_than_1000_are_sent_and_nothing_is_throttled() {
        try (World world = World.with(account(4000))
                .taskFaults(ServiceTrouble.of(
                        ServiceTrouble.GET_PARAMETER, ServiceTrouble.refused("Ssm.AccessDeniedException")))
                .start()) {
            List<Cycle> cycles = new ArrayList<>();
            world.cycles(2, "{\"function\":\"orders\",\"concurrency\":1500}", cycles::add);

            assertThat(cycles).extracting(Cycle::warm).containsExactly(1000, 1000);
            assertThat(cycles).allSatisfy(cycle -> {
                assertThat(cycle.number("throttled")).isZero();
                assertThat(cycle.reason()).contains("500 slots were not sent yet", "could not be read");
            });
        }
    }

    @Test
    void where_memory_cannot_be_written_the_reason_says_that_it_will_not_grow() {
        try (World world = World.with(account(4000))
                .taskFaults(ServiceTrouble.of(
                        ServiceTrouble.PUT_PARAMETER, ServiceTrouble.refused("Ssm.AccessDeniedException")))
                .start()) {
            Cycle cycle = world.cycle("{\"function\":\"orders\",\"concurrency\":1500}");

            assertThat(cycle.reason()).contains("cannot be written (Ssm.AccessDeniedException)");
        }
    }

    /**
     * Lambda starts all of them at once, and the memory contains that they were warm, because another test covers
     * growing.
     */
    @Test
    @Thorough
    void ten_thousand_are_counted_exactly_within_256_kib() {
        try (World world = World.with(boundless(account(12_000))).start()) {
            world.account().putParameter(World.memoryName(World.ORDERS), "{\"warm\":10000}");
            world.cycle("{\"function\":\"orders\",\"concurrency\":10000}");
            Cycle last = world.cycle("{\"function\":\"orders\",\"concurrency\":10000}");

            assertThat(last.warm()).isEqualTo(10_000);
            assertThat(last.succeeded()).isTrue();
            assertThat(last.result().output().orElseThrow().getBytes(StandardCharsets.UTF_8).length)
                    .isLessThan(MOST_BYTES);
            assertThat(world.report(World.ORDERS).environments()).hasSize(10_000);
        }
    }

    @Test
    void twenty_targets_have_each_its_own_number_hold_and_result() {
        String[] functions = IntStream.range(0, 20).mapToObj(i -> "f" + i).toArray(String[]::new);
        try (World world = World.with(account(1000)).functions(functions).start()) {
            String targets = IntStream.range(0, 20)
                    .mapToObj(i -> "{\"function\":\"f" + i + "\",\"concurrency\":" + (i + 1) + ",\"holdMillis\":"
                            + (100 + i) + "}")
                    .collect(Collectors.joining(","));

            Cycle cycle = world.cycle("{\"targets\":[" + targets + "]}");

            assertThat(cycle.succeeded()).as(cycle.toString()).isTrue();
            assertThat(cycle.report().path("warm").asInt()).isEqualTo(210);
            for (int i = 0; i < 20; i++) {
                JsonNode target = cycle.report().path("targets").path(i);
                assertThat(target.path("function").asText()).isEqualTo("f" + i);
                assertThat(target.path("warm").asInt()).isEqualTo(i + 1);
                assertThat(target.path("holdMillis").asInt()).isEqualTo(100 + i);
            }
        }
    }
}
