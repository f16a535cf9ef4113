// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.HashMap;
import java.util.Map;

/** Counts the billed use of a run on the embedded AWS. */
final class UseCounter implements ExecutionObserver, LambdaObserver {
    private final Map<String, Long> busySince = new HashMap<>();
    private final Map<String, Long> runningSince = new HashMap<>();
    private long invocations;
    private long lambdaMillis;
    private long executions;
    private long executionMillis;

    @Override
    public synchronized void on(EnvironmentEvent event) {
        switch (event.kind()) {
            case STARTED, INVOKED -> {
                invocations += event.kind() == EnvironmentEvent.EventKind.INVOKED ? 1 : 0;
                lambdaMillis += since(busySince.put(event.environmentId(), event.atMillis()), event.atMillis());
            }
            case INITIALIZED, FREED, RECLAIMED ->
                lambdaMillis += since(busySince.remove(event.environmentId()), event.atMillis());
        }
    }

    @Override
    public synchronized void on(HistoryEvent event) {
        switch (event.type()) {
            case "ExecutionStarted" -> {
                executions++;
                runningSince.put(event.executionArn(), event.atMillis());
            }
            case "ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut" ->
                executionMillis += since(runningSince.remove(event.executionArn()), event.atMillis());
            default -> {
                // Events within an execution cost nothing.
            }
        }
    }

    private static long since(Long begin, long end) {
        return begin == null ? 0 : Math.max(0, end - begin);
    }

    /** The use so far. */
    synchronized SuiteUse use() {
        return new SuiteUse(invocations, lambdaMillis, executions, executionMillis);
    }
}
