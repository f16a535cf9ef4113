// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import dev.stoker.cli.input.CycleLimits;

/** The number of Express executions of a round, and their billed time. */
public final class ExpressRuns {
    /** The duration of an execution without the hold. An assumption: the 0.5 s of the worked month minus its hold. */
    public static final long OVERHEAD_MILLIS = 400;

    /**
     * Billed memory of an execution, in MB: 50 MB plus definition and payloads fit into the first step of 64. Source:
     * Step Functions pricing page, and small executions recorded at AWS.
     */
    public static final long MEMORY_MB = 64;

    /** Billed time is rounded up to this, in milliseconds. Source: Step Functions pricing page. */
    public static final long STEP_MILLIS = 100;

    private static final long WIDEST_SHARD = CycleLimits.WIDEST_MAP * CycleLimits.WIDEST_MAP;
    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double MB_PER_GB = 1024;

    private ExpressRuns() {}

    /** The number of executions of fan-out for a round of this number of slots, on all levels. */
    public static long fanOuts(long slots) {
        if (slots <= CycleLimits.WIDEST_MAP) {
            return 0;
        }
        if (slots <= WIDEST_SHARD) {
            return ceil(slots, CycleLimits.WIDEST_MAP);
        }
        long parts = ceil(slots, WIDEST_SHARD);
        long all = parts;
        for (long part = 0; part < parts; part++) {
            all += fanOuts((part + 1) * slots / parts - part * slots / parts);
        }
        return all;
    }

    /** The billed GB-hours of an execution of this length. */
    public static double gbHours(long millis) {
        return ceil(millis, STEP_MILLIS) * STEP_MILLIS / MILLIS_PER_HOUR * MEMORY_MB / MB_PER_GB;
    }

    private static long ceil(long number, long step) {
        return (number + step - 1) / step;
    }
}
