// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import dev.stoker.local.cloudformation.resources.ResourceType.AccountServices;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.lambda.Functions;
import dev.stoker.local.lambda.code.FunctionCode.LayerVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A version of a layer: {@code AWS::Lambda::LayerVersion}, and {@code AWS::Serverless::LayerVersion}, which writes the
 * content in another way. Ref returns the version's ARN.
 */
final class LayerResource implements ResourceType {
    private final Functions functions;
    private final Shape properties;
    private final Function<ResourceRequest, byte[]> content;
    private final Predicate<ResourceRequest> isDeleted;

    private LayerResource(
            AccountServices services,
            Map<String, Shape> own,
            Function<ResourceRequest, byte[]> content,
            Predicate<ResourceRequest> isDeleted) {
        this.functions = services.functions();
        this.content = content;
        this.isDeleted = isDeleted;
        Map<String, Shape> all = new HashMap<>(Map.of(
                "LayerName", Shape.SCALAR,
                "Description", Shape.SCALAR,
                "LicenseInfo", Shape.SCALAR,
                "CompatibleRuntimes", Shape.listOf(Shape.SCALAR),
                "CompatibleArchitectures", Shape.listOf(Shape.SCALAR)));
        all.putAll(own);
        properties = Shape.fields(all);
    }

    /** SAM keeps the version when its stack is deleted, unless RetentionPolicy is Delete. */
    static LayerResource ofSam(AccountServices services) {
        return new LayerResource(
                services,
                Map.of("ContentUri!", SAM_OBJECT, "RetentionPolicy", Shape.oneOf("Retain", "Delete")),
                request -> request.artifacts().read("ContentUri", request.at("ContentUri")),
                request -> request.text("RetentionPolicy").equals(Optional.of("Delete")));
    }

    static LayerResource ofLambda(AccountServices services) {
        return new LayerResource(
                services, Map.of("Content!", S3_OBJECT), request -> request.object("Content"), request -> true);
    }

    @Override
    public String deployedAs() {
        return "AWS::Lambda::LayerVersion";
    }

    @Override
    public Shape properties() {
        return properties;
    }

    @Override
    public Set<String> attributes() {
        return Set.of();
    }

    @Override
    public Deployed create(ResourceRequest request) {
        // Without a name, the layer has the resource's name in the template, so stacks share the layer and each has its
        // own version.
        String name = request.text("LayerName").orElse(request.logicalId());
        LayerVersion version = functions.publishLayer(name, Functions.readPackage(content.apply(request)));
        boolean goes = isDeleted.test(request);
        return new Deployed(version.arn(), Map.of(), () -> {
            if (goes) {
                functions.deleteLayer(version.arn());
            }
        });
    }
}
