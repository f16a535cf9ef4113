// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.simulation.traffic.CountSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The number of environments that is best for an interval when its rate is known and its requests are not: the quantile
 * of the interval's peak that weighs a user's cold start against an environment kept for nothing. The peaks are drawn
 * from a seed, once for each rate of a grid of 2 %.
 */
final class PeakTable {
    private static final int INTERVALS = 400;
    private static final double GRID = Math.log(1.02);
    private static final long SEED = 20_000;

    private final Scene scene;
    private final double quantile;
    private final Map<Long, Integer> byRate = new TreeMap<>();

    /**
     * A table for the function of a scene.
     *
     * @param coldCost what a user's cold start is worth, in environments kept for one interval
     */
    PeakTable(Scene scene, double coldCost) {
        this.scene = scene;
        this.quantile = coldCost / (1 + coldCost);
    }

    /** The number for a rate, in requests per millisecond. */
    int number(double perMilli) {
        return perMilli <= 0 ? 0 : byRate.computeIfAbsent((long) Math.ceil(Math.log(perMilli) / GRID), this::draw);
    }

    private int draw(long gridded) {
        double perMilli = Math.exp(gridded * GRID);
        CountSeries flat = CountSeries.flat(Instant.EPOCH, Scene.INTERVAL_MILLIS, INTERVALS + 1, perMilli * 1000);
        Scene draws = new Scene("flat", flat, 0, scene.load(), SEED);
        Occupancy occupancy = Occupancy.of(draws);
        int[] peaks = new int[INTERVALS];
        Arrays.setAll(peaks, i -> occupancy.peak(i + 1));
        Arrays.sort(peaks);
        return peaks[(int) Math.min(INTERVALS - 1, Math.floor(quantile * INTERVALS))];
    }
}
