// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stoker.simulation.traffic.CountSeries;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What only models of rounds claim, beside the deployed files. */
final class RoundsTest {
    /** Six hours in steps of ten minutes, of one request per second or of almost seven. */
    private static final CountSeries STEPS = CountSeries.of(
            "steps",
            1_700_006_400_000L,
            600_000,
            IntStream.range(0, 36)
                    .mapToDouble(step -> step * 5 % 7 < 3 ? 4_000 : 600)
                    .toArray());

    private static final Scene SCENE = new Scene("steps", STEPS, STEPS.startMillis(), Workload.USUAL, 3);

    @Test
    void a_modelled_round_of_a_fixed_number_is_as_good_and_as_dear_as_the_deployed_files() {
        Outcome modelled = new ModelledRounds("model", any -> StepRule.fixed(4)).play(SCENE);
        Outcome deployed = new DeployedFiles("files", "4").play(SCENE);

        assertThat(deployed.keptHours()).isEqualTo(modelled.keptHours());
        assertThat(modelled.coldStarts()).isGreaterThan(50);
        assertThat((double) deployed.coldStarts())
                .as("the deployed files send a spare slot, which can only help users")
                .isCloseTo((double) modelled.coldStarts(), within(0.2 * modelled.coldStarts()));
        assertThat(deployed.warmingUsd()).isCloseTo(modelled.warmingUsd(), within(0.4 * modelled.warmingUsd()));
        assertThat(deployed.aliveHours()).isCloseTo(modelled.aliveHours(), within(0.1 * modelled.aliveHours()));
    }

    @Test
    void who_knows_more_of_the_future_leaves_fewer_users_cold() {
        Outcome nothing = new ModelledRounds("nothing", any -> StepRule.fixed(0)).play(SCENE);
        Outcome oracle = Oracles.ofRequests().play(SCENE);
        Outcome rates = Oracles.ofRates(Backtest.COLD_COST).play(SCENE);
        Outcome present = Oracles.ofPresentRate(Backtest.COLD_COST).play(SCENE);

        assertThat(oracle.coldStarts() - oracle.displaced()).isLessThan(nothing.coldStarts() / 5);
        assertThat(rates.coldStarts() - rates.displaced())
                .as("it sees a change before it comes")
                .isLessThan((present.coldStarts() - present.displaced()) / 2);
        assertThat(present.coldStarts()).isLessThan(nothing.coldStarts());
        assertThat(rates.keptHours()).as("a margin for chance").isGreaterThan(oracle.keptHours());
    }
}
