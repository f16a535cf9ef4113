// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/**
 * The hold that a warm event requests.
 *
 * @param holdUntil epoch milliseconds: the instant until which all environments of the round hold
 * @param holdMillis the maximum hold in milliseconds, whatever the environment's clock says
 */
record HoldRequest(long holdUntil, long holdMillis) {
    /** Requests no hold. The result for a warm event that is malformed, invalid or of another version. */
    static final HoldRequest NONE = new HoldRequest(0, 0);

    /** How long to hold if the hold begins at an instant: milliseconds, 0 or more. */
    long millisFrom(long epochMillis) {
        if (holdUntil <= epochMillis || holdMillis <= 0) {
            return 0;
        }
        return Math.min(holdUntil - epochMillis, holdMillis);
    }
}
