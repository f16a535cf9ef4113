// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import java.util.Random;

/**
 * One element of Retry.
 *
 * @param errors what it answers to
 * @param intervalSeconds wait before the first retry
 * @param maxAttempts retries at most; 0 means never
 * @param backoffRate what the wait is multiplied by for each further retry
 * @param maxDelaySeconds the longest wait
 * @param fullJitter whether the wait is drawn from between nothing and itself
 */
record Retrier(
        ErrorEquals errors,
        int intervalSeconds,
        int maxAttempts,
        double backoffRate,
        int maxDelaySeconds,
        boolean fullJitter) {

    /** The wait before a retry, in milliseconds; {@code earlier} counts the retries before it. */
    long delayMillis(int earlier, Random random) {
        double seconds = Math.min(maxDelaySeconds, intervalSeconds * Math.pow(backoffRate, earlier));
        double millis = seconds * 1_000;
        return Math.round(fullJitter ? random.nextDouble() * millis : millis);
    }
}
