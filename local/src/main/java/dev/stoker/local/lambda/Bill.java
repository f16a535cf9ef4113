// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/**
 * What Lambda would bill, in its steps of 1 ms; INIT is billed since 2025-08-01. Source: Lambda pricing page.
 *
 * @param requests invocations that reached an environment
 * @param initMillis INIT phases
 * @param heldMillis invocations by warm events
 * @param userMillis all other invocations
 */
public record Bill(long requests, long initMillis, long heldMillis, long userMillis) {
    /** Nothing used yet. */
    public static final Bill NOTHING = new Bill(0, 0, 0, 0);

    /** All milliseconds together. */
    public long millis() {
        return initMillis + heldMillis + userMillis;
    }

    /** Both together. */
    public Bill plus(Bill other) {
        return new Bill(
                requests + other.requests,
                initMillis + other.initMillis,
                heldMillis + other.heldMillis,
                userMillis + other.userMillis);
    }

    /** What was added since an earlier state of the same bill. */
    public Bill minus(Bill earlier) {
        return new Bill(
                requests - earlier.requests,
                initMillis - earlier.initMillis,
                heldMillis - earlier.heldMillis,
                userMillis - earlier.userMillis);
    }
}
