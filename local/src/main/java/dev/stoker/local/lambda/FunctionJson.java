// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.lambda.Functions.FunctionAlias;
import dev.stoker.local.lambda.Functions.FunctionConfiguration;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** Writes functions and aliases in the JSON of Lambda's answers. */
final class FunctionJson {
    private static final DateTimeFormatter MODIFIED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxx").withZone(ZoneOffset.UTC);

    private FunctionJson() {}

    static ObjectNode of(FunctionConfiguration function) {
        FunctionDefinition definition = function.definition();
        ObjectNode json = JsonText.object()
                .put("FunctionName", definition.name())
                .put("FunctionArn", function.arn())
                .put("Runtime", definition.runtime())
                .put("Role", definition.role())
                .put("Handler", definition.handler())
                .put(
                        "CodeSize",
                        definition.code() == null ? 0 : definition.code().size())
                .put("Description", definition.description())
                .put("Timeout", definition.timeoutSeconds())
                .put("MemorySize", definition.memoryMegabytes())
                .put("LastModified", MODIFIED.format(Instant.ofEpochMilli(function.modifiedAt())))
                .put(
                        "CodeSha256",
                        definition.code() == null ? "" : definition.code().sha256())
                .put("Version", function.version())
                .put("RevisionId", id(function.arn() + function.version() + function.modifiedAt()))
                .put("State", "Active")
                .put("LastUpdateStatus", "Successful")
                .put("PackageType", "Zip");
        json.putArray("Architectures").add("x86_64");
        json.putObject("TracingConfig").put("Mode", "PassThrough");
        json.putObject("SnapStart").put("ApplyOn", "None").put("OptimizationStatus", "Off");
        json.putObject("LoggingConfig").put("LogFormat", "Text").put("LogGroup", definition.logGroupName());
        if (!definition.layers().versions().isEmpty()) {
            ArrayNode layers = json.putArray("Layers");
            definition
                    .layers()
                    .versions()
                    .forEach(layer -> layers.addObject()
                            .put("Arn", layer.arn())
                            .put("CodeSize", layer.content().size()));
        }
        if (!definition.variables().isEmpty()) {
            ObjectNode variables = json.putObject("Environment").putObject("Variables");
            definition.variables().forEach(variables::put);
        }
        return json;
    }

    static ObjectNode of(FunctionAlias alias) {
        ObjectNode json = JsonText.object()
                .put("AliasArn", alias.arn())
                .put("Name", alias.name())
                .put("FunctionVersion", alias.version())
                .put("Description", alias.description())
                .put("RevisionId", alias.revision());
        if (!alias.weights().isEmpty()) {
            ObjectNode weights = json.putObject("RoutingConfig").putObject("AdditionalVersionWeights");
            alias.weights().forEach(weights::put);
        }
        return json;
    }

    /** An ID in AWS's form, the same for the same text. */
    static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
