// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * How warm events arrive at the requested concurrency. Only rounds count in which nearly all environments were warm: fewer
 * arrive sooner. Times are in milliseconds after the round opened.
 *
 * @param rounds that count
 * @param arrivals warm arrivals in them
 * @param median of the arrivals; empty if there are none
 * @param p99 that 99 in 100 arrivals are not later than; empty if there are none
 * @param medianReach of the rounds, the reach being a round's latest warm arrival
 * @param largestReach of the rounds
 * @param hold that would have held all environments of each round, with the margin that cycles take
 * @param holdShare lower limit of the share of rounds for which the largest reach suffices, at the calibration's confidence
 */
public record ArrivalFigures(
        int rounds,
        int arrivals,
        OptionalLong median,
        OptionalLong p99,
        OptionalLong medianReach,
        OptionalLong largestReach,
        OptionalLong hold,
        double holdShare) {
    /** Of the requested concurrency. */
    private static final double NEARLY_ALL = 0.9;

    /** Margin over the reach, as keep-warm has it: a share of the spread, and at least so many milliseconds. */
    private static final double MARGIN_OF_SPREAD = 0.15;

    private static final long LEAST_MARGIN_MILLIS = 10;
    private static final long SHORTEST_HOLD_MILLIS = 20;
    private static final double P99 = 0.99;

    /** @param most the longest hold that a target may have */
    static ArrivalFigures of(List<Probe> probes, long concurrency, double confidence, long most) {
        List<long[]> rounds = probes.stream()
                .map(ArrivalFigures::warmArrivals)
                .filter(arrivals -> arrivals.length >= Math.max(1, NEARLY_ALL * concurrency))
                .toList();
        long[] all = rounds.stream().flatMapToLong(LongStream::of).sorted().toArray();
        long[] reaches = rounds.stream()
                .mapToLong(arrivals -> arrivals[arrivals.length - 1])
                .sorted()
                .toArray();
        OptionalLong largest = quantile(reaches, 1);
        OptionalLong hold = largest.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(hold(largest.getAsLong(), largest.getAsLong() - all[0], most));
        double share = reaches.length == 0 ? 0 : new Binomial(reaches.length, reaches.length).lower(1 - confidence);
        return new ArrivalFigures(
                reaches.length,
                all.length,
                quantile(all, 0.5),
                quantile(all, P99),
                quantile(reaches, 0.5),
                largest,
                hold,
                share);
    }

    private static long[] warmArrivals(Probe probe) {
        return probe.seen().stream()
                .filter(environment -> !environment.coldStart())
                .mapToLong(environment -> Math.max(0, environment.arrivedAt() - probe.openedAt()))
                .sorted()
                .toArray();
    }

    private static long hold(long reach, long spread, long most) {
        long margin = Math.max(LEAST_MARGIN_MILLIS, Math.round(MARGIN_OF_SPREAD * spread));
        return Math.min(most, Math.max(SHORTEST_HOLD_MILLIS, reach + margin));
    }

    /** The value that this share of the sorted ones is not above. */
    static OptionalLong quantile(long[] sorted, double share) {
        return sorted.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)]);
    }
}
