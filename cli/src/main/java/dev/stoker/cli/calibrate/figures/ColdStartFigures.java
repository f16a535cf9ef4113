// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import dev.stoker.cli.calibrate.figures.Probe.Seen;
import java.util.List;
import java.util.OptionalLong;

/**
 * How long a cold start takes, in milliseconds.
 *
 * @param coldStarts that the calibration brought about
 * @param medianInit of those that reported the duration of their INIT; empty if none did
 * @param p90Init that nine in ten of them are not above
 * @param longestInit of them
 * @param medianAnswer from the opening of the round to the arrival: what a user would wait, with the way there
 */
public record ColdStartFigures(
        int coldStarts,
        OptionalLong medianInit,
        OptionalLong p90Init,
        OptionalLong longestInit,
        OptionalLong medianAnswer) {
    private static final double P90 = 0.9;

    static ColdStartFigures of(List<Probe> probes) {
        List<Seen> cold = probes.stream()
                .flatMap(probe -> probe.seen().stream())
                .filter(Seen::coldStart)
                .toList();
        long[] inits = cold.stream()
                .flatMapToLong(environment -> environment.initMillis().stream())
                .sorted()
                .toArray();
        long[] answers = probes.stream()
                .flatMapToLong(probe -> probe.seen().stream()
                        .filter(Seen::coldStart)
                        .mapToLong(environment -> Math.max(0, environment.arrivedAt() - probe.openedAt())))
                .sorted()
                .toArray();
        return new ColdStartFigures(
                cold.size(),
                ArrivalFigures.quantile(inits, 0.5),
                ArrivalFigures.quantile(inits, P90),
                ArrivalFigures.quantile(inits, 1),
                ArrivalFigures.quantile(answers, 0.5));
    }
}
