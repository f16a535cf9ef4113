// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stoker.local.lambda.faults.Faults.Delay;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares the oracle with figures that were computed independently or by hand. */
final class OracleTest {
    private static final int ROUNDS = 4_000;
    private static final long NO_LIMIT = 100_000;

    private static Oracle oracle(Delay slot, int n) {
        return new Oracle(new Situation("", slot, slot, Delay.none(), 0, 1).arrivals(0), n, ROUNDS);
    }

    /** The table of the proposal for spare slots, computed by another simulation: N = 100. */
    @ParameterizedTest
    @CsvSource({
        "uniform:100, 50, 51, 51, 51, 49",
        "uniform:400, 202, 205, 205, 204, 198",
        "uniform:1600, 807, 819, 820, 815, 787",
        "lognormal:0.5, 388, 240, 175, 131, 97",
        "lognormal:1.0, 1881, 923, 602, 395, 242"
    })
    void reproduces_the_table_of_the_proposal_within_five_percent(
            String slot, double none, double two, double five, double ten, double twenty) {
        double parameter = Double.parseDouble(slot.substring(slot.indexOf(':') + 1));
        Delay delay =
                slot.startsWith("uniform") ? new Delay.Uniform((long) parameter) : new Delay.LogNormal(100, parameter);
        Oracle oracle = oracle(delay, 100);

        double[] wanted = {none, two, five, ten, twenty};
        int[] spares = {0, 2, 5, 10, 20};
        for (int i = 0; i < spares.length; i++) {
            assertThat(oracle.bestHold(spares[i], NO_LIMIT).held())
                    .as("%s with %d spares", slot, spares[i])
                    .isCloseTo(wanted[i], Percentage.withPercentage(5));
        }
    }

    @Test
    void where_all_arrive_at_once_it_holds_a_millisecond_and_takes_no_spare() {
        assertThat(oracle(new Delay.Fixed(40), 20).best(2, NO_LIMIT))
                .as("100 ms, of which 60 before any dispatch, and one more")
                .isEqualTo(new Oracle.Choice(101, 0, 1));
    }

    /** The mean of the larger of two arrivals is two thirds of the spread, the mean of both a half. */
    @Test
    void the_mean_wait_for_the_latest_of_two_uniform_arrivals_is_a_sixth_of_the_spread() {
        assertThat(oracle(new Delay.Uniform(6_000), 2).meanWaitForTheLatest()).isCloseTo(1_000, within(40.0));
    }

    @Test
    void no_hold_is_longer_than_allowed() {
        assertThat(oracle(new Delay.LogNormal(100, 1), 100).best(10, 300).holdMillis())
                .isLessThanOrEqualTo(300);
    }

    @Test
    void late_shards_are_late_with_all_their_slots_so_that_spares_help_little() {
        Delay slot = new Delay.Uniform(50);
        Delay late = new Delay.LogNormal(30, 0.8);
        Situation together = new Situation("", slot, slot, late, 0, 1);
        Delay each = random -> late.draw(random) + slot.draw(random);

        Oracle dependent = new Oracle(together.arrivals(0), 100, ROUNDS);
        Oracle independent = oracle(each, 100);

        double gain = independent.bestHold(0, NO_LIMIT).held()
                / independent.bestHold(10, NO_LIMIT).held();
        double gainTogether = dependent.bestHold(0, NO_LIMIT).held()
                / dependent.bestHold(10, NO_LIMIT).held();
        assertThat(gain).isGreaterThan(2);
        assertThat(gainTogether).isBetween(0.9, 1.2);
    }

    @Test
    void the_same_question_has_the_same_answer() {
        Delay slot = new Delay.LogNormal(100, 0.5);
        assertThat(oracle(slot, 20).best(2, NO_LIMIT))
                .isEqualTo(oracle(slot, 20).best(2, NO_LIMIT));
    }
}
