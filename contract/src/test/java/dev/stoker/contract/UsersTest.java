// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The data that environments return about users between two cycles. */
@AtAnEndpoint
final class UsersTest {
    private final Contract contract;

    UsersTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void users_are_counted_once_and_the_one_who_met_a_cold_start_is_reported() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input input = Input.of(function, 1).patient();

            function.invoke("{\"name\":\"Ada\"}");
            assertThatCycle(contract.keepWarm().run(input))
                    .provesEnvironments(1)
                    .says(target -> {
                        assertThat(target.userColdStarts()).isEqualTo(1);
                        assertThat(target.coldStarts())
                                .as("no sleep task was the first")
                                .isZero();
                        assertThat(target.used()).isEqualTo(1);
                        assertThat(target.served()).isEqualTo(1);
                        assertThat(target.environments().get(0).served()).isEqualTo(1);
                    });

            for (int user = 0; user < 3; user++) {
                function.invoke("{\"name\":\"Ada\",\"workMillis\":50}");
            }
            assertThatCycle(contract.keepWarm().run(input))
                    .provesEnvironments(1)
                    .says(target -> {
                        assertThat(target.userColdStarts()).as("only told once").isZero();
                        assertThat(target.used()).isEqualTo(1);
                        assertThat(target.served()).isEqualTo(3);
                        assertThat(target.busyMillis()).isBetween(150L, 3000L);
                    });

            assertThatCycle(contract.keepWarm().run(input))
                    .provesEnvironments(1)
                    .says(target -> {
                        assertThat(target.used()).isZero();
                        assertThat(target.served()).isZero();
                        assertThat(target.busyMillis()).isZero();
                    });
        }
    }
}
