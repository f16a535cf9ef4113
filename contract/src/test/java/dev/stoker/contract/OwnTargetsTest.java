// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deployment for existing functions, named in the parameter TargetArns. */
@AtAnEndpoint
final class OwnTargetsTest {
    private final Contract contract;

    OwnTargetsTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void a_stack_for_functions_of_ones_own_has_no_sample_and_can_be_deleted() {
        try (TargetFunction one = contract.create(FunctionSpec.sample());
                TargetFunction two = contract.create(FunctionSpec.sample());
                Stack stack = contract.deploy(
                        "own", Map.of("TargetArns", one.arn() + "," + two.arn(), "ScheduleState", "DISABLED"))) {
            Map<String, String> outputs = stack.outputs();

            assertThat(outputs).containsKeys("KeepWarmArn", "FanOutArn").doesNotContainKey("SampleFunctionArn");
            Input input = Input.ofTargets(
                    Input.of(one.arn(), 1).patient(), Input.of(two.arn(), 1).patient());
            assertThatCycle(contract.keepWarmOf(outputs).run(input)).succeeded();
        }
    }
}
