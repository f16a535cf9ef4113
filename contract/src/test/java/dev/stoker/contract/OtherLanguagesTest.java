// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;

/** Functions in Python and for Node.js are kept warm and proven as functions in Java are. */
@AtAnEndpoint
final class OtherLanguagesTest {
    private static final int COUNT = 20;

    private final Contract contract;

    OtherLanguagesTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void a_target_in_python_is_proven_and_the_next_cycle_finds_the_same_environments() {
        provesTwice(List.of("python3.13", "python3.12", "python3.11", "python3.10", "python3.9", "python3.14"));
    }

    @Test
    void a_target_for_node_is_proven_and_the_next_cycle_finds_the_same_environments() {
        provesTwice(List.of("nodejs22.x", "nodejs20.x", "nodejs18.x", "nodejs24.x"));
    }

    private void provesTwice(List<String> runtimes) {
        try (TargetFunction function = firstOf(runtimes)) {
            Input input = Input.of(function, COUNT).patient();

            Set<String> ids = assertThatCycle(contract.keepWarm().run(input))
                    .provesEnvironments(COUNT)
                    .result()
                    .target()
                    .ids();

            assertThatCycle(contract.keepWarm().run(input)).provesAgain(ids);
            assertThat(function.invoke("{\"name\":\"Ada\"}")).isEqualTo("\"Hello, Ada\"");
        }
    }

    /** The first runtime that runs here. */
    private TargetFunction firstOf(List<String> runtimes) {
        for (String runtime : runtimes) {
            try {
                // Environments that start hold their places by that, until an emulator has sent all sleep tasks.
                return contract.create(new OtherFunction(runtime, contract.isLocalStack() ? 5000 : 500));
            } catch (InvalidParameterValueException refused) {
                if (!String.valueOf(refused.getMessage()).contains("on PATH")) {
                    throw refused;
                }
            }
        }
        String reason = "no interpreter on PATH for any of " + runtimes;
        System.out.println("contract: OtherLanguagesTest skipped: " + reason); // Maven shows what is skipped, not why
        return abort(reason);
    }
}
