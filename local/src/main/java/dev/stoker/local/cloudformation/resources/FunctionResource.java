// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Serverless::Function} with its code in a file. */
final class FunctionResource implements ResourceType {
    private static final Shape PROPERTIES = Shape.fields(Map.ofEntries(
            Map.entry(
                    "CodeUri!",
                    Shape.textOr(Shape.fields(
                            Map.of("Bucket!", Shape.SCALAR, "Key!", Shape.SCALAR, "Version", Shape.SCALAR)))),
            Map.entry("Description", Shape.SCALAR),
            Map.entry("Environment", Shape.fields(Map.of("Variables", Shape.mapOf(Shape.SCALAR)))),
            Map.entry("FunctionName", Shape.SCALAR),
            Map.entry("Handler!", Shape.SCALAR),
            Map.entry("Layers", Shape.listOf(Shape.SCALAR)),
            Map.entry("LoggingConfig", Shape.fields(Map.of("LogGroup", Shape.SCALAR))),
            Map.entry("MemorySize", Shape.SCALAR),
            Map.entry("Role!", Shape.SCALAR),
            Map.entry("Runtime!", Shape.SCALAR),
            Map.entry("Tags", Shape.mapOf(Shape.SCALAR)),
            Map.entry("Timeout", Shape.SCALAR)));

    private final AccountServices services;

    FunctionResource(AccountServices services) {
        this.services = services;
    }

    @Override
    public String deployedAs() {
        return "AWS::Lambda::Function";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String name = request.nameFrom("FunctionName", 64);
        String arn = services.functions().create(definition(name, request)).arn();
        services.functions().tag(arn, request.texts("Tags"));
        return new Deployed(name, Map.of("Arn", arn), () -> services.functions().delete(name));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        if (!request.keeps(before, "FunctionName")) {
            return Optional.empty();
        }
        FunctionDefinition changed = definition(there.physicalId(), request);
        services.functions().update(there.physicalId(), old -> changed);
        List<String> formerTags = new ArrayList<>();
        before.path("Tags").fieldNames().forEachRemaining(formerTags::add);
        services.functions().untag(there.physicalId(), formerTags);
        services.functions().tag(there.physicalId(), request.texts("Tags"));
        return Optional.of(there);
    }

    private FunctionDefinition definition(String name, ResourceRequest request) {
        byte[] code = request.artifacts().read("CodeUri", request.at("CodeUri"));
        return new FunctionDefinition(
                name,
                request.required("Runtime"),
                request.required("Handler"),
                request.required("Role"),
                request.text("Description").orElse(""),
                request.number("MemorySize", 128),
                request.number("Timeout", 3),
                request.texts("Environment.Variables"),
                request.text("LoggingConfig.LogGroup").orElse(null),
                services.functions().stackOfLayers(request.list("Layers")),
                Functions.readPackage(code));
    }
}
