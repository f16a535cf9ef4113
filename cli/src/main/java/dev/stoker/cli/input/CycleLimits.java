// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

/**
 * The limits and defaults of a cycle, as the state machines and the library define them. This module cannot read those
 * files when it runs, so it repeats their figures here, and only here; CycleLimitsTest in the module {@code checks}
 * compares each with its source.
 */
public final class CycleLimits {
    /** The maximum number of environments of a target, and of all targets. Source: keep-warm.asl.yaml, targetRules. */
    public static final long MOST_ENVIRONMENTS = 10_000;

    /** {@link #MOST_ENVIRONMENTS} as texts for people write it: an annotation cannot call a method. */
    public static final String MOST_ENVIRONMENTS_TEXT = "10,000";

    /** The maximum number of targets. Source: keep-warm.asl.yaml, inputRules. */
    public static final int MOST_TARGETS = 20;

    /** The maximum hold in milliseconds, chosen or allowed. Source: keep-warm.asl.yaml, targetRules. */
    public static final long MOST_HOLD_MILLIS = 3_000;

    /** A target's maximum hold if {@code maxHoldMillis} is not set. Source: keep-warm.asl.yaml, the defaults of a target. */
    public static final long TARGET_MAX_HOLD_MILLIS = 1_000;

    /** The hold of a round if no arrival is known, in milliseconds. Source: keep-warm.asl.yaml, Choose hold and spare. */
    public static final long FIRST_HOLD_MILLIS = 300;

    /** The maximum number of rounds. Source: keep-warm.asl.yaml, targetRules. */
    public static final long MOST_ROUNDS = 5;

    /** The maximum of {@code maxSpare}. Source: keep-warm.asl.yaml, targetRules. */
    public static final long MOST_SPARES = 1_000;

    /**
     * The maximum number of rows of environments in an output. With more environments it has none. Source:
     * keep-warm.asl.yaml, Keep best round and Make output.
     */
    public static final long MOST_ROWS = 200;

    /** The maximum number of sleep tasks in one Map. Source: run-slots.states.yaml. */
    public static final long WIDEST_MAP = 32;

    /**
     * The maximum share of a function's reserved concurrency that warming takes, in percent. Source:
     * keep-warm.asl.yaml, Plan slots.
     */
    public static final long PERCENT_OF_RESERVED = 80;

    /** The library answers at least this long before the function's timeout, in milliseconds. Source: SleepTask. */
    public static final long LIBRARY_ANSWER_MILLIS = 500;

    /** The library's maximum hold if {@code STOKER_MAX_HOLD_MILLIS} is not set. Source: Settings of the library. */
    public static final long LIBRARY_MAX_HOLD_MILLIS = 3_000;

    private CycleLimits() {}

    /** The maximum number of environments to warm of a function with this reserved concurrency. */
    public static long mostOfReserved(long reserved) {
        return reserved * PERCENT_OF_RESERVED / 100;
    }

    /** The minimum reserved concurrency with which this number of environments can be warmed. */
    public static long reservedFor(long environments) {
        return (environments * 100 + PERCENT_OF_RESERVED - 1) / PERCENT_OF_RESERVED;
    }
}
