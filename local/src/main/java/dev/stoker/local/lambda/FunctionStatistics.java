// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

/** What is counted of a function while it is used. */
final class FunctionStatistics {
    private long invocations;
    private long coldStarts;
    private long throttles;
    private long functionErrors;
    private int concurrency;
    private int maxConcurrency;
    private Bill bill = Bill.NOTHING;

    void enters() {
        concurrency++;
        maxConcurrency = Math.max(maxConcurrency, concurrency);
    }

    void leaves() {
        concurrency--;
    }

    void throttled() {
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

    int concurrency() {
        return concurrency;
    }

    FunctionReport report(java.util.List<String> environments) {
        return new FunctionReport(
                invocations, coldStarts, throttles, functionErrors, maxConcurrency, environments, bill);
    }
}
