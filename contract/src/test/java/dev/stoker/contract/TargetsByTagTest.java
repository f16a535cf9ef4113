// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code stoker targets}: tags of functions become the parameters of a stack, which keeps these functions warm. */
@AtAnEndpoint
final class TargetsByTagTest {
    private final Contract contract;

    TargetsByTagTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void functions_with_a_tag_become_the_targets_of_a_stack() {
        try (TargetFunction one = contract.create(FunctionSpec.sample());
                TargetFunction two = contract.create(FunctionSpec.sample());
                TargetFunction bare = contract.create(FunctionSpec.sample())) {
            String tag = contract.stackName();
            one.tag(tag, "2");
            two.createAlias("live", two.publishVersion());
            two.tag(tag, "live:1");

            CommandRun list = contract.stoker("targets", "--tag", tag);

            assertThat(list.exit()).as("%s", list).isZero();
            assertThat(list.out().at("/functions").asInt()).isGreaterThanOrEqualTo(4);
            assertThat(list.out().at("/targets")).as("%s", list).hasSize(2);
            assertThat(list.out().at("/deployments/0/parameters/TargetArns").textValue())
                    .isEqualTo(one.arn() + "," + two.arn())
                    .doesNotContain(bare.arn());
            Map<String, String> parameters = new HashMap<>(Map.of("ScheduleState", "DISABLED"));
            list.out()
                    .at("/deployments/0/parameters")
                    .properties()
                    .forEach(field ->
                            parameters.put(field.getKey(), field.getValue().textValue()));
            try (Stack stack = contract.deploy("tagged", parameters)) {
                ArrayNode targets = (ArrayNode) Json.tree(parameters.getOrDefault("Targets", ""));
                assertThat(targets.get(1).path("function").textValue()).isEqualTo(two.arn() + ":live");
                Cycle cycle = contract.keepWarmOf(stack.outputs()).run(Input.ofTargets(patient(targets)));
                assertThatCycle(cycle).succeeded();
            }
        }
    }

    private static Input[] patient(ArrayNode targets) {
        Input[] inputs = new Input[targets.size()];
        for (int i = 0; i < inputs.length; i++) {
            JsonNode target = targets.get(i);
            inputs[i] = Input.of(
                            target.path("function").textValue(),
                            target.path("concurrency").asInt())
                    .patient();
        }
        return inputs;
    }
}
