// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import java.util.List;

/**
 * What figures are wanted.
 *
 * @param waitsMillis the waits, rising
 * @param concurrency environments to keep warm
 * @param oldestMillis environments that are older at the end of a wait are not in the curve
 * @param confidence of every statement, between 0 and 1
 * @param share of the environments that is to outlive an interval, between 0 and 1
 * @param longestHoldMillis the longest hold that a target may have
 */
public record WantedFigures(
        List<Long> waitsMillis,
        long concurrency,
        long oldestMillis,
        double confidence,
        double share,
        long longestHoldMillis) {
    /** Copies the waits. */
    public WantedFigures {
        waitsMillis = List.copyOf(waitsMillis);
    }
}
