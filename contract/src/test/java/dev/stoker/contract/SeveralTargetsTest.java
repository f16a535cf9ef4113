// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.stoker.contract.handlers.HugeAnswer;
import dev.stoker.contract.handlers.OtherAnswer;
import dev.stoker.contract.handlers.Throwing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Several targets in one cycle: a failure of one does not affect the others. */
@AtAnEndpoint
final class SeveralTargetsTest {
    private final Contract contract;

    SeveralTargetsTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void three_targets_are_proven_each_and_added_up() {
        try (TargetFunction one = contract.create(FunctionSpec.sample());
                TargetFunction two = contract.create(FunctionSpec.sample());
                TargetFunction three = contract.create(FunctionSpec.sample())) {
            Cycle cycle = contract.keepWarm()
                    .run(Input.ofTargets(
                            Input.of(one, 1).patient(),
                            Input.of(two, 2).patient(),
                            Input.of(three, 3).patient()));

            assertThatCycle(cycle)
                    .succeeded()
                    .saysInAll(output -> {
                        assertThat(output.requested()).isEqualTo(6);
                        assertThat(output.warm()).isEqualTo(6);
                        assertThat(output.targets()).hasSize(3);
                    })
                    .saysOf(0, target -> isProven(target, one, 1))
                    .saysOf(1, target -> isProven(target, two, 2))
                    .saysOf(2, target -> isProven(target, three, 3));
        }
    }

    @Test
    void a_single_target_in_a_list_is_as_one_alone() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            assertThatCycle(contract.keepWarm().run(Input.ofTargets(Input.of(function, 1))))
                    .provesEnvironments(1);
        }
    }

    @Test
    void a_target_that_fails_leaves_the_other_intact() {
        try (TargetFunction sound = contract.create(FunctionSpec.sample());
                TargetFunction throwing = contract.create(FunctionSpec.running(Throwing.class))) {
            Cycle cycle = contract.keepWarm()
                    .run(Input.ofTargets(
                            Input.of(throwing, 2), Input.of(sound, 3).patient()));

            assertThatCycle(cycle)
                    .fellShort()
                    .saysInAll(output -> {
                        assertThat(output.requested()).isEqualTo(5);
                        assertThat(output.warm()).isEqualTo(3);
                    })
                    .saysOf(0, target -> {
                        assertThat(target.function()).isEqualTo(throwing.name());
                        assertThat(target.warm()).isZero();
                        assertThat(target.failed()).isEqualTo(2);
                    })
                    .saysOf(1, target -> isProven(target, sound, 3));
        }
    }

    @Test
    void each_target_gets_its_own_payload_whatever_characters_are_in_it() {
        String oddText = "\"quoted\" \\ \u0001 {% 1 %} \u00e9 \ud83d\udd25";
        String oddKey = "'quoted' / {% 1 %} \u00e9 \ud83d\udd25";
        try (TargetFunction one = contract.create(FunctionSpec.running(OtherAnswer.class));
                TargetFunction two = contract.create(FunctionSpec.running(OtherAnswer.class))) {
            Cycle cycle = contract.keepWarm()
                    .run(Input.ofTargets(
                            Input.of(one, 1).with("proof", "none").with("payload", Map.of("for", oddText)),
                            Input.of(two, 1).with("proof", "none").with("payload", Map.of(oddKey, "two"))));

            assertThatCycle(cycle).succeeded();
            assertThat(Json.tree(one.invoke(OtherAnswer.QUESTION)).get("for").asText())
                    .isEqualTo(oddText);
            assertThat(Json.tree(two.invoke(OtherAnswer.QUESTION)).get(oddKey).asText())
                    .isEqualTo("two");
        }
    }

    @Test
    void a_payload_whose_keys_have_quotes_reaches_each_target_and_each_shard() {
        assumeFalse(
                contract.isLocalStack(), "LocalStack 4.14 does not escape quotes in keys of nested executions' input");
        Map<String, Object> odd = Map.of("a\"b\\", Map.of("\"", "\"two\""));
        try (TargetFunction one = contract.create(FunctionSpec.running(OtherAnswer.class));
                TargetFunction wide = contract.create(FunctionSpec.running(OtherAnswer.class))) {
            Cycle cycle = contract.keepWarm()
                    .run(Input.ofTargets(
                            Input.of(one, 1).with("proof", "none").with("payload", odd),
                            Input.of(wide, 33).with("proof", "none").with("payload", odd)));

            assertThatCycle(cycle).succeeded();
            for (TargetFunction function : List.of(one, wide)) {
                assertThat(Json.tree(function.invoke(OtherAnswer.QUESTION)).get("a\"b\\"))
                        .isEqualTo(Json.tree("{\"\\\"\":\"\\\"two\\\"\"}"));
            }
        }
    }

    @Test
    void a_target_that_may_be_short_does_not_fail_the_others() {
        try (TargetFunction sound = contract.create(FunctionSpec.sample());
                TargetFunction throwing = contract.create(FunctionSpec.running(Throwing.class))) {
            Cycle cycle = contract.keepWarm()
                    .run(Input.ofTargets(
                            Input.of(sound, 1).patient(), Input.of(throwing, 1).with("minWarm", 0)));

            assertThatCycle(cycle)
                    .succeeded()
                    .saysOf(0, target -> isProven(target, sound, 1))
                    .saysOf(1, target -> assertThat(target.failed()).isEqualTo(1));
        }
    }

    /**
     * On AWS no Catch handles this error, and the target's execution fails; LocalStack's Catch handles it for each
     * slot.
     */
    @Test
    void a_target_whose_answers_are_too_large_is_lost_alone() {
        try (TargetFunction sound = contract.create(FunctionSpec.sample());
                TargetFunction huge = contract.create(FunctionSpec.running(HugeAnswer.class))) {
            Cycle cycle =
                    contract.keepWarm().run(Input.ofTargets(Input.of(sound, 2).patient(), Input.of(huge, 2)));

            assertThatCycle(cycle)
                    .fellShort()
                    .saysOf(0, target -> isProven(target, sound, 2))
                    .saysOf(1, target -> {
                        assertThat(target.function()).isEqualTo(huge.name());
                        assertThat(target.warm()).isZero();
                        assertThat(target.failed()).isEqualTo(2);
                        assertThat(target.errors()).isEqualTo(Map.of("States.DataLimitExceeded", 2));
                        assertThat(target.reason()).contains("States.DataLimitExceeded");
                    });
        }
    }

    private static void isProven(TargetOutput target, TargetFunction function, int count) {
        assertThat(target.function()).isEqualTo(function.name());
        assertThat(target.requested()).isEqualTo(count);
        assertThat(target.warm()).isEqualTo(count);
        assertThat(target.ids()).hasSize(count);
    }
}
