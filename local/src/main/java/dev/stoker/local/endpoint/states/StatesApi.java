// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.endpoint.states;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.http.AwsError;
import dev.stoker.local.http.JsonApi;
import dev.stoker.local.http.JsonInput;
import dev.stoker.local.logs.ExecutionLogs;
import dev.stoker.local.states.StepFunctions;
import dev.stoker.local.states.StepFunctionsException;
import dev.stoker.local.time.Timeline;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Step Functions' protocol: which operations there are, and what their input may say. */
public final class StatesApi {
    private StatesApi() {}

    /** The protocol in front of a Step Functions. */
    public static JsonApi of(StepFunctions stepFunctions, ExecutionLogs logs, Timeline timeline) {
        StateMachineOperations machines = new StateMachineOperations(stepFunctions, logs, timeline);
        ExecutionOperations executions = new ExecutionOperations(stepFunctions, timeline);
        return new JsonApi("states", "AWSStepFunctions", "1.0")
                .with(
                        "CreateStateMachine",
                        Set.of("name", "definition", "roleArn", "type", "loggingConfiguration", "tags"),
                        refusing(machines::create))
                .with(
                        "UpdateStateMachine",
                        Set.of("stateMachineArn", "definition", "roleArn"),
                        refusing(machines::update))
                .with("DescribeStateMachine", Set.of("stateMachineArn", "includedData"), refusing(machines::describe))
                .with("ListStateMachines", Set.of("maxResults", "nextToken"), refusing(machines::list))
                .with("DeleteStateMachine", Set.of("stateMachineArn"), refusing(machines::delete))
                .with(
                        "ValidateStateMachineDefinition",
                        Set.of("definition", "type", "severity", "maxResults"),
                        refusing(machines::validate))
                .with(
                        "StartExecution",
                        Set.of("stateMachineArn", "name", "input", "traceHeader"),
                        refusing(executions::start))
                .withLater(
                        "StartSyncExecution",
                        Set.of("stateMachineArn", "name", "input", "traceHeader", "includedData"),
                        (input, reply) -> refusing(input, reply, executions))
                .with("DescribeExecution", Set.of("executionArn", "includedData"), refusing(executions::describe))
                .with(
                        "StopExecution",
                        Set.of("executionArn", "error", "cause"),
                        refusing(input -> executions.refuse("StopExecution", input)))
                .with(
                        "GetExecutionHistory",
                        Set.of("executionArn", "maxResults", "nextToken", "reverseOrder", "includeExecutionData"),
                        refusing(input -> executions.refuse("GetExecutionHistory", input)))
                .with(
                        "ListExecutions",
                        Set.of("stateMachineArn", "statusFilter", "maxResults", "nextToken"),
                        refusing(executions::list));
    }

    private static void refusing(JsonInput input, Consumer<JsonNode> reply, ExecutionOperations executions) {
        try {
            executions.startSync(input, reply);
        } catch (StepFunctionsException e) {
            throw new AwsError(e.code(), e.getMessage());
        }
    }

    private static Function<JsonInput, JsonNode> refusing(Function<JsonInput, JsonNode> body) {
        return input -> {
            try {
                return body.apply(input);
            } catch (StepFunctionsException e) {
                throw new AwsError(e.code(), e.getMessage());
            }
        };
    }
}
