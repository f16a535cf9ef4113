// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The task that runs a nested execution and waits for it. It succeeds also when that execution failed. */
final class StartSyncExecution implements TaskService {

    static final String KEY = "aws-sdk:sfn:startSyncExecution";

    private final StepFunctions stepFunctions;

    StartSyncExecution(StepFunctions stepFunctions) {
        this.stepFunctions = stepFunctions;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("StateMachineArn", "string", "Name", "string", "Input", "any", "TraceHeader", "string");
    }

    @Override
    public Set<String> requiredFields() {
        return Set.of("StateMachineArn");
    }

    @Override
    public void start(TaskCall call, TaskReply reply) {
        JsonObject arguments = (JsonObject) call.value();
        try {
            stepFunctions.startSyncExecution(
                    (String) arguments.get("StateMachineArn"),
                    (String) arguments.get("Name"),
                    input(arguments.get("Input")),
                    result -> reply.succeed(Json.text(answer(result))));
        } catch (StepFunctionsException e) {
            reply.fail("Sfn." + name(e.code()), e.getMessage() + " (Service: Sfn, Status Code: 400)");
        }
    }

    /** The errors of the AWS SDK end in Exception. */
    private static String name(String code) {
        return code.endsWith("Exception") ? code : code + "Exception";
    }

    /** An object is written as text, as AWS does it. */
    private static String input(Object input) {
        return input == null || input instanceof String ? (String) input : Json.text(input);
    }

    private static JsonObject answer(ExecutionResult result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "BillingDetails",
                JsonObject.ofPairs(
                        "BilledDurationInMilliseconds",
                        result.billedMillis(),
                        "BilledMemoryUsedInMB",
                        ExecutionResult.BILLED_MEMORY_MB));
        putUnlessNull(answer, "Cause", result.cause());
        putUnlessNull(answer, "Error", result.error());
        answer.put("ExecutionArn", result.executionArn());
        answer.put("Input", result.input());
        answer.put("InputDetails", JsonObject.ofPairs("Included", true));
        answer.put("Name", result.name());
        putUnlessNull(answer, "Output", result.output());
        answer.put("OutputDetails", JsonObject.ofPairs("Included", true));
        answer.put("StartDate", Times.text(result.startMillis()));
        answer.put("StateMachineArn", result.stateMachineArn());
        answer.put("Status", result.status().name());
        answer.put("StopDate", Times.text(result.stopMillis()));
        return JsonObject.of(answer);
    }

    private static void putUnlessNull(Map<String, Object> answer, String name, String value) {
        if (value != null) {
            answer.put(name, value);
        }
    }
}
