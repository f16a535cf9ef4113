// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A deployment without parameters: a sample, and the state machines that keep it warm. */
@AtAnEndpoint
final class DeployedSampleTest {
    private final Contract contract;

    DeployedSampleTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void the_stack_names_both_machines_and_the_sample() {
        assertThat(contract.outputs()).containsKeys("KeepWarmArn", "FanOutArn", "SampleFunctionArn");
        assertThat(contract.outputs().get("KeepWarmArn")).contains(":stateMachine:");
        assertThat(contract.outputs().get("FanOutArn"))
                .contains(":stateMachine:")
                .isNotEqualTo(contract.outputs().get("KeepWarmArn"));
        assertThat(contract.outputs().get("SampleFunctionArn")).contains(":function:");
    }

    @Test
    void its_environments_take_two_seconds_to_start_and_a_user_then_meets_one() {
        TargetFunction sample = contract.deployedSample();

        assertThatCycle(contract.keepWarm().run(Input.of(sample, 2).patient()))
                .provesEnvironments(2)
                // initMillis is null in an environment that shares its process.
                .says(target -> assertThat(target.environments())
                        .allSatisfy(row -> assertThat(row.initializedAt() - target.openedAt())
                                .isGreaterThanOrEqualTo(2000)));

        assertThat(Json.tree(sample.invoke("{\"name\":\"Ada\"}")).get("message").asText())
                .isEqualTo("Hello, Ada");
        assertThatCycle(contract.keepWarm().run(Input.of(sample, 2).patient()))
                .provesEnvironments(2)
                .says(target -> {
                    assertThat(target.served()).isEqualTo(1);
                    assertThat(target.userColdStarts()).isZero();
                });
    }
}
