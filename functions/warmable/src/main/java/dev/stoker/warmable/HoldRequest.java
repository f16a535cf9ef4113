// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/**
 * What a warm event requests.
 *
 * @param holdUntil epoch milliseconds: the instant until which all environments of the round hold
 * @param holdMillis the maximum hold in milliseconds, whatever the environment's clock says
 * @param primingEvent the JSON of the priming event; empty if there is none
 */
record HoldRequest(long holdUntil, long holdMillis, String primingEvent) {
    /** Requests nothing. The result for a warm event that is malformed, invalid or of another version. */
    static final HoldRequest NONE = new HoldRequest(-1, 0, "");

    /** How long to hold if the hold begins at an instant: milliseconds, 0 or more. */
    long millisFrom(long epochMillis) {
        if (holdUntil <= epochMillis || holdMillis <= 0) {
            return 0;
        }
        return Math.min(holdUntil - epochMillis, holdMillis);
    }
}
