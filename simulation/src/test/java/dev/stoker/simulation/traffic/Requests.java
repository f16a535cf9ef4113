// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.util.SplittableRandom;

/**
 * The requests of a series, one after another: a Poisson process with the constant rate of each step. The same seed
 * gives the same requests.
 */
public final class Requests {
    private final CountSeries series;
    private final ServiceTime service;
    private final long seed;

    private SplittableRandom random;
    private double exact;
    private long atMillis;
    private long serviceMillis;

    /** Stands before the first request. */
    public Requests(CountSeries series, ServiceTime service, long seed) {
        this.series = series;
        this.service = service;
        this.seed = seed;
        this.exact = series.startMillis();
        this.random = ofStep(series.startMillis());
    }

    /** Moves to the next request; false after the last one. */
    public boolean next() {
        while (exact < series.endMillis()) {
            long from = (long) exact;
            double rate = series.perMilli(from);
            long change = series.nextChange(from);
            double at = rate > 0 ? exact - Math.log(1 - random.nextDouble()) / rate : Double.POSITIVE_INFINITY;
            if (at < change) {
                exact = at;
                atMillis = (long) at;
                serviceMillis = service.millis(random);
                return true;
            }
            exact = change; // a Poisson process does not remember: begin again at the new rate
            random = ofStep(change);
        }
        return false;
    }

    /** Each step has its own random numbers, so a part of a series has the same requests as the whole. */
    private SplittableRandom ofStep(long startMillis) {
        return new SplittableRandom(seed * 1_000_003 + startMillis);
    }

    /** When this request arrives, milliseconds since the epoch. */
    public long atMillis() {
        return atMillis;
    }

    /** How long it takes in an environment. */
    public long serviceMillis() {
        return serviceMillis;
    }
}
