// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.tasks;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** See {@link TaskService#action}. */
record SdkAction(
        String service, Map<String, String> fields, Set<String> requiredFields, Function<JsonObject, Object> action)
        implements TaskService {
    @Override
    public void start(TaskCall call, TaskReply reply) {
        try {
            reply.succeed(action.apply(call.object()));
        } catch (AwsError refused) {
            // The errors of the AWS SDK end in Exception.
            String name = refused.code().endsWith("Exception") ? refused.code() : refused.code() + "Exception";
            String where = " (Service: " + service + ", Status Code: " + refused.status() + ")";
            reply.fail(service + "." + name, refused.getMessage() + where);
        }
    }
}
