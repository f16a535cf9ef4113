// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.contract.handlers.LosesFirstSlot;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cycles in which one round does not prove enough. */
@AtAnEndpoint
final class RoundsTest {
    private final Contract contract;

    RoundsTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void a_second_round_makes_good_what_the_first_lacked() {
        try (TargetFunction function = contract.create(FunctionSpec.running(LosesFirstSlot.class))) {
            assertThatCycle(contract.keepWarm().run(Input.of(function, 2).with("holdMillis", 1000)))
                    .provesEnvironments(2)
                    .says(target -> {
                        assertThat(target.rounds()).isEqualTo(2);
                        assertThat(target.bestRound()).isEqualTo(2);
                        assertThat(target.failed()).as("over all rounds").isEqualTo(1);
                        assertThat(target.errors()).isEqualTo(Map.of("java.lang.IllegalStateException", 1));
                    });
        }
    }

    @Test
    void fewer_than_asked_fail_unless_minWarm_is_content_with_them() {
        try (TargetFunction function = contract.create(FunctionSpec.running(LosesFirstSlot.class))) {
            Input oneRound = Input.of(function, 2).with("holdMillis", 1000).with("maxRounds", 1);

            assertThatCycle(contract.keepWarm().run(oneRound)).fellShort().says(RoundsTest::isOneOfTwo);
            assertThatCycle(contract.keepWarm().run(oneRound.with("minWarm", 2)))
                    .fellShort()
                    .says(RoundsTest::isOneOfTwo);
            assertThatCycle(contract.keepWarm().run(oneRound.with("minWarm", 1)))
                    .succeeded()
                    .says(RoundsTest::isOneOfTwo);
        }
    }

    private static void isOneOfTwo(TargetOutput target) {
        assertThat(target.requested()).isEqualTo(2);
        assertThat(target.warm()).isEqualTo(1);
        assertThat(target.failed()).isEqualTo(1);
        assertThat(target.rounds()).isEqualTo(1);
        assertThat(target.reason()).contains("1 sleep task failed");
        assertThat(target.environments()).hasSize(1);
    }

    /** Some of 20 calls arrive later than a millisecond, and find an environment that an earlier call has freed. */
    @Test
    void a_hold_that_is_missed_opens_another_round_with_a_longer_one() {
        try (TargetFunction function = contract.create(FunctionSpec.sample().startingIn(3000))) {
            assertThatCycle(contract.keepWarm().run(Input.of(function, 20).patient()))
                    .provesEnvironments(20);

            Cycle cycle = contract.keepWarm()
                    .run(Input.of(function, 20).with("holdMillis", 1).with("minWarm", 1));

            assertThatCycle(cycle).succeeded().says(target -> {
                assertThat(target.rounds()).isGreaterThanOrEqualTo(2);
                long longest = Math.round(Math.pow(3, target.bestRound() - 1.0));
                assertThat(target.holdMillis())
                        .as("at most three times the hold before, and 1 at first")
                        .isBetween(1L, longest);
                assertThat(target.reachMillis()).isGreaterThan(target.holdMillis());
            });
        }
    }
}
