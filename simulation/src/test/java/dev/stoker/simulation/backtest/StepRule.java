// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

/** Chooses at each tick how many environments a round keeps warm. */
@FunctionalInterface
interface StepRule {
    /**
     * The number for the interval that begins now.
     *
     * @param interval its index in the scene
     * @param seen what has happened until now
     * @return 0 or more; 0 for no round
     */
    int choose(int interval, Tally seen);

    /** Always the same number. */
    static StepRule fixed(int number) {
        return (interval, seen) -> number;
    }

    /** The maximum concurrency of users within the last hour, at least one. */
    static StepRule lastHour() {
        int intervals = (int) (Scene.HOUR_MILLIS / Scene.INTERVAL_MILLIS);
        return (interval, seen) -> {
            int most = 1;
            for (int back = 1; back <= intervals; back++) {
                most = Math.max(most, seen.peak(interval - back));
            }
            return most;
        };
    }
}
