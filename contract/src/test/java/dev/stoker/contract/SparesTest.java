// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Spare slots, so that a round does not wait for the last arrival. */
@AtAnEndpoint
final class SparesTest {
    private static final int REQUESTED = 5;

    /**
     * 70 of 1,000 calls arrived two seconds later than the others, so one spare slot is cheaper than waiting for them.
     */
    private static final String STRAGGLERS = "{\"version\":2,\"caution\":1,\"arrivals\":{\"400\":930,\"2400\":70}}";

    private final Contract contract;

    SparesTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void without_maxSpare_as_many_slots_are_sent_as_environments_are_asked_for() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input none =
                    Input.of(function, REQUESTED).with("maxHoldMillis", 3000).with("maxSpare", 0);
            contract.keepWarm().run(none.with("minWarm", 0));
            contract.memory().put(function, STRAGGLERS);

            assertThatCycle(contract.keepWarm().run(none)).succeeded().says(target -> {
                assertThat(target.slots()).isEqualTo(REQUESTED);
                assertThat(target.spare()).isZero();
                assertThat(target.sleepTasks()).isEqualTo(REQUESTED * target.rounds());
            });
        }
    }

    @Test
    void a_cycle_that_knows_of_stragglers_sends_a_spare_slot_instead_of_waiting_for_them() {
        try (TargetFunction function = contract.create(FunctionSpec.sample())) {
            Input input = Input.of(function, REQUESTED).with("maxHoldMillis", 3000);
            Cycle first = contract.keepWarm().run(input);
            assertThatCycle(first).succeeded();
            contract.memory().put(function, STRAGGLERS);

            Cycle learned = contract.keepWarm().run(input);

            assertThatCycle(learned).succeeded().says(target -> {
                assertThat(target.warm()).isBetween(REQUESTED, REQUESTED + 1);
                assertThat(target.slots()).isEqualTo(REQUESTED + target.spare());
                assertThat(target.spare()).isBetween(target.rounds() == 1 ? 1 : 0, 1);
                assertThat(target.sleepTasks())
                        .as("the first round has its spare slot")
                        .isBetween(REQUESTED * target.rounds() + 1, (REQUESTED + 1) * target.rounds());
                int arrived = target.arrivals().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                assertThat(arrived).isBetween(target.slots() - target.coldStarts() - target.failed(), target.slots());
                assertThat(target.late()).isBetween(0, arrived);
            });
            Set<String> alive =
                    new HashSet<>(assertThatCycle(first).result().target().ids());
            alive.addAll(assertThatCycle(learned).result().target().ids());
            assertThat(alive).hasSizeBetween(REQUESTED, REQUESTED + 1);
        }
    }
}
