// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import dev.stoker.cli.calibrate.figures.Probe;
import dev.stoker.cli.calibrate.figures.Trials;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far a calibration has come. Immutable.
 *
 * @param plan what it is to do
 * @param probes the cycles that ran, in their order
 * @param probing true if a cycle started and its result is missing: if no process waits for it anymore, environments may have been
 *     used since the last probe
 */
public record CalibrationState(CalibrationPlan plan, List<Probe> probes, boolean probing) {
    /** Copies the probes. */
    public CalibrationState {
        probes = List.copyOf(probes);
    }

    /** Nothing has been done yet. */
    public static CalibrationState of(CalibrationPlan plan) {
        return new CalibrationState(plan, List.of(), false);
    }

    /** The same with a cycle that begins. */
    CalibrationState began() {
        return new CalibrationState(plan, probes, true);
    }

    /** The same with the cycle that has ended. */
    CalibrationState with(Probe probe) {
        return new CalibrationState(
                plan, Stream.concat(probes.stream(), Stream.of(probe)).toList(), false);
    }

    /** The last cycle. */
    Optional<Probe> last() {
        return probes.isEmpty() ? Optional.empty() : Optional.of(probes.get(probes.size() - 1));
    }

    /**
     * The next wait: the plan's next one or, after the longest or after one that no environment outlived, the shortest of the
     * next pass.
     *
     * @return empty if the calibration is complete
     */
    public Optional<Wait> next() {
        Optional<Probe> last = probes.stream().filter(Probe::isMeasuring).reduce((earlier, later) -> later);
        if (last.isEmpty()) {
            return Optional.of(new Wait(1, plan.waitsMillis().get(0)));
        }
        int pass = last.get().pass();
        int done = plan.waitsMillis().indexOf(last.get().waitMillis());
        boolean passEnds =
                done + 1 == plan.waitsMillis().size() || Trials.of(probes).lastWaitEndedAll();
        if (!passEnds) {
            return Optional.of(new Wait(pass, plan.waitsMillis().get(done + 1)));
        }
        return pass == plan.passes()
                ? Optional.empty()
                : Optional.of(new Wait(pass + 1, plan.waitsMillis().get(0)));
    }

    /**
     * A wait of a pass.
     *
     * @param pass 1 or more
     * @param millis how long
     */
    public record Wait(int pass, long millis) {}
}
