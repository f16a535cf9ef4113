// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import dev.stoker.cli.calibrate.figures.Trial.Outlived;
import java.util.List;

/**
 * Trials that are not in the curve, counted by the reason.
 *
 * @param used served users during the wait
 * @param old were older than the plan allows at the end of the wait, so that Lambda may have ended them for their age
 * @param oldEnded how many of the old ones were gone
 * @param unknown did not answer, and whether they were gone cannot be known
 * @param mistimed were idle for another time than planned
 */
public record LeftOut(long used, long old, long oldEnded, long unknown, long mistimed) {
    static LeftOut of(List<Trial> trials, long oldestMillis) {
        List<Trial> old = trials.stream()
                .filter(trial -> trial.counts() && trial.ageMillis() > oldestMillis)
                .toList();
        return new LeftOut(
                count(trials, Outlived.USED),
                old.size(),
                count(old, Outlived.NO),
                count(trials, Outlived.UNKNOWN),
                count(trials, Outlived.MISTIMED));
    }

    private static long count(List<Trial> trials, Outlived outcome) {
        return trials.stream().filter(trial -> trial.outcome() == outcome).count();
    }
}
