// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * All that a calibration found.
 *
 * @param curve how long idle environments live
 * @param leftOut what is not in the curve
 * @param interval the interval to take
 * @param arrivals how warm events arrive, and the hold to take
 * @param coldStarts how long INIT takes
 * @param cycles that were run
 * @param usd what they cost; empty where it is not known of all
 */
public record Figures(
        SurvivalCurve curve,
        LeftOut leftOut,
        IntervalAdvice interval,
        ArrivalFigures arrivals,
        ColdStartFigures coldStarts,
        int cycles,
        Optional<BigDecimal> usd) {

    /** The figures of some probes, in their order. */
    public static Figures of(List<Probe> probes, WantedFigures wanted) {
        List<Trial> all = Trials.of(probes).all();
        List<Trial> young = all.stream()
                .filter(trial -> trial.ageMillis() <= wanted.oldestMillis())
                .toList();
        return new Figures(
                SurvivalCurve.of(wanted.waitsMillis(), young, wanted.confidence()),
                LeftOut.of(all, wanted.oldestMillis()),
                IntervalAdvice.of(wanted.waitsMillis(), young, all, wanted.share(), wanted.confidence()),
                ArrivalFigures.of(probes, wanted.concurrency(), wanted.confidence(), wanted.longestHoldMillis()),
                ColdStartFigures.of(probes),
                probes.size(),
                cost(probes));
    }

    private static Optional<BigDecimal> cost(List<Probe> probes) {
        return probes.stream().allMatch(probe -> probe.usd().isPresent())
                ? Optional.of(
                        probes.stream().flatMap(probe -> probe.usd().stream()).reduce(BigDecimal.ZERO, BigDecimal::add))
                : Optional.empty();
    }
}
