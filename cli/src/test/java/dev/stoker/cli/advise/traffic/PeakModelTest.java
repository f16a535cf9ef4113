// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Peaks that are drawn, beside those of simulated requests. */
class PeakModelTest {
    private static final double MILLIS = 240_000;
    private static final int DRAWS = 4_000;

    /** Service of any distribution: fixed and exponential. The mean peak agrees to 4 %, and by 0.06 where it is small. */
    @ParameterizedTest
    @CsvSource({"0.0005, 300, 60", "0.02, 300, 600", "0.5, 300, 300", "2.5, 300, 120", "25, 300, 40", "4, 20000, 300"})
    void the_mean_peak_is_that_of_simulated_requests(double mean, double serviceMillis, int simulations) {
        double rate = mean / serviceMillis;
        PeakModel model = new PeakModel(1);
        double drawn = 0;
        for (int i = 0; i < DRAWS; i++) {
            drawn += model.draw(mean, rate * MILLIS);
        }
        Random random = new Random(2);
        double fixed = 0;
        double exponential = 0;
        for (int i = 0; i < simulations; i++) {
            fixed += simulated(rate, serviceMillis, false, random);
            exponential += simulated(rate, serviceMillis, true, random);
        }

        double simulatedPeak = (fixed + exponential) / (2.0 * simulations);
        assertThat(drawn / DRAWS)
                .as("fixed %s, exponential %s", fixed / simulations, exponential / simulations)
                .isCloseTo(simulatedPeak, within(0.06 + 0.04 * simulatedPeak));
    }

    private static int simulated(double rate, double serviceMillis, boolean exponential, Random random) {
        PriorityQueue<Double> ends = new PriorityQueue<>();
        int peak = 0;
        double begin = -10 * serviceMillis;
        for (double at = begin + next(rate, random); at < MILLIS; at += next(rate, random)) {
            while (!ends.isEmpty() && ends.peek() <= at) {
                ends.remove();
            }
            ends.add(at + (exponential ? serviceMillis * next(1, random) : serviceMillis));
            peak = at >= 0 ? Math.max(peak, ends.size()) : peak;
        }
        return peak;
    }

    private static double next(double rate, Random random) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }

    @Test
    void no_users_are_no_peak_and_the_same_seed_draws_the_same() {
        assertThat(new PeakModel(1).draw(0, 0)).isZero();
        assertThat(new PeakModel(7).draw(3, 500)).isEqualTo(new PeakModel(7).draw(3, 500));
    }

    @Test
    void large_numbers_are_drawn_near_their_mean() {
        assertThat(new PeakModel(1).draw(5_000, 4e6)).isBetween(5_100, 5_600);
    }
}
