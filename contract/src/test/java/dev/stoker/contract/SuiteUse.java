// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.util.Locale;

/**
 * The use of AWS by one run of the suite.
 *
 * @param invocations invocations that reached an environment
 * @param lambdaMillis the time of INIT and invocations, for environments of {@link #MEGABYTES}
 * @param executions Express executions, including nested ones
 * @param executionMillis the sum of their durations
 */
record SuiteUse(long invocations, long lambdaMillis, long executions, long executionMillis) {
    /** The memory of every function of the suite, including the sample. */
    static final int MEGABYTES = 512;

    /** Counted by {@link UseCounter} in a run of the whole suite on the embedded AWS, 2026-11-22. */
    static final SuiteUse COUNTED = new SuiteUse(828, 2_303_000, 194, 242_000);

    /**
     * On AWS everything may take longer by this factor, because the embedded AWS starts environments at once and has no
     * slow network.
     */
    private static final int SLOWER = 10;

    /** Prices of us-east-1 in dollars, x86, without free tiers, read 2026-11: Lambda and Step Functions pricing pages. */
    private static final double GB_SECOND = 0.0000166667;

    private static final double REQUEST = 0.20 / 1_000_000;
    private static final double EXPRESS_REQUEST = 1.00 / 1_000_000;
    private static final double EXPRESS_GB_SECOND = 0.06 / 3_600;

    /**
     * Express bills in chunks of 64 MB. Small executions use one; this number is enough for the largest input and its
     * Maps.
     */
    private static final double EXPRESS_GB = 0.0625;

    private static final int MOST_CHUNKS = 16;

    /** Packages of about 10 MB in S3 for some minutes, logs of failed cycles (a few MB), some hundred requests. */
    private static final double BESIDES = 0.02;

    /** Whether another use is within the limit of {@link #mostDollars}. */
    boolean covers(SuiteUse other) {
        return other.invocations <= 2 * invocations
                && other.executions <= 2 * executions
                && other.lambdaMillis <= SLOWER * lambdaMillis
                && other.executionMillis <= SLOWER * executionMillis;
    }

    /** The price with the times of the embedded AWS. */
    double dollars() {
        return dollars(1, 1) + BESIDES;
    }

    /**
     * The maximum price, with twice the calls, {@link #SLOWER} times the time and {@link #MOST_CHUNKS} times the
     * memory.
     */
    double mostDollars() {
        return new SuiteUse(2 * invocations, lambdaMillis, 2 * executions, executionMillis).dollars(SLOWER, MOST_CHUNKS)
                + 2 * BESIDES;
    }

    private double dollars(int slower, int chunks) {
        double lambda = invocations * REQUEST + lambdaMillis / 1_000.0 * slower * MEGABYTES / 1_024.0 * GB_SECOND;
        double express = executions * EXPRESS_REQUEST
                + executionMillis / 1_000.0 * slower * chunks * EXPRESS_GB * EXPRESS_GB_SECOND;
        return lambda + express;
    }

    /** A sentence with all the figures. */
    String price() {
        return String.format(
                Locale.ROOT,
                "One run makes %,d invocations (%,.0f GB-s) and %,d executions (%,.0f s), which cost about $%.2f in"
                        + " us-east-1 without free tiers, and $%.2f at most.",
                invocations,
                lambdaMillis / 1_000.0 * MEGABYTES / 1_024.0,
                executions,
                executionMillis / 1_000.0,
                dollars(),
                mostDollars());
    }
}
