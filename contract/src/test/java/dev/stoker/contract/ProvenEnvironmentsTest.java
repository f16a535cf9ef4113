// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main feature: as many environments as requested, each with its ID, and the same in the next cycle. */
@AtAnEndpoint
final class ProvenEnvironmentsTest {
    private final Contract contract;

    ProvenEnvironmentsTest(Contract contract) {
        this.contract = contract;
    }

    /**
     * 33 is one more than a Map has: two nested executions. Environments with a slow start are occupied until an
     * emulator has sent all sleep tasks.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 33})
    void a_cycle_proves_as_many_environments_as_asked_and_the_next_finds_them_warm(int count) {
        try (TargetFunction function = contract.create(FunctionSpec.sample().startingIn(count < 20 ? 0 : 3000))) {
            Input input = Input.of(function, count).patient();

            Set<String> ids = provesAllCold(contract.keepWarm().run(input), count);

            CycleAssert.proveAgain(
                    ids, contract.isLocalStack(), () -> contract.keepWarm().run(input));
        }
    }

    /** Three nested executions. The first cycle proves 70 on any emulator, because they start slowly. */
    @Test
    @EnabledIfSystemProperty(
            named = "stoker.thorough",
            matches = "true",
            disabledReason = "takes long: -Dstoker.thorough=true runs it, and .ci/run")
    void seventy_environments_are_proven_by_nested_executions() {
        try (TargetFunction function = contract.create(FunctionSpec.sample().startingIn(8000))) {
            Input input = Input.of(function, 70).patient();

            Set<String> ids = provesAllCold(contract.keepWarm().run(input), 70);

            CycleAssert.proveAgain(
                    ids, contract.isLocalStack(), () -> contract.keepWarm().run(input.with("maxRounds", 3)));
        }
    }

    private static Set<String> provesAllCold(Cycle cycle, int count) {
        return assertThatCycle(cycle)
                .provesEnvironments(count)
                .says(target -> {
                    assertThat(target.coldStarts()).isEqualTo(count);
                    assertThat(target.served()).isZero();
                })
                .result()
                .target()
                .ids();
    }
}
