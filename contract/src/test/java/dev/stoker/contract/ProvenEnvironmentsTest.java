// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Stoker is for: so many environments as asked, each named, and found again. */
@AtAnEndpoint
final class ProvenEnvironmentsTest {
    private final Contract contract;

    ProvenEnvironmentsTest(Contract contract) {
        this.contract = contract;
    }

    /** 33 is one more than a Map takes; 70 goes to three nested executions. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 33, 70})
    void a_cycle_proves_as_many_environments_as_asked_and_the_next_finds_them_warm(int count) {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input input = Input.of(function, count).patient();

            Cycle first = contract.keepWarm().run(input);
            Set<String> ids = assertThatCycle(first)
                    .provesEnvironments(count)
                    .says(target -> {
                        assertThat(target.coldStarts()).isEqualTo(count);
                        assertThat(target.served()).isZero();
                    })
                    .result()
                    .target()
                    .ids();

            Cycle second = contract.keepWarm().run(input);
            assertThatCycle(second).provesEnvironments(count).findsAgain(ids);
        }
    }
}
