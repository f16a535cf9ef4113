// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.environments;

import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionReport.Bill;
import java.util.List;

/** The counts of a function, and the number of environments that it may still start. */
public final class FunctionStatistics {
    private long invocations;
    private long coldStarts;
    private long throttles;
    private long functionErrors;
    private int concurrency;
    private int maxConcurrency;
    private Bill bill = Bill.NOTHING;
    private final ScalingBudget scaling;

    /** Creates counts of 0. */
    public FunctionStatistics(LambdaSettings settings) {
        this.scaling = new ScalingBudget(settings.newEnvironments(), settings.scalingWindowMillis());
    }

    /**
     * Counts the start of an environment.
     *
     * @return false if Lambda starts no more environments now
     */
    boolean mayStart(long now) {
        return scaling.take(now);
    }

    /** Counts a request that begins. */
    public void enters() {
        concurrency++;
        maxConcurrency = Math.max(maxConcurrency, concurrency);
    }

    /** Counts a request that ends. */
    public void leaves() {
        concurrency--;
    }

    /** Counts a throttled request. */
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

    /** The number of running requests. */
    public int concurrency() {
        return concurrency;
    }

    /** The counts so far, with these environments. */
    public FunctionReport report(List<String> environments) {
        return new FunctionReport(
                invocations, coldStarts, throttles, functionErrors, maxConcurrency, environments, bill);
    }
}
