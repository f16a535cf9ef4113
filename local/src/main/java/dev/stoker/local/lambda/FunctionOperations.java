// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.lambda.Functions.FunctionConfiguration;
import dev.stoker.local.lambda.code.FunctionCode;
import dev.stoker.local.lambda.code.FunctionCode.LayerStack;
import dev.stoker.local.lambda.environments.FunctionDefinition;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The operations for functions. */
final class FunctionOperations {
    private static final Set<String> CONFIGURATION = Set.of(
            "Runtime",
            "Role",
            "Handler",
            "Description",
            "Timeout",
            "MemorySize",
            "Environment",
            "LoggingConfig",
            "Layers",
            "RevisionId");
    private static final Set<String> CREATION =
            Set.of("FunctionName", "Code", "PackageType", "Publish", "Architectures", "Tags");
    private static final Set<String> CODE = Set.of("Publish", "Architectures", "RevisionId");

    private final LambdaService lambda;
    private final CodeInput code;

    FunctionOperations(LambdaService lambda, CodeInput code) {
        this.lambda = lambda;
        this.code = code;
    }

    WireResponse create(Route.Call call) {
        JsonInput input =
                JsonInput.read(call.request().text()).allowing("CreateFunction", both(CONFIGURATION, CREATION));
        if (!"Zip".equals(input.node().path("PackageType").asText("Zip"))) {
            throw Refusals.invalid("PackageType: the embedded AWS covers Zip, got " + input.required("PackageType")
                    + ". Package the function as a jar or zip.");
        }
        new JsonInput(input.node().path("Code")).allowing("CreateFunction Code", CodeInput.FIELDS);
        FunctionCode read = code.read(input.node().path("Code"));
        FunctionDefinition plain = FunctionDefinition.of(
                input.required("FunctionName"), input.required("Runtime"), input.required("Handler"), read);
        FunctionConfiguration created = lambda.functions().create(changed(plain, input));
        lambda.functions().tag(created.arn(), texts(input.node().path("Tags")));
        return WireResponse.json(201, FunctionJson.of(published(created, input)));
    }

    private FunctionConfiguration published(FunctionConfiguration latest, JsonInput input) {
        return input.flag("Publish")
                ? lambda.functions().publishVersion(latest.definition().name())
                : latest;
    }

    /** The definition with the changes in the input. */
    private FunctionDefinition changed(FunctionDefinition old, JsonInput input) {
        JsonNode environment = input.node().path("Environment").path("Variables");
        JsonInput logging = new JsonInput(input.node().path("LoggingConfig"));
        if (!logging.text("LogFormat").orElse("Text").equals("Text")) {
            throw Refusals.invalid("LogFormat: the embedded AWS covers Text, got " + logging.required("LogFormat")
                    + ". Leave it out.");
        }
        return old.with(draft -> {
            draft.runtime = input.text("Runtime").orElse(old.runtime());
            draft.handler = input.text("Handler").orElse(old.handler());
            draft.role = input.text("Role").orElse(old.role());
            draft.description = input.text("Description").orElse(old.description());
            draft.memoryMegabytes = (int) input.number("MemorySize", old.memoryMegabytes());
            draft.timeoutSeconds = (int) input.number("Timeout", old.timeoutSeconds());
            draft.variables = environment.isObject() ? texts(environment) : old.variables();
            draft.logGroup = logging.text("LogGroup").orElse(old.logGroup());
            draft.layers = input.node().has("Layers") ? layers(input.node().path("Layers")) : old.layers();
        });
    }

    private LayerStack layers(JsonNode arns) {
        List<String> texts = new ArrayList<>();
        arns.forEach(arn -> texts.add(arn.asText()));
        return lambda.functions().layers().stack(texts);
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    WireResponse list(Route.Call call) {
        Optional<String> versions = call.query("FunctionVersion");
        versions.filter(other -> !other.equals("ALL")).ifPresent(other -> {
            throw Refusals.invalid("FunctionVersion: must be ALL, got " + other + ".");
        });
        List<ObjectNode> functions = lambda.functions().list().stream()
                .flatMap(one -> versions.isEmpty()
                        ? Stream.of(one)
                        : lambda.functions().versions(one.definition().name()).stream())
                .map(FunctionJson::of)
                .toList();
        return WireResponse.json(200, call.page("Functions", functions, 50, "MaxItems", "Marker", "NextMarker"));
    }

    WireResponse get(Route.Call call) {
        FunctionConfiguration found = found(call);
        ObjectNode output = JsonText.object();
        output.set("Configuration", FunctionJson.of(found));
        output.putObject("Code").put("RepositoryType", "S3").put("Location", codeLocation(call, found));
        lambda.concurrency()
                .reserved(found.definition().name())
                .ifPresent(reserved -> output.putObject("Concurrency").put("ReservedConcurrentExecutions", reserved));
        Map<String, String> tags = lambda.functions().tags(found.definition().name());
        if (!tags.isEmpty()) {
            tags(output, tags);
        }
        return WireResponse.json(200, output);
    }

    /** The URL of the package, on the host of the request. On AWS this is a presigned S3 URL. */
    private static String codeLocation(Route.Call call, FunctionConfiguration found) {
        return "http://" + call.request().header("Host").orElse("127.0.0.1") + "/2015-03-31/functions/"
                + found.definition().name() + "/code?Qualifier="
                + URLEncoder.encode(found.version(), StandardCharsets.UTF_8);
    }

    WireResponse tag(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text()).allowing("TagResource", Set.of("Tags"));
        lambda.functions().tag(call.variable("arn"), texts(input.node().path("Tags")));
        return WireResponse.empty(204);
    }

    WireResponse listTags(Route.Call call) {
        ObjectNode output = JsonText.object();
        tags(output, lambda.functions().tags(call.variable("arn")));
        return WireResponse.json(200, output);
    }

    private static void tags(ObjectNode output, Map<String, String> tags) {
        ObjectNode written = output.putObject("Tags");
        tags.forEach(written::put);
    }

    WireResponse getCode(Route.Call call) {
        FunctionCode found = found(call).definition().code();
        return found == null ? WireResponse.empty(404) : WireResponse.of(200, "application/zip", found.bytes());
    }

    WireResponse getConfiguration(Route.Call call) {
        return WireResponse.json(200, FunctionJson.of(found(call)));
    }

    private FunctionConfiguration found(Route.Call call) {
        return lambda.functions().get(call.variable("function"), call.query("Qualifier"));
    }

    WireResponse delete(Route.Call call) {
        String function = call.variable("function");
        call.query("Qualifier")
                .ifPresentOrElse(
                        version -> lambda.functions().deleteVersion(function, version),
                        () -> lambda.functions().delete(function));
        return WireResponse.empty(204);
    }

    WireResponse update(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text()).allowing("UpdateFunctionConfiguration", CONFIGURATION);
        return WireResponse.json(
                200, FunctionJson.of(lambda.functions().update(call.variable("function"), old -> changed(old, input))));
    }

    WireResponse updateCode(Route.Call call) {
        JsonInput input =
                JsonInput.read(call.request().text()).allowing("UpdateFunctionCode", both(CODE, CodeInput.FIELDS));
        FunctionCode read = code.read(input.node());
        FunctionConfiguration updated =
                lambda.functions().update(call.variable("function"), old -> old.with(draft -> draft.code = read));
        return WireResponse.json(200, FunctionJson.of(published(updated, input)));
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
