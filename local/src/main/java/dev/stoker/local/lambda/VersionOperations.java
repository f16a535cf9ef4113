// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.lambda.Aliases.AliasChange;
import dev.stoker.local.lambda.Functions.FunctionAlias;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations for versions and aliases. */
final class VersionOperations {
    private final Functions functions;

    VersionOperations(Functions functions) {
        this.functions = functions;
    }

    WireResponse publish(Route.Call call) {
        JsonInput.read(call.request().text()).allowing("PublishVersion", Set.of("RevisionId"));
        return WireResponse.json(201, FunctionJson.of(functions.publishVersion(call.variable("function"))));
    }

    WireResponse list(Route.Call call) {
        List<ObjectNode> versions = functions.versions(call.variable("function")).stream()
                .map(FunctionJson::of)
                .toList();
        return WireResponse.json(200, call.page("Versions", versions, 50, "MaxItems", "Marker", "NextMarker"));
    }

    WireResponse createAlias(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text())
                .allowing("CreateAlias", Set.of("Name", "FunctionVersion", "Description", "RoutingConfig"));
        FunctionAlias alias = functions.createAlias(
                call.variable("function"),
                input.required("Name"),
                input.required("FunctionVersion"),
                input.text("Description").orElse(""),
                weights(input).orElse(Map.of()));
        return WireResponse.json(201, FunctionJson.of(alias));
    }

    /** Empty if the request has no RoutingConfig: the alias keeps its weights. */
    private static Optional<Map<String, Double>> weights(JsonInput input) {
        JsonNode routing = input.node().path("RoutingConfig");
        if (!routing.isObject()) {
            return Optional.empty();
        }
        Map<String, Double> weights = new HashMap<>();
        routing.path("AdditionalVersionWeights")
                .properties()
                .forEach(field -> weights.put(field.getKey(), field.getValue().asDouble()));
        return Optional.of(weights);
    }

    WireResponse updateAlias(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text())
                .allowing("UpdateAlias", Set.of("FunctionVersion", "Description", "RoutingConfig", "RevisionId"));
        FunctionAlias alias = functions.updateAlias(
                call.variable("function"),
                call.variable("alias"),
                new AliasChange(
                        input.text("FunctionVersion"),
                        input.text("Description"),
                        weights(input),
                        input.text("RevisionId")));
        return WireResponse.json(200, FunctionJson.of(alias));
    }

    WireResponse deleteAlias(Route.Call call) {
        functions.deleteAlias(call.variable("function"), call.variable("alias"));
        return WireResponse.empty(204);
    }

    WireResponse listAliases(Route.Call call) {
        Optional<String> version = call.query("FunctionVersion");
        List<ObjectNode> aliases = functions.aliases(call.variable("function")).stream()
                .filter(alias -> version.isEmpty() || alias.version().equals(version.get()))
                .map(FunctionJson::of)
                .toList();
        return WireResponse.json(200, call.page("Aliases", aliases, 50, "MaxItems", "Marker", "NextMarker"));
    }

    WireResponse getAlias(Route.Call call) {
        return WireResponse.json(
                200, FunctionJson.of(functions.alias(call.variable("function"), call.variable("alias"))));
    }
}
