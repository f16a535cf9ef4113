// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The two ways in which a Task state calls a function: by {@code lambda:invoke}, and by the function's ARN. */
public final class LambdaInvoke implements TaskService {

    private final LambdaInvoker lambda;
    private final boolean byArn;

    private LambdaInvoke(LambdaInvoker lambda, boolean byArn) {
        this.lambda = lambda;
        this.byArn = byArn;
    }

    /** Both ways, as {@link StepFunctions} takes its services. */
    public static Map<String, TaskService> services(LambdaInvoker lambda) {
        return Map.of(
                "lambda:invoke",
                new LambdaInvoke(lambda, false),
                TaskServices.FUNCTION_ARN,
                new LambdaInvoke(lambda, true));
    }

    @Override
    public Map<String, String> fields() {
        return byArn ? Map.of() : Map.of("FunctionName", "string", "Payload", "any", "Qualifier", "string");
    }

    @Override
    public Set<String> requiredFields() {
        return byArn ? Set.of() : Set.of("FunctionName");
    }

    @Override
    public void start(TaskCall call, TaskReply reply) {
        if (byArn) {
            invoke(call.resource(), null, call.value(), reply, LambdaInvoke::payload);
        } else {
            JsonObject arguments = (JsonObject) call.value();
            Object payload = arguments.get("Payload");
            invoke(
                    (String) arguments.get("FunctionName"),
                    (String) arguments.get("Qualifier"),
                    payload == null ? JsonObject.EMPTY : payload,
                    reply,
                    LambdaInvoke::result);
        }
    }

    private void invoke(
            String function,
            String qualifier,
            Object payload,
            TaskReply reply,
            Function<LambdaInvoker.Answered, Object> result) {
        lambda.invoke(new LambdaInvoker.Invocation(function, qualifier, Json.text(payload)), outcome -> {
            if (outcome instanceof LambdaInvoker.Answered answered) {
                reply.succeed(Json.text(result.apply(answered)));
            } else if (outcome instanceof LambdaInvoker.FunctionFailed failed) {
                failFunction(failed.payload(), reply);
            } else if (outcome instanceof LambdaInvoker.Refused refused) {
                reply.fail("Lambda." + refused.error(), cause(refused));
            }
        });
    }

    /** What is no JSON comes as a text. */
    private static Object payload(LambdaInvoker.Answered answered) {
        try {
            return Json.parse(answered.payload());
        } catch (Json.MalformedJson e) {
            return answered.payload();
        }
    }

    private static Object result(LambdaInvoker.Answered answered) {
        return JsonObject.ofPairs(
                "ExecutedVersion", answered.executedVersion(),
                "Payload", payload(answered),
                "SdkHttpMetadata", JsonObject.ofPairs("HttpStatusCode", answered.status()),
                "SdkResponseMetadata", JsonObject.ofPairs("RequestId", answered.requestId()),
                "StatusCode", answered.status());
    }

    /** The error is the errorType, the cause the whole payload. Wording without an errorType: as recorded on AWS. */
    private static void failFunction(String payload, TaskReply reply) {
        Object error = null;
        try {
            error = Json.parse(payload) instanceof JsonObject object ? object.get("errorType") : null;
        } catch (Json.MalformedJson e) {
            // then there is no error type, and the cause shows the payload
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

    private static String cause(LambdaInvoker.Refused refused) {
        return refused.message() + " (Service: Lambda, Status Code: " + refused.status() + ", Request ID: "
                + refused.requestId() + ")";
    }
}
