// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.cloudformation.resources.ResourceType;
import dev.stoker.local.cloudformation.values.Shape;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS::CloudFormation::Stack}: a stack as a resource of another one, its parent; Ref returns its ID. Unlike on AWS, it is created, updated or
 * deleted as a whole in one event. Source: CloudFormation user guide, "Embed stacks within other stacks using nested stacks".
 */
final class NestedStackResource implements ResourceType {
    static final String TYPE = "AWS::CloudFormation::Stack";

    private static final String OUTPUTS = "Outputs.";
    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "TemplateURL!", Shape.SCALAR,
            "Parameters", Shape.mapOf(Shape.SCALAR),
            "Tags", Shape.TAGS,
            "TimeoutInMinutes", Shape.SCALAR));

    private final Stacks stacks;

    NestedStackResource(Stacks stacks) {
        this.stacks = stacks;
    }

    @Override
    public String deployedAs() {
        return TYPE;
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of(OUTPUTS + "NAME");
    }

    /** Which outputs there are, its own template says. */
    @Override
    public boolean hasAttribute(String name) {
        return name.startsWith(OUTPUTS);
    }

    @Override
    public Deployed create(ResourceRequest request) {
        Stack parent = stacks.require(request.stackName());
        return deployed(stacks.createNested(parent, stackRequest(request.newName(128), request, parent)));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        Stack nested = stacks.require(there.physicalId());
        stacks.updateNested(nested, stackRequest(nested.name(), request, stacks.require(request.stackName())));
        return Optional.of(deployed(nested));
    }

    private StackRequest stackRequest(String name, ResourceRequest request, Stack parent) {
        return new StackRequest(
                name,
                template(request.required("TemplateURL")),
                request.texts("Parameters"),
                parent.request().capabilities(),
                null,
                request.pairs("Tags"),
                parent.request().rollback());
    }

    private String template(String url) {
        try {
            return stacks.objectAt(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw new AwsError("ValidationError", "TemplateURL must be a supported URL, got " + url);
        }
    }

    private Deployed deployed(Stack nested) {
        Map<String, String> attributes = new HashMap<>();
        nested.outputs().forEach((name, value) -> attributes.put(OUTPUTS + name, value));
        return new Deployed(nested.id(), attributes, () -> stacks.deleteNested(nested));
    }
}
