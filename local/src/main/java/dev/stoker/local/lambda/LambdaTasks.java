// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.LambdaService.InvocationType;
import dev.stoker.local.lambda.LambdaService.InvokeRequest;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Lambda's task integrations: {@code lambda:invoke}, and the ARN of a function as Resource. */
final class LambdaTasks {
    private static final int OK = 200;

    private final LambdaService.Invoker lambda;

    private LambdaTasks(LambdaService.Invoker lambda) {
        this.lambda = lambda;
    }

    /** The task integrations for an invoker. */
    static Map<String, TaskService> ofInvoker(LambdaService.Invoker lambda) {
        LambdaTasks tasks = new LambdaTasks(lambda);
        return Map.of("lambda:invoke", tasks.new ByName(), TaskCatalogue.FUNCTION_ARN, tasks.new ByArn());
    }

    static Map<String, TaskService> of(LambdaService lambda) {
        Map<String, TaskService> all = new HashMap<>(ofInvoker(lambda::invoke));
        all.put(
                "aws-sdk:lambda:getFunctionConcurrency",
                TaskService.action(
                        "Lambda",
                        Map.of("FunctionName", "string"),
                        Set.of("FunctionName"),
                        arguments -> concurrency(
                                lambda, (String) requireNonNull(arguments.get("FunctionName"), "FunctionName"))));
        return all;
    }

    private static Object concurrency(LambdaService lambda, String function) {
        return lambda.concurrency()
                .reserved(function)
                .map(reserved -> JsonObject.ofPairs("ReservedConcurrentExecutions", reserved))
                .orElse(JsonObject.EMPTY);
    }

    /** {@code lambda:invoke}: the arguments contain the name or ARN, and the result contains data about the call. */
    private final class ByName implements TaskService {
        @Override
        public Map<String, String> fields() {
            return Map.of("FunctionName", "string", "Payload", "any", "Qualifier", "string");
        }

        @Override
        public Set<String> requiredFields() {
            return Set.of("FunctionName");
        }

        @Override
        public void start(TaskCall call, TaskReply reply) {
            JsonObject arguments = call.object();
            Object payload = arguments.get("Payload");
            invoke(
                    (String) requireNonNull(arguments.get("FunctionName"), "FunctionName"),
                    Optional.ofNullable((String) arguments.get("Qualifier")),
                    payload == null ? JsonObject.EMPTY : payload,
                    reply,
                    LambdaTasks::result);
        }
    }

    /** The ARN is the Resource, the arguments are the event, and the result is the answer. */
    private final class ByArn implements TaskService {
        @Override
        public Map<String, String> fields() {
            return Map.of();
        }

        @Override
        public Set<String> requiredFields() {
            return Set.of();
        }

        @Override
        public void start(TaskCall call, TaskReply reply) {
            invoke(call.resource(), Optional.empty(), call.arguments(), reply, LambdaTasks::payload);
        }
    }

    private void invoke(
            String function,
            Optional<String> qualifier,
            Object event,
            TaskService.TaskReply reply,
            Function<InvokeOutcome.Answered, Object> result) {
        InvokeRequest request = new InvokeRequest(
                function, qualifier, Payload.of(Json.text(event)), InvocationType.REQUEST_RESPONSE, false);
        lambda.invoke(request, outcome -> {
            if (outcome instanceof InvokeOutcome.Refused refused) {
                AwsError error = refused.error();
                reply.fail("Lambda." + error.code(), cause(error, refused.requestId()));
            } else if (!(outcome instanceof InvokeOutcome.Answered answered)) {
                throw new IllegalStateException(
                        "a synchronous invocation must end with an answer or a refusal, got " + outcome);
            } else if (answered.functionError()) {
                failFunction(answered.payload().text(), reply);
            } else {
                reply.succeed(result.apply(answered));
            }
        });
    }

    /** An answer that is not JSON becomes a text. */
    private static Object payload(InvokeOutcome.Answered answered) {
        String text = answered.payload().text();
        try {
            return Json.parse(text);
        } catch (Json.MalformedJson e) {
            return text;
        }
    }

    private static Object result(InvokeOutcome.Answered answered) {
        return JsonObject.ofPairs(
                "ExecutedVersion", answered.executedVersion(),
                "Payload", payload(answered),
                "SdkHttpMetadata", JsonObject.ofPairs("HttpStatusCode", OK),
                "SdkResponseMetadata", JsonObject.ofPairs("RequestId", answered.requestId()),
                "StatusCode", OK);
    }

    /**
     * The error is the errorType, the cause is the whole payload. The text without an errorType is as recorded on AWS.
     */
    private static void failFunction(String payload, TaskService.TaskReply reply) {
        Object error = null;
        try {
            error = Json.parse(payload) instanceof JsonObject object ? object.get("errorType") : null;
        } catch (Json.MalformedJson e) {
            // there is no error type, and the cause is the payload
        }
        if (error instanceof String type && !type.isEmpty()) {
            reply.fail(type, payload);
        } else {
            reply.fail(
                    "Lambda.Unknown",
                    "The cause could not be determined because Lambda did not return an error type. Returned payload: "
                            + payload);
        }
    }

    private static String cause(AwsError error, String requestId) {
        return error.getMessage() + " (Service: Lambda, Status Code: " + error.status() + ", Request ID: " + requestId
                + ")";
    }
}
