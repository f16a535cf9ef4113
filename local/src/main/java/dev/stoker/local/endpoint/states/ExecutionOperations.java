// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.endpoint.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.AwsError;
import dev.stoker.local.http.JsonInput;
import dev.stoker.local.http.JsonText;
import dev.stoker.local.states.ExecutionResult;
import dev.stoker.local.states.StepFunctions;
import dev.stoker.local.time.Timeline;
import java.util.function.Consumer;

/** What can be done to executions. */
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
        ObjectNode output = JsonText.object()
                .put("executionArn", result.executionArn())
                .put("stateMachineArn", result.stateMachineArn())
                .put("name", result.name())
                .put("startDate", JsonText.seconds(result.startMillis()))
                .put("stopDate", JsonText.seconds(result.stopMillis()))
                .put("status", result.status().name())
                .put("input", result.input());
        output.putObject("inputDetails").put("included", true);
        putUnlessNull(output, "output", result.output());
        output.putObject("outputDetails").put("included", true);
        putUnlessNull(output, "error", result.error());
        putUnlessNull(output, "cause", result.cause());
        output.putObject("billingDetails")
                .put("billedDurationInMilliseconds", result.billedMillis())
                .put("billedMemoryUsedInMB", ExecutionResult.BILLED_MEMORY_MB);
        return output;
    }

    private static void putUnlessNull(ObjectNode output, String name, String value) {
        if (value != null) {
            output.put(name, value);
        }
    }

    /** Express executions cannot be looked at afterwards. */
    JsonNode describe(JsonInput input) {
        stepFunctions.describeExecution(input.required("executionArn"));
        return JsonText.object();
    }

    AwsError list(JsonInput input) {
        String arn = stepFunctions
                .describeStateMachine(input.required("stateMachineArn"))
                .arn();
        return new AwsError(
                "StateMachineTypeNotSupported",
                "This operation is not supported by this type of state machine: " + arn);
    }
}
