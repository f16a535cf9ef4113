// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A function with its code in a file: {@code AWS::Lambda::Function}, and {@code AWS::Serverless::Function}, which writes code and tags in another way. */
final class FunctionResource implements ResourceType {
    private final AccountServices services;
    private final Shape properties;
    private final Function<ResourceRequest, byte[]> code;
    private final Function<ResourceRequest, Map<String, String>> tags;

    private FunctionResource(
            AccountServices services,
            Map<String, Shape> own,
            Function<ResourceRequest, byte[]> code,
            Function<ResourceRequest, Map<String, String>> tags) {
        this.services = services;
        this.code = code;
        this.tags = tags;
        Map<String, Shape> all = new HashMap<>(Map.ofEntries(
                Map.entry("Architectures", Shape.listOf(Shape.SCALAR)),
                Map.entry("Description", Shape.SCALAR),
                Map.entry("Environment", Shape.fields(Map.of("Variables", Shape.mapOf(Shape.SCALAR)))),
                Map.entry("FunctionName", Shape.SCALAR),
                Map.entry("Handler!", Shape.SCALAR),
                Map.entry("Layers", Shape.listOf(Shape.SCALAR)),
                Map.entry("LoggingConfig", Shape.fields(Map.of("LogGroup", Shape.SCALAR))),
                Map.entry("MemorySize", Shape.SCALAR),
                Map.entry("PackageType", Shape.oneOf("Zip")),
                Map.entry("Role!", Shape.SCALAR),
                Map.entry("Runtime!", Shape.SCALAR),
                Map.entry("Timeout", Shape.SCALAR)));
        all.putAll(own);
        properties = Shape.fields(all);
    }

    static FunctionResource ofSam(AccountServices services) {
        return new FunctionResource(
                services,
                Map.of("CodeUri!", SAM_OBJECT, "Tags", Shape.mapOf(Shape.SCALAR)),
                request -> request.artifacts().read("CodeUri", request.at("CodeUri")),
                request -> request.texts("Tags"));
    }

    static FunctionResource ofLambda(AccountServices services) {
        return new FunctionResource(
                services,
                Map.of("Code!", S3_OBJECT, "Tags", Shape.TAGS),
                request -> request.object("Code"),
                request -> request.pairs("Tags"));
    }

    @Override
    public String deployedAs() {
        return "AWS::Lambda::Function";
    }

    @Override
    public Shape properties() {
        return properties;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Arn");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String name = request.nameFrom("FunctionName", 64);
        String arn = services.functions().create(definition(name, request)).arn();
        services.functions().tag(arn, tags.apply(request));
        return new Deployed(name, Map.of("Arn", arn), () -> services.functions().delete(name));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        if (!request.keeps(before, "FunctionName")) {
            return Optional.empty();
        }
        FunctionDefinition changed = definition(there.physicalId(), request);
        services.functions().update(there.physicalId(), old -> changed);
        services.functions()
                .untag(
                        there.physicalId(),
                        tags.apply(request.withProperties(before)).keySet());
        services.functions().tag(there.physicalId(), tags.apply(request));
        return Optional.of(there);
    }

    private FunctionDefinition definition(String name, ResourceRequest request) {
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
                Functions.readPackage(code.apply(request)));
    }
}
