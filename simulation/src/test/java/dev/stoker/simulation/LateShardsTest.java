// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The fault {@code shard}: nested executions that start late, each with up to 32 slots. */
final class LateShardsTest {

    /**
     * The number of environments by their arrival, milliseconds since the opening of the round, in a cycle without cold
     * starts.
     */
    private static Map<Long, Integer> arrivals(String faults, int concurrency) {
        try (World world =
                World.with(LambdaSettings.with(Faults.parse(faults, 1))).start()) {
            String input = "{\"function\":\"orders\",\"concurrency\":" + concurrency + ",\"maxHoldMillis\":3000}";
            world.cycle(input);
            JsonNode target = world.cycle(input).target();
            assertThat(target.path("coldStarts").asInt()).isZero();
            Map<Long, Integer> counts = new TreeMap<>();
            for (JsonNode row : target.path("environments")) {
                long after =
                        row.path("arrivedAt").asLong() - target.path("openedAt").asLong();
                counts.merge(after, 1, Integer::sum);
            }
            return counts;
        }
    }

    @Test
    void a_round_that_fits_one_map_has_no_nested_execution_that_could_be_late() {
        assertThat(arrivals("dispatch=fixed:20,shard=fixed:150", 32)).isEqualTo(Map.of(20L, 32));
    }

    @Test
    void the_slots_of_a_nested_execution_are_late_together() {
        assertThat(arrivals("dispatch=fixed:20,shard=fixed:150", 33)).isEqualTo(Map.of(170L, 33));

        Map<Long, Integer> each = arrivals("shard=uniform:200,seed=5", 96);

        assertThat(each.keySet()).hasSize(3);
        assertThat(each.values()).containsOnly(32);
    }

    @Test
    void the_same_seed_brings_the_same_delays_and_another_seed_others() {
        List<Map<Long, Integer>> runs = List.of(
                arrivals("shard=lognormal:30:0.8,seed=5", 96),
                arrivals("shard=lognormal:30:0.8,seed=5", 96),
                arrivals("shard=lognormal:30:0.8,seed=6", 96));

        assertThat(runs.get(0)).isEqualTo(runs.get(1)).isNotEqualTo(runs.get(2));
    }

    @Test
    void several_targets_are_late_each_by_its_own_nested_execution() {
        try (World world = World.with(LambdaSettings.with(Faults.parse("shard=fixed:150", 1)))
                .functions("a", "b")
                .start()) {
            Cycle cycle = world.cycle(
                    "{\"targets\":[{\"function\":\"a\",\"concurrency\":1},{\"function\":\"b\",\"concurrency\":1}]}");

            assertThat(cycle.succeeded()).isTrue();
            for (JsonNode target : cycle.report().path("targets")) {
                assertThat(target.path("openedAt").asLong() - cycle.result().startMillis())
                        .isEqualTo(150);
            }
        }
    }
}
