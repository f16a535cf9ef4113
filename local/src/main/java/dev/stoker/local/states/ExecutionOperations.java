// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult.Status;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.time.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The operations for executions. */
final class ExecutionOperations {
    private final Executions executions;
    private final Timeline timeline;

    ExecutionOperations(Executions executions, Timeline timeline) {
        this.executions = executions;
        this.timeline = timeline;
    }

    JsonNode start(JsonInput input) {
        String arn = executions.start(
                input.required("stateMachineArn"),
                input.text("name"),
                input.text("input").orElse("{}"));
        return JsonText.object().put("executionArn", arn).put("startDate", JsonText.seconds(timeline.nowMillis()));
    }

    void startSync(JsonInput input, Consumer<JsonNode> reply) {
        executions.startSync(
                input.required("stateMachineArn"),
                input.text("name"),
                input.text("input").orElse("{}"),
                result -> reply.accept(described(result)));
    }

    private static JsonNode described(ExecutionResult result) {
        ObjectNode output = summary(
                        result.executionArn(), result.stateMachineArn(), result.name(), result.startMillis())
                .put("input", result.input());
        output.putObject("inputDetails").put("included", true);
        putEnd(output, result);
        output.putObject("billingDetails")
                .put("billedDurationInMilliseconds", result.billedMillis())
                .put("billedMemoryUsedInMB", ExecutionResult.BILLED_MEMORY_MB);
        return output;
    }

    JsonNode describe(JsonInput input) {
        ExecutionDescription execution = executions.describe(input.required("executionArn"));
        ObjectNode output = summary(execution).put("input", execution.input());
        output.putObject("inputDetails").put("included", true);
        putRedrive(output, execution.status());
        execution.ended().ifPresent(result -> {
            // recorded on AWS: only the history shows how it timed out
            putEnd(output, result.status() == Status.TIMED_OUT ? result.withoutError() : result);
        });
        return output;
    }

    /** What AWS says of it; nothing here redrives. */
    private static void putRedrive(ObjectNode output, String status) {
        if (status.equals("RUNNING") || status.equals(Status.SUCCEEDED.name())) {
            output.put("redriveStatus", "NOT_REDRIVABLE")
                    .put("redriveStatusReason", "Execution is " + status + " and cannot be redriven");
        } else {
            output.put("redriveStatus", "REDRIVABLE");
        }
    }

    JsonNode list(JsonInput input) {
        Optional<String> status = input.text("statusFilter");
        List<ExecutionDescription> wanted = executions.list(input.required("stateMachineArn")).stream()
                .filter(execution -> status.orElse(execution.status()).equals(execution.status()))
                .toList();
        return Pages.page("executions", wanted, input, ExecutionOperations::summary);
    }

    JsonNode history(JsonInput input) {
        List<HistoryEvent> events = new ArrayList<>(executions.history(input.required("executionArn")));
        if (input.flag("reverseOrder")) {
            Collections.reverse(events);
        }
        boolean withData = input.node().path("includeExecutionData").asBoolean(true);
        return Pages.page("events", events, input, event -> EventDetails.event(event, withData));
    }

    JsonNode stop(JsonInput input) {
        ExecutionDescription stopped =
                executions.stop(input.required("executionArn"), input.text("error"), input.text("cause"));
        return JsonText.object()
                .put("stopDate", JsonText.seconds(stopped.ended().orElseThrow().stopMillis()));
    }

    private static ObjectNode summary(ExecutionDescription execution) {
        ObjectNode output = summary(
                        execution.arn(), execution.stateMachineArn(), execution.name(), execution.startMillis())
                .put("status", execution.status())
                .put("redriveCount", 0);
        execution.ended().ifPresent(result -> output.put("stopDate", JsonText.seconds(result.stopMillis())));
        return output;
    }

    private static ObjectNode summary(String arn, String stateMachineArn, String name, long startMillis) {
        return JsonText.object()
                .put("executionArn", arn)
                .put("stateMachineArn", stateMachineArn)
                .put("name", name)
                .put("startDate", JsonText.seconds(startMillis));
    }

    private static void putEnd(ObjectNode output, ExecutionResult result) {
        output.put("stopDate", JsonText.seconds(result.stopMillis()))
                .put("status", result.status().name());
        result.output().ifPresent(text -> {
            output.put("output", text);
            output.putObject("outputDetails").put("included", true);
        });
        result.error().ifPresent(text -> output.put("error", text));
        result.cause().ifPresent(text -> output.put("cause", text));
    }
}
