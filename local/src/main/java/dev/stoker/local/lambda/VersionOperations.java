// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.lambda.Functions.FunctionAlias;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The operations for versions and aliases. */
final class VersionOperations {
    private final Functions functions;

    VersionOperations(Functions functions) {
        this.functions = functions;
    }

    WireResponse publish(Route.Call call) {
        JsonInput.read(call.request().text()).allowing("PublishVersion", Set.of("RevisionId"));
        return WireResponse.json(201, FunctionJson.of(functions.publishVersion(call.variable("function")), null));
    }

    WireResponse list(Route.Call call) {
        ObjectNode output = JsonText.object();
        ArrayNode versions = output.putArray("Versions");
        functions.versions(call.variable("function")).forEach(one -> versions.add(FunctionJson.of(one, null)));
        return WireResponse.json(200, output);
    }

    WireResponse createAlias(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text())
                .allowing("CreateAlias", Set.of("Name", "FunctionVersion", "Description", "RoutingConfig"));
        FunctionAlias alias = functions.createAlias(
                call.variable("function"),
                input.required("Name"),
                input.required("FunctionVersion"),
                input.text("Description"),
                weights(input));
        return WireResponse.json(201, FunctionJson.of(alias));
    }

    private static Map<String, Double> weights(JsonInput input) {
        Map<String, Double> weights = new HashMap<>();
        input.node()
                .path("RoutingConfig")
                .path("AdditionalVersionWeights")
                .properties()
                .forEach(field -> weights.put(field.getKey(), field.getValue().asDouble()));
        return weights;
    }

    WireResponse updateAlias(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text())
                .allowing("UpdateAlias", Set.of("FunctionVersion", "Description", "RoutingConfig", "RevisionId"));
        FunctionAlias alias = functions.updateAlias(
                call.variable("function"),
                call.variable("alias"),
                input.text("FunctionVersion"),
                input.text("Description"),
                weights(input));
        return WireResponse.json(200, FunctionJson.of(alias));
    }

    WireResponse deleteAlias(Route.Call call) {
        functions.deleteAlias(call.variable("function"), call.variable("alias"));
        return WireResponse.empty(204);
    }

    WireResponse listAliases(Route.Call call) {
        ObjectNode output = JsonText.object();
        ArrayNode aliases = output.putArray("Aliases");
        String version = call.query("FunctionVersion");
        functions.aliases(call.variable("function")).stream()
                .filter(alias -> version == null || alias.version().equals(version))
                .forEach(alias -> aliases.add(FunctionJson.of(alias)));
        return WireResponse.json(200, output);
    }

    WireResponse getAlias(Route.Call call) {
        return WireResponse.json(
                200, FunctionJson.of(functions.alias(call.variable("function"), call.variable("alias"))));
    }
}
