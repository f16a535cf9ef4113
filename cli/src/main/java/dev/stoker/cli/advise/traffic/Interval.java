// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

/**
 * The users of one interval between two cycles.
 *
 * @param hourOfWeek 0 is Monday from 0 to 1 o'clock, 167 Sunday from 23 to 24
 * @param requests users' requests
 * @param mean the mean number at once
 * @param peak the largest number at once
 * @param before the largest number at once in the interval before, whose environments are still there; this one's where there is none
 */
public record Interval(int hourOfWeek, double requests, double mean, int peak, int before) {
    /** Hours of a week. */
    public static final int HOURS = 168;

    /** Users who wait for INIT, if this number of environments is kept warm: each starts an environment. */
    public int cold(int warm) {
        return Math.max(0, peak - Math.max(warm, before));
    }
}
