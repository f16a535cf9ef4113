// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import java.util.OptionalInt;

/**
 * What one data point says of users.
 *
 * @param startMillis when it begins, since the epoch
 * @param lengthMillis how long it lasts, above 0
 * @param requests users' requests that began in it
 * @param busyMillis the time that they took, in all
 * @param peak the largest number at once, if it was measured
 */
record TrafficRow(long startMillis, long lengthMillis, double requests, double busyMillis, OptionalInt peak) {
    /** When it ends. */
    long endMillis() {
        return startMillis + lengthMillis;
    }

    /** The mean number of requests at once (Little's law). */
    double mean() {
        return busyMillis / lengthMillis;
    }
}
