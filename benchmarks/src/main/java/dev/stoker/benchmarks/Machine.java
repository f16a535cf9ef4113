// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.Locale;

/** Where and how quietly something was measured. */
final class Machine {
    private Machine() {}

    /** One line: cores, the load of the last minute, the JVM. */
    static String describe() {
        return String.format(
                Locale.ROOT,
                "%d cores, load %.1f, %s %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
    }
}
