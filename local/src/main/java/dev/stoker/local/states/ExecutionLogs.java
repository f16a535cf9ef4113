// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.states.StepFunctions.Logging;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes the events of executions to the log groups of their state machines, depending on the log level. */
final class ExecutionLogs implements ExecutionObserver {
    private final LogGroups groups;
    private final Map<String, List<Delivery>> byMachine = new HashMap<>();

    /** Where a state machine logs, and what. */
    private record Delivery(String level, boolean withData, String group, String stream) {}

    /** Creates the logs without any state machine. */
    ExecutionLogs(LogGroups groups) {
        this.groups = groups;
    }

    /** Sets or replaces the logging of a state machine. */
    void log(String machine, Logging logging) {
        String stream = "states/" + machine.replaceFirst("^.*:", "");
        byMachine.put(
                machine,
                logging.groupArns().stream()
                        .map(arn -> new Delivery(logging.level(), logging.includeExecutionData(), nameOf(arn), stream))
                        .toList());
    }

    /**
     * Checks that a log group exists. Call this before creating a state machine that uses it.
     *
     * @throws AwsError InvalidLoggingConfiguration if it does not exist
     */
    void requireGroup(String groupArn) {
        if (groups.find(nameOf(groupArn)).isEmpty()) {
            throw new AwsError(
                    "InvalidLoggingConfiguration",
                    "Invalid Logging Configuration: the log destination must be an existing log group, got " + groupArn
                            + ". Create it first.");
        }
    }

    private static String nameOf(String groupArn) {
        return groupArn.replaceFirst(":\\*$", "").replaceFirst("^.*:log-group:", "");
    }

    /** Ends the logging of a state machine. */
    void stop(String machine) {
        byMachine.remove(machine);
    }

    @Override
    public void on(HistoryEvent event) {
        byMachine.getOrDefault(machineOf(event.executionArn()), List.of()).stream()
                .filter(delivery -> isLogged(delivery.level, event.type()))
                .filter(delivery -> groups.find(delivery.group).isPresent())
                .forEach(delivery -> groups.write(delivery.group, delivery.stream, line(event, delivery.withData)));
    }

    private static String line(HistoryEvent event, boolean withData) {
        ObjectNode line =
                JsonText.object().put("id", String.valueOf(event.id())).put("type", event.type());
        line.set("details", EventDetails.of(event, withData));
        line.put("previous_event_id", String.valueOf(event.previousEventId()))
                .put("event_timestamp", String.valueOf(event.atMillis()))
                .put("execution_arn", event.executionArn())
                .put("redrive_count", "0");
        return JsonText.of(line);
    }

    /** {@code arn:aws:states:R:A:express:MACHINE:NAME:ID} is an execution of {@code arn:aws:states:R:A:stateMachine:MACHINE}. */
    private static String machineOf(String execution) {
        String[] parts = execution.split(":", -1);
        return String.join(":", parts[0], parts[1], parts[2], parts[3], parts[4], "stateMachine", parts[6]);
    }

    /** Source: Step Functions developer guide, "cw-logs", log levels. */
    private static boolean isLogged(String level, String type) {
        return switch (level) {
            case "ALL" -> true;
            case "ERROR" ->
                type.endsWith("Failed")
                        || type.equals("FailStateEntered")
                        || isFatal(type)
                        || type.endsWith("TimedOut");
            case "FATAL" -> isFatal(type);
            default -> false;
        };
    }

    private static boolean isFatal(String type) {
        return type.equals("ExecutionFailed") || type.equals("ExecutionTimedOut") || type.equals("ExecutionAborted");
    }
}
