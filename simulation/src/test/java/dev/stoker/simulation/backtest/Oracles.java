// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.simulation.traffic.CountSeries;

/** Rules of 4-minute steps that know what no rule can know. */
final class Oracles {
    private Oracles() {}

    /** Knows each request of the next interval: it keeps exactly the peak. */
    static Way ofRequests() {
        return new ModelledRounds("oracle that knows each request", scene -> {
            Occupancy future = Occupancy.of(scene);
            return (interval, seen) -> future.peak(interval);
        });
    }

    /** Knows the rates of the next interval, and not the requests that chance makes of them. */
    static Way ofRates(double coldCost) {
        return new ModelledRounds("oracle that knows the next rates", scene -> {
            PeakTable table = new PeakTable(scene, coldCost);
            return (interval, seen) -> table.number(highest(scene.series(), scene.tick(interval)));
        });
    }

    /** Knows the rate at the tick, and nothing of the future. */
    static Way ofPresentRate(double coldCost) {
        return new ModelledRounds("oracle that knows the present rate", scene -> {
            PeakTable table = new PeakTable(scene, coldCost);
            return (interval, seen) -> table.number(scene.series().perMilli(scene.tick(interval)));
        });
    }

    private static double highest(CountSeries series, long tick) {
        double highest = 0;
        for (long at = tick; at < tick + Scene.INTERVAL_MILLIS; at = series.nextChange(at)) {
            highest = Math.max(highest, series.perMilli(at));
        }
        return highest;
    }
}
