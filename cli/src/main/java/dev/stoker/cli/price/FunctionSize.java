// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.util.Locale;

/**
 * The properties of a function that determine the price of its duration.
 *
 * @param memoryMb 128 to 10,240
 * @param architecture its processor
 */
public record FunctionSize(long memoryMb, Architecture architecture) {
    private static final double MB_PER_GB = 1024;
    private static final double MILLIS_PER_SECOND = 1000;

    /** GB-seconds for a duration in milliseconds. */
    public double gbSeconds(double millis) {
        return millis / MILLIS_PER_SECOND * memoryMb / MB_PER_GB;
    }

    /** Such as {@code 1,536 MB x86_64}. */
    public String text() {
        return String.format(Locale.ROOT, "%,d MB %s", memoryMb, architecture.text());
    }
}
