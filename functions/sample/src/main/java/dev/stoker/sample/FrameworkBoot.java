// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import java.util.Map;

/**
 * The start of a framework, which makes a Java function start slowly.
 *
 * <p>It only waits and does no work. So many environments on the few cores of one machine start as on Lambda, where
 * each has its own CPU.
 *
 * @param millis how long the start took, milliseconds
 */
record FrameworkBoot(long millis) {
    /** Long enough for users to notice, and short enough for a demonstration. */
    private static final String DEFAULT_MILLIS = "2000";

    /**
     * Waits for {@code SAMPLE_START_MILLIS} (whole milliseconds, 0 or more; default 2,000).
     *
     * @throws IllegalArgumentException if the variable has any other value
     */
    static FrameworkBoot run(Map<String, String> environment, Pause pause) {
        long millis = startMillis(environment.getOrDefault("SAMPLE_START_MILLIS", DEFAULT_MILLIS));
        pause.millis(millis);
        return new FrameworkBoot(millis);
    }

    private static long startMillis(String value) {
        try {
            long millis = Long.parseLong(value);
            if (millis >= 0) {
                return millis;
            }
        } catch (NumberFormatException e) {
            // rejected below, with negative values
        }
        throw new IllegalArgumentException(
                "SAMPLE_START_MILLIS: must be a whole number of milliseconds, 0 or more, got " + value
                        + ". Set it to 2000, say, or leave it out.");
    }
}
