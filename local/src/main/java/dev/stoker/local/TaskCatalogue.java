// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.AwsError;
import dev.stoker.local.http.JsonInput;
import dev.stoker.local.http.JsonText;
import dev.stoker.local.lambda.LambdaService;
import dev.stoker.local.logs.PutLogEvents;
import dev.stoker.local.ssm.ParameterStore;
import dev.stoker.local.ssm.StoredParameter;
import dev.stoker.local.states.LambdaInvoke;
import dev.stoker.local.states.TaskService;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What Task states can call, by what follows {@code arn:aws:states:::}: what the deployed files use, and no more. */
final class TaskCatalogue {
    private final LambdaService lambda;
    private final ParameterStore parameters;
    private final PutLogEvents putLogEvents;

    TaskCatalogue(LambdaService lambda, ParameterStore parameters, PutLogEvents putLogEvents) {
        this.lambda = lambda;
        this.parameters = parameters;
        this.putLogEvents = putLogEvents;
    }

    Map<String, TaskService> services() {
        Map<String, TaskService> all = new HashMap<>(LambdaInvoke.services(new LambdaBridge(lambda)));
        all.put(
                "aws-sdk:ssm:getParameter",
                new SdkTask("Ssm", Map.of("Name", "string"), Set.of("Name"), this::getParameter));
        all.put(
                "aws-sdk:ssm:putParameter",
                new SdkTask(
                        "Ssm",
                        Map.of("Name", "string", "Value", "string", "Type", "string", "Overwrite", "boolean"),
                        Set.of("Name", "Value"),
                        this::putParameter));
        all.put(
                "aws-sdk:lambda:getFunctionConcurrency",
                new SdkTask(
                        "Lambda",
                        Map.of("FunctionName", "string"),
                        Set.of("FunctionName"),
                        this::getFunctionConcurrency));
        all.put(PutLogEvents.RESOURCE, putLogEvents);
        return all;
    }

    private JsonNode getParameter(JsonInput input) {
        StoredParameter found = parameters
                .find(input.required("Name"))
                .orElseThrow(() -> new AwsError("ParameterNotFound", "The parameter does not exist."));
        ObjectNode output = JsonText.object();
        output.putObject("Parameter")
                .put("Name", found.name())
                .put("Type", found.type())
                .put("Value", found.value())
                .put("Version", found.version())
                .put(
                        "LastModifiedDate",
                        Instant.ofEpochMilli(found.modifiedAt()).toString())
                .put("DataType", "text");
        return output;
    }

    private JsonNode putParameter(JsonInput input) {
        long version = parameters.put(
                input.required("Name"), input.required("Value"), input.text("Type"), input.flag("Overwrite"));
        return JsonText.object().put("Version", version).put("Tier", "Standard");
    }

    private JsonNode getFunctionConcurrency(JsonInput input) {
        Integer reserved = lambda.concurrency().reserved(input.required("FunctionName"));
        ObjectNode output = JsonText.object();
        return reserved == null ? output : output.put("ReservedConcurrentExecutions", reserved);
    }
}
