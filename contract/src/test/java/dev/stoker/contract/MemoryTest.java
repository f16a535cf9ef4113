// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cycle stores its arrivals for the next one. */
@AtAnEndpoint
final class MemoryTest {
    private static final int DEFAULT_HOLD_MILLIS = 300;

    private final Contract contract;

    MemoryTest(Contract contract) {
        this.contract = contract;
    }

    private static long firstHold(TargetOutput target) {
        return target.holdMillis();
    }

    @Test
    void the_hold_of_a_cycle_is_what_earlier_ones_ask_for() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input oneRound = Input.of(function, 3)
                    .with("maxRounds", 1)
                    .with("minWarm", 1)
                    .with("maxHoldMillis", 3000);

            assertThatCycle(contract.keepWarm().run(oneRound))
                    .succeeded()
                    .says(target -> assertThat(firstHold(target)).isEqualTo(DEFAULT_HOLD_MILLIS));
            assertThatCycle(contract.keepWarm().run(oneRound)).succeeded();
            JsonNode memory = contract.memory().read(function);

            assertThat(memory.path("version").asInt()).isEqualTo(2);
            assertThat(memory.path("arrivals")).isNotEmpty();
            assertThat(memory.path("caution").isNumber()).isTrue();
            assertThat(memory.path("concurrency").asInt()).isEqualTo(3);
            assertThat(memory.path("reservedConcurrency").isNull()).isTrue();
            assertThatCycle(contract.keepWarm().run(oneRound))
                    .succeeded()
                    .says(target -> assertThat(firstHold(target))
                            .isNotEqualTo(DEFAULT_HOLD_MILLIS)
                            .isBetween(earliest(memory), 3000L));
        }
    }

    /** The first interval in which a call arrived. */
    private static long earliest(JsonNode memory) {
        return memory.path("arrivals").properties().stream()
                .mapToLong(arrival -> Long.parseLong(arrival.getKey()))
                .min()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON at all",
                "[]",
                "{\"reachMillis\":\"88\",\"spreadMillis\":{}}",
                "{\"reachMillis\":-1,\"spreadMillis\":1e300,\"reservedReadAt\":\"yesterday\"}",
                "{\"a\\\"b\":\"\\\\\"}"
            })
    void nonsense_means_the_defaults_and_is_written_over(String nonsense) {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            contract.memory().put(function, nonsense);

            assertThatCycle(contract.keepWarm()
                            .run(Input.of(function, 2).with("maxRounds", 1).with("minWarm", 1)))
                    .succeeded()
                    .says(target -> assertThat(firstHold(target)).isEqualTo(DEFAULT_HOLD_MILLIS));
            if (!contract.isLocalStack()) {
                assertThat(contract.memory().read(function).path("updatedAt").isTextual())
                        .isTrue();
            } else {
                System.out.println(
                        "contract: SKIPPED whether nonsense is written over: LocalStack 4.14 fails by States.Runtime where"
                                + " AWS fails by States.QueryEvaluationError, so its memory counts as unreadable and is left alone");
            }
        }
    }

    @Test
    void an_alias_has_a_memory_of_its_own_and_so_has_another_accounts_function() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            function.createAlias("live", function.publishVersion());
            String elsewhere = "arn:aws:lambda:us-east-1:111122223333:function:" + function.name() + ":live";

            assertThatCycle(contract.keepWarm()
                            .run(Input.of(function.name() + ":live", 1).patient()))
                    .provesEnvironments(1);
            contract.keepWarm().run(Input.of(elsewhere, 1).with("minWarm", 0).with("maxRounds", 1));

            String own = function.arn().split(":", -1)[4];
            assertThat(contract.memory().namesOf(function.name()))
                    .extracting(name -> name.replaceFirst("^/stoker/[^/]+/", ""))
                    .containsExactlyInAnyOrder(
                            own + "/" + function.name() + "/live", "111122223333/" + function.name() + "/live");
        }
    }
}
