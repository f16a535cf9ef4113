// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import java.time.Duration;

/**
 * Users who come at random, independent of each other.
 *
 * @param perSecond requests in a second on average; 0 if nobody told
 * @param request how long one takes on average
 */
record Users(double perSecond, Duration request) {
    private static final double MILLIS_PER_SECOND = 1000;

    /** Whether anybody told how many come. */
    boolean told() {
        return perSecond > 0;
    }

    /** How many are served at once, on average: Little's law. */
    double concurrency() {
        return perSecond * request.toMillis() / MILLIS_PER_SECOND;
    }

    /** How many come in a time, on average. */
    double within(Duration time) {
        return perSecond * time.toMillis() / MILLIS_PER_SECOND;
    }
}
