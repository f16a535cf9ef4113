// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.http.JsonApi;
import dev.stoker.local.time.Timeline;
import java.util.Set;

/** Step Functions' protocol: the operations and their input fields. */
final class StatesApi {
    private StatesApi() {}

    /** Creates the protocol of a Step Functions service. */
    static JsonApi of(StateMachines stateMachines, Executions allExecutions, Timeline timeline) {
        StateMachineOperations machines = new StateMachineOperations(stateMachines, timeline);
        ExecutionOperations executions = new ExecutionOperations(allExecutions, timeline);
        return new JsonApi("states", "AWSStepFunctions", "1.0")
                .with(
                        "CreateStateMachine",
                        Set.of(
                                "name",
                                "definition",
                                "roleArn",
                                "type",
                                "loggingConfiguration",
                                "tracingConfiguration",
                                "tags"),
                        machines::create)
                .with(
                        "UpdateStateMachine",
                        Set.of(
                                "stateMachineArn",
                                "definition",
                                "roleArn",
                                "loggingConfiguration",
                                "tracingConfiguration"),
                        machines::update)
                .with("DescribeStateMachine", Set.of("stateMachineArn", "includedData"), machines::describe)
                .with("ListStateMachines", Set.of("maxResults", "nextToken"), machines::list)
                .with("DeleteStateMachine", Set.of("stateMachineArn"), machines::delete)
                .with(
                        "ValidateStateMachineDefinition",
                        Set.of("definition", "type", "severity", "maxResults"),
                        machines::validate)
                .with("StartExecution", Set.of("stateMachineArn", "name", "input", "traceHeader"), executions::start)
                .withLater(
                        "StartSyncExecution",
                        Set.of("stateMachineArn", "name", "input", "traceHeader", "includedData"),
                        executions::startSync)
                .with("DescribeExecution", Set.of("executionArn", "includedData"), executions::describe)
                .with("StopExecution", Set.of("executionArn", "error", "cause"), executions::stop)
                .with(
                        "GetExecutionHistory",
                        Set.of("executionArn", "maxResults", "nextToken", "reverseOrder", "includeExecutionData"),
                        executions::history)
                .with(
                        "ListExecutions",
                        Set.of("stateMachineArn", "statusFilter", "maxResults", "nextToken"),
                        executions::list);
    }
}
