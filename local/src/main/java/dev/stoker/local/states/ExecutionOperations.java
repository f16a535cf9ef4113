// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.time.Timeline;
import java.util.function.Consumer;

/** The operations for executions. */
final class ExecutionOperations {
    private final StepFunctions stepFunctions;
    private final Timeline timeline;

    ExecutionOperations(StepFunctions stepFunctions, Timeline timeline) {
        this.stepFunctions = stepFunctions;
        this.timeline = timeline;
    }

    JsonNode start(JsonInput input) {
        String arn = stepFunctions.startExecution(
                input.required("stateMachineArn"), input.text("name"), input.text("input"));
        return JsonText.object().put("executionArn", arn).put("startDate", JsonText.seconds(timeline.nowMillis()));
    }

    void startSync(JsonInput input, Consumer<JsonNode> reply) {
        stepFunctions.startSyncExecution(
                input.required("stateMachineArn"),
                input.text("name"),
                input.text("input"),
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
        ExecutionDescription execution = stepFunctions.describeExecution(input.required("executionArn"));
        ObjectNode output = summary(execution).put("input", execution.input());
        output.putObject("inputDetails").put("included", true);
        execution.ended().ifPresent(result -> putEnd(output, result));
        return output;
    }

    JsonNode list(JsonInput input) {
        ObjectNode output = JsonText.object();
        ArrayNode executions = output.putArray("executions");
        String status = input.text("statusFilter");
        for (ExecutionDescription execution : stepFunctions.listExecutions(input.required("stateMachineArn"))) {
            if (status == null || status.equals(execution.status())) {
                executions.add(summary(execution));
            }
        }
        return output;
    }

    /**
     * Rejects operations that AWS does not support for Express executions, and the embedded AWS not for standard
     * executions.
     */
    JsonNode refuse(String operation, JsonInput input) {
        stepFunctions.requireStandard(input.required("executionArn"));
        throw new AwsError(
                "UnknownOperationException", "states " + operation + ": the embedded AWS does not cover it.");
    }

    private static ObjectNode summary(ExecutionDescription execution) {
        ObjectNode output = summary(
                        execution.arn(), execution.stateMachineArn(), execution.name(), execution.startMillis())
                .put("status", execution.status());
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
        putUnlessNull(output, "output", result.output());
        output.putObject("outputDetails").put("included", true);
        putUnlessNull(output, "error", result.error());
        putUnlessNull(output, "cause", result.cause());
    }

    private static void putUnlessNull(ObjectNode output, String name, String value) {
        if (value != null) {
            output.put(name, value);
        }
    }
}
