// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

/**
 * How long a warm event asks its environment to hold.
 *
 * @param holdUntil epoch milliseconds: the instant at which all environments of the round let go
 * @param holdMillis milliseconds: no longer than this, whatever the environment's clock says
 */
record HoldRequest(long holdUntil, long holdMillis) {
    /** Asks for no hold: what a malformed, absurd or foreign warm event is worth. */
    static final HoldRequest NONE = new HoldRequest(0, 0);

    /** Milliseconds to hold from an instant on, 0 or more. */
    long millisFrom(long epochMillis) {
        if (holdUntil <= epochMillis || holdMillis <= 0) {
            return 0;
        }
        return Math.min(holdUntil - epochMillis, holdMillis);
    }
}
