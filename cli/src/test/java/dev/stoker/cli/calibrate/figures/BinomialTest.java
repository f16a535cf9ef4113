// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits against the closed forms that there are for none and for all, and against the beta function by whole numbers. */
class BinomialTest {
    @ParameterizedTest
    @CsvSource({"59, 0.05", "299, 0.01", "10, 0.025", "1, 0.05", "4000, 0.05"})
    void where_all_succeed_the_lower_limit_is_a_root_of_the_error(int trials, double error) {
        assertThat(new Binomial(trials, trials).lower(error)).isCloseTo(Math.pow(error, 1.0 / trials), within(1e-9));
        assertThat(new Binomial(trials, trials).upper(error)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"59, 0.05", "10, 0.025", "1, 0.05"})
    void where_none_does_the_upper_limit_is_its_mirror(int trials, double error) {
        assertThat(new Binomial(trials, 0).upper(error)).isCloseTo(1 - Math.pow(error, 1.0 / trials), within(1e-9));
        assertThat(new Binomial(trials, 0).lower(error)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"10, 8", "60, 43", "200, 3", "2, 1"})
    void at_a_limit_what_was_seen_or_more_has_the_probability_of_the_error(int trials, int successes) {
        double lower = new Binomial(trials, successes).lower(0.025);
        double upper = new Binomial(trials, successes).upper(0.025);

        assertThat(sum(trials, successes, trials, lower)).isCloseTo(0.025, within(1e-9));
        assertThat(sum(trials, 0, successes, upper)).isCloseTo(0.025, within(1e-9));
        assertThat(lower).isLessThan((double) successes / trials);
        assertThat(upper).isGreaterThan((double) successes / trials);
    }

    @Test
    void the_limits_of_three_in_ten_have_their_mirror_in_seven() {
        assertThat(new Binomial(10, 3).upper(0.1)).isCloseTo(1 - new Binomial(10, 7).lower(0.1), within(1e-12));
    }

    /** The probability of so many successes, term by term. */
    private static double sum(int trials, int from, int to, double share) {
        double sum = 0;
        for (int successes = from; successes <= to; successes++) {
            double term = 1;
            for (int i = 0; i < successes; i++) {
                term *= (double) (trials - i) / (i + 1) * share;
            }
            sum += term * Math.pow(1 - share, trials - successes);
        }
        return sum;
    }
}
