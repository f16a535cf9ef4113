// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.contract.handlers.AbsurdAnswer;
import dev.stoker.contract.handlers.OtherAnswer;
import dev.stoker.contract.handlers.Slow;
import dev.stoker.contract.handlers.Throwing;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Targets with invalid or missing answers: each slot is counted correctly. */
@AtAnEndpoint
final class TroubledTargetsTest {
    private final Contract contract;

    TroubledTargetsTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void a_target_that_throws_is_a_shortfall_that_names_what_was_thrown() {
        try (TargetFunction throwing = contract.create(FunctionSpec.running(Throwing.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(throwing, 3)))
                    .fellShort()
                    .says(target -> {
                        assertThat(target.warm()).isZero();
                        assertThat(target.unproven()).isZero();
                        assertThat(target.failed()).isEqualTo(3);
                        assertThat(target.errors()).isEqualTo(Map.of("java.lang.IllegalStateException", 3));
                        assertThat(target.rounds())
                                .as("no hold would change it")
                                .isEqualTo(1);
                        assertThat(target.reason()).contains("3 sleep tasks failed", "IllegalStateException");
                        assertThat(target.environments()).isEmpty();
                    });
        }
    }

    @Test
    void a_target_that_answers_something_else_is_warm_but_unproven() {
        try (TargetFunction stranger = contract.create(FunctionSpec.running(OtherAnswer.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(stranger, 2)))
                    .fellShort()
                    .says(target -> {
                        assertThat(target.warm()).isZero();
                        assertThat(target.unproven()).isEqualTo(2);
                        assertThat(target.failed()).isZero();
                        assertThat(target.rounds())
                                .as("no hold would change it")
                                .isEqualTo(1);
                        assertThat(target.reason()).contains("proof");
                    });
        }
    }

    @Test
    void a_target_that_answers_something_else_succeeds_where_no_proof_is_asked_for() {
        try (TargetFunction stranger = contract.create(FunctionSpec.running(OtherAnswer.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(stranger, 2).with("proof", "none")))
                    .succeeded()
                    .says(target -> {
                        assertThat(target.warm()).isZero();
                        assertThat(target.unproven()).isEqualTo(2);
                        assertThat(target.reason()).isNull();
                    });
        }
    }

    @Test
    void an_answer_with_absurd_numbers_proves_nothing_and_breaks_nothing() {
        try (TargetFunction absurd = contract.create(FunctionSpec.running(AbsurdAnswer.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(absurd, 1)))
                    .fellShort()
                    .says(target -> assertThat(target.unproven()).isEqualTo(1));
        }
    }

    @Test
    void the_payload_of_a_target_arrives_after_the_warm_event() {
        try (TargetFunction stranger = contract.create(FunctionSpec.running(OtherAnswer.class))) {
            Map<String, Object> payload = Map.of("a", Map.of("path", "/\"health\" \\ \u00e9"));
            Cycle cycle = contract.keepWarm()
                    .run(Input.of(stranger, 1)
                            .with("payload", payload)
                            .with("proof", "none")
                            .with("holdMillis", 77));
            TargetOutput target = assertThatCycle(cycle).succeeded().result().target();

            String event = stranger.invoke(OtherAnswer.QUESTION);
            assertThat(event).matches("(?s)\\s*\\{\\s*\"stoker\"\\s*:.*");
            Map<String, Object> warmEvent =
                    Map.of("version", 1, "holdUntil", target.holdUntil(), "holdMillis", 77, "round", 1, "slot", 0);
            assertThat(Json.tree(event))
                    .isEqualTo(Json.tree(
                            Json.write(Map.of("stoker", warmEvent, "a", Map.of("path", "/\"health\" \\ \u00e9")))));
        }
    }

    @Test
    void a_function_that_does_not_exist_is_a_shortfall() {
        assertThatCycle(contract.keepWarm().run(Input.of(contract.nameOfNoFunction(), 2)))
                .fellShort()
                .says(target -> {
                    assertThat(target.failed()).isEqualTo(2);
                    assertThat(target.errors()).isEqualTo(Map.of("Lambda.ResourceNotFoundException", 2));
                });
    }

    @Test
    void a_function_that_takes_longer_than_its_own_timeout_has_failed() {
        try (TargetFunction slow =
                contract.create(FunctionSpec.running(Slow.class).withTimeoutSeconds(1))) {
            assertThatCycle(contract.keepWarm().run(Input.of(slow, 1)))
                    .fellShort()
                    .says(target -> assertThat(target.errors()).isEqualTo(Map.of("Sandbox.Timedout", 1)));
        }
    }

    @Test
    void a_function_that_takes_longer_than_timeoutSeconds_has_failed() {
        try (TargetFunction slow = contract.create(FunctionSpec.running(Slow.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(slow, 1).with("timeoutSeconds", 2)))
                    .fellShort()
                    .says(target -> assertThat(target.errors()).isEqualTo(Map.of("States.Timeout", 1)));
        }
    }
}
