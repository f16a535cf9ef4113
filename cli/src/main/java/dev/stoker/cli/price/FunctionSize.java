// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import java.util.Locale;

/**
 * What the price of a function's time hangs on.
 *
 * @param memoryMb 128 to 10,240
 * @param architecture its processor
 */
public record FunctionSize(long memoryMb, Architecture architecture) {
    private static final double MB_PER_GB = 1024;
    private static final double MILLIS_PER_SECOND = 1000;

    /** GB-seconds of so many milliseconds. */
    public double gbSeconds(double millis) {
        return millis / MILLIS_PER_SECOND * memoryMb / MB_PER_GB;
    }

    /** Such as {@code 1,536 MB x86_64}. */
    public String text() {
        return String.format(Locale.ROOT, "%,d MB %s", memoryMb, architecture.text());
    }
}
