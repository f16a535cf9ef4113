// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

/** How many Express executions a round takes, and what one of them is billed. */
public final class ExpressRuns {
    /** Sleep tasks that one Map runs at once. Source: statemachine/run-slots.states.yaml. */
    public static final long WIDEST_MAP = 32;

    /** What an execution takes beside the hold: it starts, invokes, joins. An assumption; the worked month's 0.5 s less its hold. */
    public static final long OVERHEAD_MILLIS = 400;

    /**
     * Memory that one is billed, in MB: 50 MB, definition and payloads fit the first step of 64. Source: Step Functions
     * pricing page, and small executions recorded at AWS.
     */
    public static final long MEMORY_MB = 64;

    /** Billed time is rounded up to this, in milliseconds. Source: Step Functions pricing page. */
    public static final long STEP_MILLIS = 100;

    private static final long WIDEST_SHARD = WIDEST_MAP * WIDEST_MAP;
    private static final double MILLIS_PER_HOUR = 3_600_000;
    private static final double MB_PER_GB = 1024;

    private ExpressRuns() {}

    /** Executions of fan-out that one round of so many slots takes, on all levels. */
    public static long fanOuts(long slots) {
        if (slots <= WIDEST_MAP) {
            return 0;
        }
        if (slots <= WIDEST_SHARD) {
            return ceil(slots, WIDEST_MAP);
        }
        long parts = ceil(slots, WIDEST_SHARD);
        long all = parts;
        for (long part = 0; part < parts; part++) {
            all += fanOuts((part + 1) * slots / parts - part * slots / parts);
        }
        return all;
    }

    /** GB-hours that one execution of this length is billed. */
    public static double gbHours(long millis) {
        return ceil(millis, STEP_MILLIS) * STEP_MILLIS / MILLIS_PER_HOUR * MEMORY_MB / MB_PER_GB;
    }

    private static long ceil(long number, long step) {
        return (number + step - 1) / step;
    }
}
