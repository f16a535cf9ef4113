// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.Stacks.StackRequest;
import dev.stoker.local.cloudformation.resources.ResourceType;
import dev.stoker.local.cloudformation.values.Shape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code AWS::CloudFormation::Stack}: a stack as a resource of another one, its parent; Ref returns its ID. Source: CloudFormation user guide, "Embed stacks within other stacks using nested stacks".
 */
final class NestedStackResource implements ResourceType {
    static final String TYPE = "AWS::CloudFormation::Stack";

    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "TemplateURL!", Shape.SCALAR,
            "Parameters", Shape.mapOf(Shape.SCALAR),
            "Tags", Shape.TAGS,
            "TimeoutInMinutes", Shape.SCALAR));

    private final NestedStacks stacks;
    private final Planner planner;

    NestedStackResource(NestedStacks stacks, Planner planner) {
        this.stacks = stacks;
        this.planner = planner;
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
        return Set.of(NestedStacks.OUTPUTS + "NAME");
    }

    /** Which outputs there are, its own template says. */
    @Override
    public boolean hasAttribute(String name) {
        return name.startsWith(NestedStacks.OUTPUTS);
    }

    @Override
    public Deployed create(ResourceRequest request) {
        Stack parent = stacks.require(request.stackName());
        return stacks.create(parent, stackRequest(request.newName(128), request, parent));
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        Stack nested = stacks.require(there.physicalId());
        Stack parent = stacks.require(request.stackName());
        return Optional.of(stacks.update(nested, stackRequest(nested.name(), request, parent)));
    }

    /** A nested stack that fails is not rolled back by itself: its parent deletes it, or keeps it as it is. */
    private StackRequest stackRequest(String name, ResourceRequest request, Stack parent) {
        return new StackRequest(
                name,
                planner.textAt(request.required("TemplateURL")),
                request.texts("Parameters"),
                parent.request().capabilities(),
                null,
                request.pairs("Tags"),
                false);
    }
}
