// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.simulation.traffic.CountSeries;
import dev.stoker.simulation.traffic.Requests;
import java.time.Instant;
import java.util.Locale;

/**
 * The traffic of a contest.
 *
 * @param name for people
 * @param series the counts
 * @param measuredFrom the first instant that counts; before, the ways may learn
 * @param load the function
 * @param seed the seed of the requests
 */
record Scene(String name, CountSeries series, long measuredFrom, Workload load, long seed) {
    /** The interval of the template's schedule. */
    static final long INTERVAL_MILLIS = 240_000;

    static final long HOUR_MILLIS = 3_600_000;

    /** The first line of the results. */
    String description() {
        return String.format(
                Locale.ROOT,
                "%s: %s, from %s, counts from %s to %s, mean %.2f requests per second, service %d ms, INIT %d ms, idle"
                        + " time %d s, lifetime %s, free environments %s, %s, seed %d",
                name,
                series.name(),
                Instant.ofEpochMilli(series.startMillis()),
                Instant.ofEpochMilli(measuredFrom),
                Instant.ofEpochMilli(endMillis()),
                1000 * series.total() / (series.endMillis() - series.startMillis()),
                load.service().medianMillis(),
                load.initMillis(),
                load.idleMillis() / 1000,
                load.lifetimeMillis() == 0 ? "none" : load.lifetimeMillis() / 1000 + " s",
                load.choice(),
                load.size().text(),
                seed);
    }

    /** The requests, from the first one on. */
    Requests requests() {
        return new Requests(series, load.service(), seed);
    }

    /** The number of whole intervals. */
    int intervals() {
        return (int) ((series.endMillis() - series.startMillis()) / INTERVAL_MILLIS);
    }

    /** The begin of an interval. */
    long tick(int interval) {
        return series.startMillis() + interval * INTERVAL_MILLIS;
    }

    /** The end of the last whole interval. */
    long endMillis() {
        return tick(intervals());
    }

    /** Whether an interval counts. */
    boolean measures(int interval) {
        return tick(interval) >= measuredFrom;
    }

    /** The hours that count. */
    double measuredHours() {
        return (double) (endMillis() - measuredFrom) / HOUR_MILLIS;
    }

    /** The same requests from a day before the part that counts, for ways that learn nothing from earlier days. */
    Scene withoutLearning() {
        long from = measuredFrom - 24 * HOUR_MILLIS;
        return from <= series.startMillis()
                ? this
                : new Scene(name, series.between(from, series.endMillis()), measuredFrom, load, seed);
    }

    /** A part with the same requests. Its second half counts. */
    Scene excerpt(long fromMillis, long toMillis) {
        CountSeries part = series.between(fromMillis, toMillis);
        return new Scene(name + ", excerpt", part, (fromMillis + toMillis) / 2, load, seed);
    }

    /** The same scene with another function. */
    Scene with(Workload other, String how) {
        return new Scene(name + ", " + how, series, measuredFrom, other, seed);
    }
}
