// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.contract.handlers.MadeUpIds;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An output that would be too long leaves out rows, but never counts. */
@AtAnEndpoint
final class ReportsTest {
    private final Contract contract;

    ReportsTest(Contract contract) {
        this.contract = contract;
    }

    /** A few environments return invented IDs, because this tests the output and not the proof. */
    @Test
    void environments_are_named_up_to_200_and_counted_above_and_left_out_first_of_a_cause() {
        Skip.unless(
                !contract.isLocalStack(),
                "more than 200 environments",
                "LocalStack 4.14 fails some of 201 sleep tasks at once with States.Runtime on two cores. JSONata's reference"
                        + " implementation evaluates the same expressions, with up to 10,000 rows.");
        try (TargetFunction function = contract.create(FunctionSpec.running(MadeUpIds.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(function, 201).with("maxSpare", 0)))
                    .succeeded()
                    .says(target -> {
                        assertThat(target.warm()).isEqualTo(201);
                        assertThat(target.environments()).isNull();
                    });

            Input withStrangers = Input.of(function, 203)
                    .with("maxSpare", 0)
                    .with("payload", Map.of("strangers", 3))
                    .with("maxRounds", 1);
            assertThatCycle(contract.keepWarm().run(withStrangers))
                    .fellShort()
                    .saysInAll(output -> assertThat(output.truncated())
                            .as("200 rows were there to be cut")
                            .isTrue())
                    .says(target -> {
                        assertThat(target.warm()).isEqualTo(200);
                        assertThat(target.unproven()).isEqualTo(3);
                        assertThat(target.environments()).isNull();
                        assertThat(target.errors()).as("what fits stays").isEmpty();
                    });
        }
    }
}
