// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;

/**
 * The share of environments that outlive each wait, which can only fall as waits grow.
 *
 * <p>A trial tells whether an environment lived longer than its wait, and never when it ended. For such data ("current status")
 * the maximum likelihood estimate is the falling step function that pools neighbors out of order. Source: M. Ayer, H. D. Brunk,
 * G. M. Ewing, W. T. Reid and E. Silverman, "An empirical distribution function for sampling with incomplete information",
 * Annals of Mathematical Statistics 26 (1955); B. W. Turnbull's estimator (1976) of this case.
 *
 * <p>The band holds for all waits at once: exact limits of each wait ({@link Binomial}), each at the level that makes all of
 * them hold together where trials of different waits are independent. Source: Z. Šidák, "Rectangular confidence regions for the
 * means of multivariate normal distributions", Journal of the American Statistical Association 62 (1967), for independence.
 *
 * @param confidence of the whole band, between 0 and 1
 * @param points one for each wait, the shortest first
 */
public record SurvivalCurve(double confidence, List<Point> points) {
    /** Copies the points. */
    public SurvivalCurve {
        points = List.copyOf(points);
    }

    /**
     * One wait.
     *
     * @param waitMillis how long the environments were left idle
     * @param environments how many
     * @param outlived how many of them answered after it
     * @param estimate the share that outlives it; empty where none was left idle
     * @param lower the band's lower limit, 0 to 1
     * @param upper the band's upper limit, 0 to 1
     */
    public record Point(
            long waitMillis, int environments, int outlived, OptionalDouble estimate, double lower, double upper) {}

    /**
     * The curve of some trials that count.
     *
     * @param waits those of the plan, rising
     */
    static SurvivalCurve of(List<Long> waits, List<Trial> trials, double confidence) {
        List<Tally> tallies = waits.stream().map(wait -> Tally.of(wait, trials)).toList();
        long measured = tallies.stream().filter(tally -> tally.trials() > 0).count();
        double error = (1 - Math.pow(confidence, 1.0 / Math.max(1, measured))) / 2;
        double[] lower = new double[tallies.size()];
        double[] upper = new double[tallies.size()];
        for (int i = 0; i < tallies.size(); i++) {
            upper[i] = Math.min(i == 0 ? 1 : upper[i - 1], tallies.get(i).upper(error));
        }
        for (int i = tallies.size() - 1; i >= 0; i--) {
            lower[i] = Math.max(
                    i == tallies.size() - 1 ? 0 : lower[i + 1], tallies.get(i).lower(error));
        }
        double[] estimates = falling(tallies);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < tallies.size(); i++) {
            Tally tally = tallies.get(i);
            OptionalDouble estimate = tally.trials() == 0 ? OptionalDouble.empty() : OptionalDouble.of(estimates[i]);
            points.add(new Point(tally.waitMillis(), tally.trials(), tally.outlived(), estimate, lower[i], upper[i]));
        }
        return new SurvivalCurve(confidence, points);
    }

    /** Pools adjacent violators: where a share is above the one before it, both become the share of both together. */
    private static double[] falling(List<Tally> tallies) {
        List<double[]> pools = new ArrayList<>(); // outlived, trials, how many waits
        for (Tally tally : tallies) {
            pools.add(new double[] {tally.outlived(), tally.trials(), 1});
            while (pools.size() > 1 && share(pools.get(pools.size() - 2)) <= share(pools.get(pools.size() - 1))) {
                double[] last = pools.remove(pools.size() - 1);
                double[] before = pools.get(pools.size() - 1);
                for (int i = 0; i < last.length; i++) {
                    before[i] += last[i];
                }
            }
        }
        return pools.stream()
                .flatMapToDouble(
                        pool -> DoubleStream.generate(() -> share(pool)).limit((long) pool[2]))
                .toArray();
    }

    /** A wait without trials is pooled with its neighbor, where it has no weight. */
    private static double share(double[] pool) {
        return pool[1] == 0 ? 1 : pool[0] / pool[1];
    }

    /** The longest wait that more than half of the environments surely outlive; empty if there is none. */
    public OptionalLong medianAbove() {
        return points.stream()
                .filter(point -> point.lower() > 0.5)
                .mapToLong(Point::waitMillis)
                .max();
    }

    /** The shortest wait that fewer than half of the environments surely outlive; empty if there is none. */
    public OptionalLong medianBelow() {
        return points.stream()
                .filter(point -> point.upper() < 0.5)
                .mapToLong(Point::waitMillis)
                .min();
    }
}
