// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import java.util.List;

/** What is counted of a function while it is used, and how many environments it may still start. */
public final class FunctionStatistics {
    private long invocations;
    private long coldStarts;
    private long throttles;
    private long functionErrors;
    private int concurrency;
    private int maxConcurrency;
    private Bill bill = Bill.NOTHING;
    private final ScalingBudget scaling;

    /** Nothing used yet. */
    public FunctionStatistics(LambdaSettings settings) {
        this.scaling = new ScalingBudget(settings.newEnvironments(), settings.scalingWindowMillis());
    }

    /** Takes one start of an environment; false if Lambda starts no more of them for now. */
    boolean mayStart(long now) {
        return scaling.take(now);
    }

    /** A request takes its place. */
    public void enters() {
        concurrency++;
        maxConcurrency = Math.max(maxConcurrency, concurrency);
    }

    /** A request gives its place back. */
    public void leaves() {
        concurrency--;
    }

    /** A request was refused for want of concurrency. */
    public void throttled() {
        throttles++;
    }

    void coldStart() {
        coldStarts++;
    }

    void initialized(long millis) {
        bill = bill.plus(new Bill(0, millis, 0, 0));
    }

    void invoked(boolean warmEvent, boolean functionError, long millis) {
        invocations++;
        functionErrors += functionError ? 1 : 0;
        bill = bill.plus(warmEvent ? new Bill(1, 0, millis, 0) : new Bill(1, 0, 0, millis));
    }

    /** Requests that have a place now. */
    public int concurrency() {
        return concurrency;
    }

    /** What was counted until now, and these environments. */
    public FunctionReport report(List<String> environments) {
        return new FunctionReport(
                invocations, coldStarts, throttles, functionErrors, maxConcurrency, environments, bill);
    }

    /**
     * What Lambda would bill, in its steps of 1 ms; INIT is billed since 2025-08-01. Source: Lambda pricing page.
     *
     * @param requests invocations that reached an environment
     * @param initMillis INIT phases
     * @param heldMillis invocations by warm events
     * @param userMillis all other invocations
     */
    public record Bill(long requests, long initMillis, long heldMillis, long userMillis) {
        /** Nothing used yet. */
        public static final Bill NOTHING = new Bill(0, 0, 0, 0);

        /** All milliseconds together. */
        public long millis() {
            return initMillis + heldMillis + userMillis;
        }

        /** Both together. */
        public Bill plus(Bill other) {
            return new Bill(
                    requests + other.requests,
                    initMillis + other.initMillis,
                    heldMillis + other.heldMillis,
                    userMillis + other.userMillis);
        }

        /** What was added since an earlier state of the same bill. */
        public Bill minus(Bill earlier) {
            return new Bill(
                    requests - earlier.requests,
                    initMillis - earlier.initMillis,
                    heldMillis - earlier.heldMillis,
                    userMillis - earlier.userMillis);
        }
    }

    /**
     * What was counted of a function since it was created.
     *
     * @param invocations that reached an environment
     * @param coldStarts environments that were started because a request found none free
     * @param throttles requests that were refused with 429
     * @param functionErrors invocations that ended with a function error, timeouts and crashes among them
     * @param maxConcurrency most requests at once
     * @param environments ids of those alive now, of all versions, the oldest first
     * @param bill what all this costs
     */
    public record FunctionReport(
            long invocations,
            long coldStarts,
            long throttles,
            long functionErrors,
            int maxConcurrency,
            List<String> environments,
            Bill bill) {
        /** Copies the ids. */
        public FunctionReport {
            environments = List.copyOf(environments);
        }
    }
}
