// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import dev.stoker.cli.calibrate.figures.Trial.Outlived;
import java.util.List;

/**
 * The trials of one wait, counted.
 *
 * @param waitMillis the wait
 * @param trials environments that were left idle so long
 * @param outlived how many of them answered after it
 */
record Tally(long waitMillis, int trials, int outlived) {
    /** Counts the trials of a wait that count at all. */
    static Tally of(long waitMillis, List<Trial> trials) {
        List<Trial> counted = trials.stream()
                .filter(trial -> trial.waitMillis() == waitMillis && trial.counts())
                .toList();
        long outlived = counted.stream()
                .filter(trial -> trial.outcome() == Outlived.YES)
                .count();
        return new Tally(waitMillis, counted.size(), (int) outlived);
    }

    /** The lower limit of the share that outlives the wait; 0 where nothing is known. */
    double lower(double error) {
        return trials == 0 ? 0 : new Binomial(trials, outlived).lower(error);
    }

    /** The upper limit; 1 where nothing is known. */
    double upper(double error) {
        return trials == 0 ? 1 : new Binomial(trials, outlived).upper(error);
    }
}
