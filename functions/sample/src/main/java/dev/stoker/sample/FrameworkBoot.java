// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import java.util.Map;

/**
 * Stands for the boot of a framework: what makes a Java function start slowly.
 *
 * <p>It is a wait and no work, so that many environments on the few cores of one machine start as they would on Lambda,
 * where each has a CPU of its own.
 *
 * @param millis how long the boot took, milliseconds
 */
record FrameworkBoot(long millis) {
    /** Long enough to be felt by users, and short enough to wait for in a demonstration. */
    private static final long DEFAULT_MILLIS = 2000;

    /**
     * Boots for {@code SAMPLE_START_MILLIS} (whole milliseconds, 0 or more; default 2,000).
     *
     * @throws IllegalArgumentException if the variable holds anything else
     */
    static FrameworkBoot run(Map<String, String> environment, Pause pause) {
        long millis = startMillis(environment.get("SAMPLE_START_MILLIS"));
        pause.millis(millis);
        return new FrameworkBoot(millis);
    }

    private static long startMillis(String value) {
        if (value == null) {
            return DEFAULT_MILLIS;
        }
        try {
            long millis = Long.parseLong(value);
            if (millis >= 0) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // refused below, with the negative ones
        }
        throw new IllegalArgumentException(
                "SAMPLE_START_MILLIS: must be a whole number of milliseconds, 0 or more, got " + value
                        + ". Set it to 2000, say, or leave it out.");
    }
}
