// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import java.time.Duration;

/**
 * Users who arrive at random and independently.
 *
 * @param perSecond mean number of requests a second; 0 if unknown
 * @param request mean duration of a request
 */
record Users(double perSecond, Duration request) {
    private static final double MILLIS_PER_SECOND = 1000;

    /** Whether the number of users is known. */
    boolean isKnown() {
        return perSecond > 0;
    }

    /** The mean number of requests that are served at the same time (Little's law). */
    double concurrency() {
        return perSecond * request.toMillis() / MILLIS_PER_SECOND;
    }

    /** The mean number of requests within a time. */
    double within(Duration time) {
        return perSecond * time.toMillis() / MILLIS_PER_SECOND;
    }
}
