// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.resources;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.resources.ResourceType.ResourceRequest;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.ssm.ParameterStore;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** {@code AWS::SSM::Parameter}. */
final class ParameterResource implements ResourceType {
    private static final Shape PROPERTIES = Shape.fields(Map.of(
            "Name", Shape.SCALAR,
            "Type!", Shape.oneOf("String", "StringList"),
            "Value!", Shape.SCALAR,
            "Description", Shape.SCALAR,
            "AllowedPattern", Shape.SCALAR,
            "Tier", Shape.oneOf("Standard", "Advanced", "Intelligent-Tiering")));

    private final ParameterStore parameters;

    ParameterResource(ParameterStore parameters) {
        this.parameters = parameters;
    }

    @Override
    public String deployedAs() {
        return "AWS::SSM::Parameter";
    }

    @Override
    public Shape properties() {
        return PROPERTIES;
    }

    @Override
    public Set<String> attributes() {
        return Set.of("Type", "Value");
    }

    @Override
    public Deployed create(ResourceRequest request) {
        String name =
                request.text("Name").orElseGet(() -> "CFN-" + request.names().withoutStack(request.logicalId()));
        return put(name, request, false);
    }

    @Override
    public Optional<Deployed> update(ResourceRequest request, JsonNode before, Deployed there) {
        return request.keeps(before, "Name", "Type")
                ? Optional.of(put(there.physicalId(), request, true))
                : Optional.empty();
    }

    private Deployed put(String name, ResourceRequest request, boolean overwrite) {
        String type = request.required("Type");
        String value = request.required("Value");
        request.text("AllowedPattern").ifPresent(pattern -> checkPattern(pattern, value));
        String tier = request.text("Tier").orElse("Standard");
        parameters.put(
                name,
                value,
                Optional.of(type),
                overwrite,
                tier.equals("Standard") ? ParameterStore.MOST_CHARACTERS : ParameterStore.MOST_CHARACTERS_ADVANCED);
        return new Deployed(name, Map.of("Type", type, "Value", value), () -> parameters.delete(name));
    }

    private static void checkPattern(String pattern, String value) {
        try {
            if (!Pattern.compile(pattern).matcher(value).matches()) {
                throw new AwsError(
                        "ValidationError", "Parameter value, cannot be validated against allowedPattern: " + pattern);
            }
        } catch (PatternSyntaxException e) {
            throw new AwsError("ValidationError", "AllowedPattern: must be a regular expression, got " + pattern + ".");
        }
    }
}
