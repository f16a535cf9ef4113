// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::Serverless::LayerVersion}; Ref returns the version's ARN. */
final class LayerResource implements ResourceType {
    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "ContentUri!",
                    Shape.textOr(Shape.fields(
                            Map.of("Bucket!", Shape.SCALAR, "Key!", Shape.SCALAR, "Version", Shape.SCALAR))),
            "LayerName", Shape.SCALAR,
            "Description", Shape.SCALAR,
            "LicenseInfo", Shape.SCALAR,
            "CompatibleRuntimes", Shape.listOf(Shape.SCALAR),
            "CompatibleArchitectures", Shape.listOf(Shape.SCALAR),
            "RetentionPolicy", Shape.oneOf("Retain", "Delete")));

    private final Functions functions;

    LayerResource(AccountServices services) {
        this.functions = services.functions();
    }

    @Override
    public String deployedAs() {
        return "AWS::Lambda::LayerVersion";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of();
    }

    @Override
    public Deployed create(ResourceRequest request) {
        byte[] content = request.artifacts().read("ContentUri", request.at("ContentUri"));
        // SAM uses the layer's name in the template, so stacks share the layer and each has its own version.
        String name = request.text("LayerName").orElse(request.logicalId());
        LayerVersion version = functions.publishLayer(name, Functions.readPackage(content));
        // SAM keeps the version when its stack is deleted, unless RetentionPolicy is Delete.
        boolean goes = request.text("RetentionPolicy").equals(Optional.of("Delete"));
        return new Deployed(version.arn(), Map.of(), () -> {
            if (goes) {
                functions.deleteLayer(version.arn());
            }
        });
    }
}
