// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** {@code stoker history} on the log of the run's stack. */
@AtAnEndpoint
final class HistoryTest {
    private final Contract contract;

    HistoryTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void the_user_who_waited_and_those_who_did_not_are_in_the_history_of_the_stack() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input input = Input.of(function, 1).patient();
            function.invoke("{\"name\":\"Ada\"}");
            Cycle first = contract.keepWarm().run(input);
            assertThatCycle(first).provesEnvironments(1);
            for (int user = 0; user < 3; user++) {
                function.invoke("{\"name\":\"Ada\"}");
            }
            Cycle second = contract.keepWarm().run(input);
            assertThatCycle(second).provesEnvironments(1);
            contract.logAsOnAws(first, second);

            CommandRun missed =
                    contract.stoker("history", "--stack", contract.stackName(), "--since", "1h", "--warm-rate", "100");

            assertThat(missed.exit()).as("%s", missed).isEqualTo(3);
            JsonNode target = target(missed.out(), function.name());
            assertThat(target.at("/cycles").asInt()).isEqualTo(2);
            assertThat(target.at("/users/requests").asInt()).isEqualTo(4);
            assertThat(target.at("/users/waited").asInt()).isEqualTo(1);
            assertThat(target.at("/users/warmPercent").decimalValue()).isEqualByComparingTo("75");
            assertThat(target.at("/leastWarm").asInt()).isEqualTo(1);
            assertThat(missed.out().at("/onlyErrors").asBoolean()).isFalse();

            CommandRun kept =
                    contract.stoker("history", "--stack", contract.stackName(), "--since", "1h", "--warm-rate", "0.01");
            assertThat(kept.exit()).as("%s", kept).isZero();
        }
    }

    private static JsonNode target(JsonNode history, String function) {
        for (JsonNode target : history.at("/targets")) {
            if (target.at("/function").asText().equals(function)) {
                return target;
            }
        }
        throw new AssertionError("no target " + function + " in " + history);
    }
}
