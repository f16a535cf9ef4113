// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.AwsError;
import dev.stoker.local.http.JsonText;
import dev.stoker.local.states.ExecutionObserver;
import dev.stoker.local.states.HistoryEvent;
import java.util.HashMap;
import java.util.Map;

/** Writes what executions do into the log groups that their state machines name, as far as their levels ask for it. */
public final class ExecutionLogs implements ExecutionObserver {
    private final LogGroups groups;
    private final Map<String, Delivery> byMachine = new HashMap<>();

    /** Where a state machine logs, and what. */
    private record Delivery(String level, String group, String stream) {}

    /** Nothing is logged yet. */
    public ExecutionLogs(LogGroups groups) {
        this.groups = groups;
    }

    /**
     * Has a state machine logged.
     *
     * @param machine its ARN
     * @param level ALL, ERROR, FATAL or OFF
     * @param groupArn the log group's, with or without {@code :*} behind it
     */
    public void deliver(String machine, String level, String groupArn) {
        String group = nameOf(groupArn);
        byMachine.put(machine, new Delivery(level, group, "states/" + machine.replaceFirst("^.*:", "")));
    }

    /**
     * Looks whether a log group is there: to be done before a state machine that names it is made.
     *
     * @throws AwsError InvalidLoggingConfiguration if it is not
     */
    public void requireGroup(String groupArn) {
        if (groups.find(nameOf(groupArn)).isEmpty()) {
            throw new AwsError(
                    "InvalidLoggingConfiguration",
                    "Invalid Logging Configuration: the log destination must be a log group that is there, got "
                            + groupArn + ". Create it first.");
        }
    }

    private static String nameOf(String groupArn) {
        return groupArn.replaceFirst(":\\*$", "").replaceFirst("^.*:log-group:", "");
    }

    /** Ends that. */
    public void stop(String machine) {
        byMachine.remove(machine);
    }

    @Override
    public void on(HistoryEvent event) {
        Delivery delivery = byMachine.get(machineOf(event.executionArn()));
        if (delivery == null
                || !isLogged(delivery.level, event.type())
                || groups.find(delivery.group).isEmpty()) {
            return;
        }
        ObjectNode line = JsonText.object()
                .put("id", String.valueOf(event.id()))
                .put("type", event.type())
                .put("previous_event_id", String.valueOf(event.previousEventId()))
                .put("event_timestamp", String.valueOf(event.atMillis()))
                .put("execution_arn", event.executionArn());
        ObjectNode details = line.putObject("details");
        put(details, "name", event.state());
        put(details, "error", event.error());
        put(details, "cause", event.cause());
        groups.write(delivery.group, delivery.stream, JsonText.of(line));
    }

    private static void put(ObjectNode details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
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
