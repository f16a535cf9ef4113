// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * How long this process has been running.
 *
 * <p>On Linux, and therefore on Lambda, it is read from {@code /proc}: exact to 10 ms and independent of the wall
 * clock. On Linux {@link ProcessHandle} uses a boot time in whole seconds and was up to 500 ms wrong (JDK 17.0.15 and
 * 25), so it is used on other systems only. The JVM's own start time would load JMX, which takes 12 to 25 ms of a cold
 * start, and does not include the time before the JVM started.
 */
final class ProcessAge {
    /** Linux counts a process's start in hundredths of a second. Source: proc(5), starttime; USER_HZ is 100. */
    private static final long MILLIS_PER_TICK = 10;

    /**
     * The start time is field 22. Counted after the name in brackets, which may contain spaces, it is field 20. Source:
     * proc(5).
     */
    private static final int START_TICKS_FIELD = 20;

    private ProcessAge() {}

    /** Milliseconds since the start of this process, or -1 if it is unknown. */
    static long millis() {
        try {
            return millis(read("/proc/uptime"), read("/proc/self/stat"));
        } catch (IOException | RuntimeException noProc) {
            return millisByHandle();
        }
    }

    /** From the texts of {@code /proc/uptime} and {@code /proc/self/stat}. */
    static long millis(String uptime, String stat) {
        double seconds = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
        int from = stat.lastIndexOf(')') + 1;
        for (int field = 1; field < START_TICKS_FIELD; field++) {
            from = stat.indexOf(' ', from + 1);
        }
        long ticks = Long.parseLong(stat.substring(from + 1, stat.indexOf(' ', from + 1)));
        return Math.round(seconds * 1000) - ticks * MILLIS_PER_TICK;
    }

    private static long millisByHandle() {
        Instant start = ProcessHandle.current().info().startInstant().orElse(null);
        return start == null ? -1 : System.currentTimeMillis() - start.toEpochMilli();
    }

    private static String read(String file) throws IOException {
        try (InputStream in = new FileInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
