// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.RestApi.Route;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations for layers. */
final class LayerOperations {
    private final Layers layers;
    private final CodeInput code;

    LayerOperations(Layers layers, CodeInput code) {
        this.layers = layers;
        this.code = code;
    }

    WireResponse publish(Route.Call call) {
        JsonInput input = JsonInput.read(call.request().text())
                .allowing(
                        "PublishLayerVersion",
                        Set.of(
                                "Content",
                                "Description",
                                "CompatibleRuntimes",
                                "CompatibleArchitectures",
                                "LicenseInfo"));
        LayerVersion version =
                layers.publish(call.variable("layer"), code.read(input.node().path("Content")));
        return WireResponse.json(201, json(call, version));
    }

    WireResponse get(Route.Call call) {
        return WireResponse.json(200, json(call, layers.get(arn(call))));
    }

    /** ListLayers, or GetLayerVersionByArn. */
    WireResponse listOrFind(Route.Call call) {
        Optional<String> find = call.query("find");
        if (find.isEmpty()) {
            return list(call);
        }
        String arn = call.query("Arn")
                .filter(given -> find.get().equals("LayerVersion"))
                .orElseThrow(
                        () -> Refusals.invalid("find: must be LayerVersion, with an Arn, got " + find.get() + "."));
        return WireResponse.json(200, json(call, layers.get(arn)));
    }

    private WireResponse list(Route.Call call) {
        List<ObjectNode> all = layers.names().stream()
                .map(name -> {
                    ObjectNode layer = JsonText.object().put("LayerName", name).put("LayerArn", layers.arn(name));
                    layer.set(
                            "LatestMatchingVersion",
                            summary(layers.versions(name).get(0)));
                    return layer;
                })
                .toList();
        return WireResponse.json(200, call.page("Layers", all, 50, "MaxItems", "Marker", "NextMarker"));
    }

    WireResponse listVersions(Route.Call call) {
        List<ObjectNode> all = layers.versions(call.variable("layer")).stream()
                .map(LayerOperations::summary)
                .toList();
        return WireResponse.json(200, call.page("LayerVersions", all, 50, "MaxItems", "Marker", "NextMarker"));
    }

    private static ObjectNode summary(LayerVersion version) {
        return JsonText.object()
                .put("LayerVersionArn", version.arn())
                .put("Version", Long.parseLong(version.arn().replaceFirst("^.*:", "")));
    }

    WireResponse content(Route.Call call) {
        return WireResponse.of(
                200, "application/zip", layers.get(arn(call)).content().bytes());
    }

    WireResponse delete(Route.Call call) {
        layers.delete(arn(call));
        return WireResponse.empty(204);
    }

    private String arn(Route.Call call) {
        return layers.arn(call.variable("layer"), call.variable("version"));
    }

    private static ObjectNode json(Route.Call call, LayerVersion version) {
        String layerArn = version.arn().replaceFirst(":[0-9]+$", "");
        String number = version.arn().substring(layerArn.length() + 1);
        ObjectNode json = JsonText.object()
                .put("LayerArn", layerArn)
                .put("LayerVersionArn", version.arn())
                .put("Version", Long.parseLong(number));
        json.putObject("Content")
                .put("CodeSize", version.content().size())
                .put("CodeSha256", version.content().sha256())
                .put(
                        "Location",
                        "http://" + call.request().header("Host").orElse("127.0.0.1") + "/2018-10-31/layers/"
                                + layerArn.replaceFirst(".*:", "") + "/versions/" + number + "/content");
        return json;
    }
}
