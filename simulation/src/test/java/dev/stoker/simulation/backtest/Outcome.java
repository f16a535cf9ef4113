// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What a way has achieved in a scene, in the part that counts.
 *
 * @param way its name
 * @param scene the scene, or its end for ways that do not learn
 * @param users requests
 * @param coldStarts requests that waited for an INIT
 * @param displaced those of them that came while sleep tasks held environments
 * @param keptHours environment-hours that it decided to keep: its number in each interval times the interval, or the
 *     provisioned environments
 * @param aliveHours environment-hours that existed, those that users started included
 * @param warmingUsd what keeping warm costs: cycles, or the charge for provisioned environments
 * @param usersUsd the duration of users' requests beyond what it costs on demand without a cold start; negative with
 *     provisioned concurrency, where duration costs less
 * @param onDemandUsd the duration of users' requests on demand without a cold start, the same for all ways
 * @param p50 milliseconds from a request to its answer, median
 * @param p99 the same, 99th percentile
 * @param kept the number of each interval, from the begin of the scene
 * @param peaks the largest number of users at once in each interval
 * @param coldByInterval cold starts of each interval, from the begin of the scene
 * @param displacedByInterval those of them that came while sleep tasks held environments
 */
record Outcome(
        String way,
        Scene scene,
        long users,
        long coldStarts,
        long displaced,
        double keptHours,
        double aliveHours,
        double warmingUsd,
        double usersUsd,
        double onDemandUsd,
        long p50,
        long p99,
        List<Integer> kept,
        List<Integer> peaks,
        List<Integer> coldByInterval,
        List<Integer> displacedByInterval) {
    Outcome {
        kept = List.copyOf(kept);
        peaks = List.copyOf(peaks);
        coldByInterval = List.copyOf(coldByInterval);
        displacedByInterval = List.copyOf(displacedByInterval);
    }

    /** What it costs beyond users' requests on demand. */
    double extraUsd() {
        return warmingUsd + usersUsd;
    }

    /** Cold starts of the intervals from an instant to another. */
    long coldStarts(long from, long to) {
        return intervals(from, to).mapToLong(coldByInterval::get).sum();
    }

    /** Those of them that came while sleep tasks held environments. */
    long displaced(long from, long to) {
        return intervals(from, to).mapToLong(displacedByInterval::get).sum();
    }

    /** The mean number of the intervals from an instant to another. */
    double meanKept(long from, long to) {
        return intervals(from, to).mapToLong(kept::get).average().orElseThrow();
    }

    private IntStream intervals(long from, long to) {
        return IntStream.range(0, kept.size()).filter(i -> scene.tick(i) >= from && scene.tick(i) < to);
    }

    /** A line of the results. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-44s cold starts %7d = %8.5f %%, %6d displaced  kept %9.1f h = %6.2f on average  alive %9.1f h  warming $%9.2f  duration"
                        + " $%+9.2f  p50 %4d ms  p99 %4d ms",
                way,
                coldStarts,
                100.0 * coldStarts / Math.max(1, users),
                displaced,
                keptHours,
                keptHours / scene.measuredHours(),
                aliveHours,
                warmingUsd,
                usersUsd,
                p50,
                p99);
    }
}
