// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.contract.handlers.OtherAnswer;
import dev.stoker.contract.handlers.Throwing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A target's priming event reaches the function's own handler once in each new environment, and the output counts it. */
@AtAnEndpoint
final class PrimedEnvironmentsTest {
    private static final Map<String, Object> PRIME = Map.of("event", Map.of("page", "/\"home\""));

    private final Contract contract;

    PrimedEnvironmentsTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void each_new_environment_is_primed_and_those_that_live_are_not_primed_again() {
        try (TargetFunction sample = contract.create(FunctionSpec.sample())) {
            Input input = Input.of(sample, 3).with("prime", PRIME);

            assertThatCycle(contract.keepWarm().run(input)).succeeded().says(target -> {
                assertThat(target.primed()).isEqualTo(target.sleepTasks()).isGreaterThanOrEqualTo(3);
                assertThat(target.primeFailed()).isZero();
                assertThat(target.served()).as("priming is no user").isZero();
            });
            assertThatCycle(contract.keepWarm().run(input)).succeeded().says(target -> {
                assertThat(target.primed()).isEqualTo(target.coldStarts());
                assertThat(target.primeFailed()).isZero();
            });
        }
    }

    @Test
    void the_functions_own_handler_gets_the_priming_event_as_it_was_given() {
        try (TargetFunction last = contract.create(FunctionSpec.wrapping(OtherAnswer.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(last, 1).with("prime", PRIME)))
                    .succeeded();

            assertThat(Json.tree(last.invoke(OtherAnswer.QUESTION)))
                    .isEqualTo(Json.tree("{\"page\":\"/\\\"home\\\"\"}"));
        }
    }

    @Test
    void a_function_in_python_is_primed_by_what_STOKER_PRIME_names() {
        try (TargetFunction function = AnyVersion.of(
                AnyVersion.PYTHON, runtime -> contract.create(new OtherFunction(runtime, 0, "shop.prime")))) {
            isPrimedBeforeItsUsers(function, Input.of(function, 1));
        }
    }

    @Test
    void a_function_for_node_is_primed_by_the_targets_event() {
        try (TargetFunction function =
                AnyVersion.of(AnyVersion.NODE, runtime -> contract.create(new OtherFunction(runtime, 0)))) {
            isPrimedBeforeItsUsers(
                    function, Input.of(function, 1).with("prime", Map.of("event", Map.of("name", "nobody"))));
        }
    }

    private void isPrimedBeforeItsUsers(TargetFunction function, Input input) {
        assertThatCycle(contract.keepWarm().run(input)).succeeded().says(target -> {
            assertThat(target.primed()).isEqualTo(target.coldStarts()).isPositive();
            assertThat(target.primeFailed()).isZero();
            assertThat(target.served()).as("priming is no user").isZero();
        });
        assertThat(function.invoke("{\"name\":\"Ada\"}")).isEqualTo("\"Hello again, Ada\"");
    }

    @Test
    void a_priming_event_that_fails_is_counted_and_harms_nothing() {
        try (TargetFunction throwing = contract.create(FunctionSpec.wrapping(Throwing.class))) {
            Input input = Input.of(throwing, 2).with("prime", PRIME);

            assertThatCycle(contract.keepWarm().run(input)).succeeded().says(target -> {
                assertThat(target.primed()).isZero();
                assertThat(target.primeFailed()).isEqualTo(target.coldStarts()).isGreaterThanOrEqualTo(2);
                assertThat(target.failed()).isZero();
            });
        }
    }
}
