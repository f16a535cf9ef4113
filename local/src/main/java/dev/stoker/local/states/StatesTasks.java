// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCall;
import dev.stoker.local.states.tasks.TaskService.TaskReply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The task integration of Step Functions itself: runs a nested execution and waits for it. The task succeeds even if
 * the execution failed.
 */
final class StatesTasks implements TaskService {

    private final Executions executions;

    StatesTasks(Executions executions) {
        this.executions = executions;
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
        JsonObject arguments = call.object();
        try {
            executions.startNested(
                    (String) requireNonNull(arguments.get("StateMachineArn"), "a required field"),
                    Optional.ofNullable((String) arguments.get("Name")),
                    input(arguments.get("Input")),
                    result -> reply.succeed(answer(result)));
        } catch (AwsError e) {
            reply.fail("Sfn." + name(e.code()), e.getMessage() + " (Service: Sfn, Status Code: 400)");
        }
    }

    /** The errors of the AWS SDK end in Exception. */
    private static String name(String code) {
        return code.endsWith("Exception") ? code : code + "Exception";
    }

    /** AWS writes an object as a text and parses it again; here it stays an object. A text is parsed. */
    private static Object input(@Nullable Object input) {
        Object given = requireNonNullElse(input, "{}");
        return given instanceof String text ? Requests.read(text) : given;
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
        result.cause().ifPresent(text -> answer.put("Cause", text));
        result.error().ifPresent(text -> answer.put("Error", text));
        answer.put("ExecutionArn", result.executionArn());
        answer.put("Input", result.input());
        answer.put("InputDetails", JsonObject.ofPairs("Included", true));
        answer.put("Name", result.name());
        result.output().ifPresent(text -> answer.put("Output", text));
        answer.put("OutputDetails", JsonObject.ofPairs("Included", true));
        answer.put("StartDate", result.startDate());
        answer.put("StateMachineArn", result.stateMachineArn());
        answer.put("Status", result.status().name());
        answer.put("StopDate", result.stopDate());
        return JsonObject.of(answer);
    }
}
