// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.StateMachine.RunningExecution;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The executions of standard state machines, which can be described while they run and after they have ended. */
final class StandardExecutions implements ExecutionObserver {
    private final Map<String, ExecutionDescription> byArn = new LinkedHashMap<>();
    private final Map<String, List<HistoryEvent>> histories = new HashMap<>();
    private final Map<String, RunningExecution> running = new HashMap<>();

    /**
     * Whether this execution is running with the same input; starting it again then has no effect.
     *
     * @throws AwsError ExecutionAlreadyExists if another execution or an ended one has this name
     */
    boolean runsAlready(String arn, String input) {
        ExecutionDescription there = byArn.get(arn);
        if (there == null) {
            return false;
        }
        if (there.ended().isEmpty() && there.input().equals(input)) {
            return true;
        }
        throw new AwsError("ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'");
    }

    /** Stores or replaces the description of an execution. */
    void keep(ExecutionDescription description) {
        byArn.put(description.arn(), description);
        histories.computeIfAbsent(description.arn(), arn -> new ArrayList<>());
        if (description.ended().isPresent()) {
            running.remove(description.arn());
        }
    }

    /** Keeps an execution, so that it can be stopped. */
    void runs(String arn, RunningExecution execution) {
        running.put(arn, execution);
    }

    /**
     * Stops an execution, if it has not ended.
     *
     * @throws AwsError ExecutionDoesNotExist
     */
    void stop(String arn, Optional<String> error, Optional<String> cause) {
        if (describe(arn).ended().isEmpty()) {
            requireNonNull(running.get(arn), arn).stop(error, cause);
        }
    }

    @Override
    public void on(HistoryEvent event) {
        List<HistoryEvent> history = histories.get(event.executionArn());
        if (history != null) {
            history.add(event);
        }
    }

    /** @throws AwsError ExecutionDoesNotExist */
    List<HistoryEvent> history(String arn) {
        describe(arn);
        return List.copyOf(histories.getOrDefault(arn, List.of()));
    }

    /** @throws AwsError ExecutionDoesNotExist */
    ExecutionDescription describe(String arn) {
        ExecutionDescription there = byArn.get(arn);
        if (there == null) {
            throw new AwsError("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'");
        }
        return there;
    }

    /** The executions of one state machine, the latest first. */
    List<ExecutionDescription> of(String stateMachineArn) {
        return byArn.values().stream()
                .filter(execution -> execution.stateMachineArn().equals(stateMachineArn))
                .sorted((one, other) -> Long.compare(other.startMillis(), one.startMillis()))
                .toList();
    }
}
