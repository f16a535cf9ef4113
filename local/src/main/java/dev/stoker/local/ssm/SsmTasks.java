// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.ssm;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.ssm.ParameterStore.StoredParameter;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.tasks.TaskService;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SSM's task integrations. */
final class SsmTasks {
    private final ParameterStore parameters;

    private SsmTasks(ParameterStore parameters) {
        this.parameters = parameters;
    }

    static Map<String, TaskService> of(ParameterStore parameters) {
        SsmTasks tasks = new SsmTasks(parameters);
        return Map.of(
                "aws-sdk:ssm:getParameter",
                TaskService.action("Ssm", Map.of("Name", "string"), Set.of("Name"), tasks::getParameter),
                "aws-sdk:ssm:putParameter",
                TaskService.action(
                        "Ssm",
                        Map.of("Name", "string", "Value", "string", "Type", "string", "Overwrite", "boolean"),
                        Set.of("Name", "Value"),
                        tasks::putParameter));
    }

    private Object getParameter(JsonObject arguments) {
        StoredParameter found = parameters
                .find(required(arguments, "Name"))
                .orElseThrow(() -> new AwsError("ParameterNotFound", "The parameter does not exist."));
        return JsonObject.ofPairs(
                "Parameter",
                JsonObject.ofPairs(
                        "Name",
                        found.name(),
                        "Type",
                        found.type(),
                        "Value",
                        found.value(),
                        "Version",
                        Math.toIntExact(found.version()),
                        "LastModifiedDate",
                        Instant.ofEpochMilli(found.modifiedAt()).toString(),
                        "DataType",
                        "text"));
    }

    /** Step Functions has checked that it is there, and a text. */
    private static String required(JsonObject arguments, String name) {
        return (String) requireNonNull(arguments.get(name), name);
    }

    private Object putParameter(JsonObject arguments) {
        long version = parameters.put(
                required(arguments, "Name"),
                required(arguments, "Value"),
                Optional.ofNullable((String) arguments.get("Type")),
                Boolean.TRUE.equals(arguments.get("Overwrite")));
        return JsonObject.ofPairs("Version", Math.toIntExact(version), "Tier", "Standard");
    }
}
