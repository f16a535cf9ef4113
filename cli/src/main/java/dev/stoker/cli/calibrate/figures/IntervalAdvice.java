// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The longest interval between two cycles that keeps the environments.
 *
 * <p>From the shortest wait on, each wait is tested: is the lower limit of the share that outlives it at least the wanted one?
 * The first that fails ends the search. Several tests need no correction if their order is fixed before the first one.
 * Source: W. Maurer, L. A. Hothorn and W. Lehmacher, "Multiple comparisons in drug clinical trials and preclinical assays: a-priori
 * ordered hypotheses" (1995).
 *
 * @param share of the environments that is to outlive the interval, between 0 and 1
 * @param confidence of the statement, between 0 and 1
 * @param passed the waits that passed, the shortest first
 * @param failed the first wait that did not; empty if all passed
 * @param needed environments that would show the share if all of them outlived a wait
 */
public record IntervalAdvice(
        double share, double confidence, List<Tested> passed, Optional<Tested> failed, int needed) {
    /** Copies the waits. */
    public IntervalAdvice {
        passed = List.copyOf(passed);
    }

    /**
     * A wait that was tested.
     *
     * @param waitMillis the wait
     * @param environments left idle so long
     * @param outlived how many of them answered after it
     * @param lower the one-sided lower limit of the share that outlives it
     * @param upper the one-sided upper limit
     */
    public record Tested(long waitMillis, int environments, int outlived, double lower, double upper) {}

    /**
     * Tests the waits.
     *
     * @param young trials of environments that are not ended by their age
     * @param all the same and those of older ones. They count where the young are too few to show the share even if all of them
     *     outlived the wait: an old environment that outlives it shows all the more that its idle time suffices
     */
    static IntervalAdvice of(List<Long> waits, List<Trial> young, List<Trial> all, double share, double confidence) {
        int needed = (int) Math.ceil(Math.log1p(-confidence) / Math.log(share) - 1e-9);
        List<Tested> passed = new ArrayList<>();
        for (long wait : waits) {
            Tally few = Tally.of(wait, young);
            Tested tested = tested(few.trials() < needed ? Tally.of(wait, all) : few, 1 - confidence);
            if (tested.lower() < share) {
                return new IntervalAdvice(share, confidence, passed, Optional.of(tested), needed);
            }
            passed.add(tested);
        }
        return new IntervalAdvice(share, confidence, passed, Optional.empty(), needed);
    }

    private static Tested tested(Tally tally, double error) {
        return new Tested(tally.waitMillis(), tally.trials(), tally.outlived(), tally.lower(error), tally.upper(error));
    }

    /** The interval to take; empty if no wait passed. */
    public Optional<Tested> longest() {
        return passed.isEmpty() ? Optional.empty() : Optional.of(passed.get(passed.size() - 1));
    }

    /** Whether the first wait that did not pass had too few trials: the ones that there were do not contradict the share. */
    public boolean wantsTrials() {
        return failed.filter(tested -> tested.upper() >= share).isPresent();
    }
}
