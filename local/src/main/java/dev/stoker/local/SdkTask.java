// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.http.AwsError;
import dev.stoker.local.http.JsonInput;
import dev.stoker.local.http.JsonText;
import dev.stoker.local.lambda.LambdaException;
import dev.stoker.local.states.TaskCall;
import dev.stoker.local.states.TaskReply;
import dev.stoker.local.states.TaskService;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One action of a service's API as a Task state calls it, {@code aws-sdk:service:action}; it is answered at once.
 *
 * @param service as Step Functions writes it before the names of errors, such as Ssm
 * @param fields that Arguments may have, each with JSONata's name of its type
 * @param requiredFields that they must have
 * @param action from the arguments to the result
 */
record SdkTask(
        String service, Map<String, String> fields, Set<String> requiredFields, Function<JsonInput, JsonNode> action)
        implements TaskService {

    @Override
    public void start(TaskCall call, TaskReply reply) {
        try {
            reply.succeed(JsonText.of(action.apply(JsonInput.read(call.arguments()))));
        } catch (AwsError e) {
            fail(reply, e.code(), e.getMessage(), e.status());
        } catch (LambdaException e) {
            fail(reply, e.code(), e.getMessage(), e.status());
        }
    }

    /** The errors of the AWS SDK end in Exception. */
    private void fail(TaskReply reply, String code, String message, int status) {
        String name = code.endsWith("Exception") ? code : code + "Exception";
        reply.fail(service + "." + name, message + " (Service: " + service + ", Status Code: " + status + ")");
    }
}
