// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

/**
 * The simple warmer that users write by themselves: schedules, each with a loop of asynchronous invocations of a function that sleeps.
 * docs/cost.md has the measurement.
 */
public final class LoopTrick {
    /** Its schedules, each with one loop. */
    public static final int LOOPS = 5;

    /** From one call of a loop to the next, in milliseconds, as its author measured. */
    public static final long CALL_MILLIS = 17;

    /** How long the function sleeps, in milliseconds. Source: its own code. */
    static final long SLEEP_MILLIS = 100;

    private LoopTrick() {}
}
