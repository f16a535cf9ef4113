// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType;
import dev.stoker.local.cloudformation.template.Template.OutputDeclaration;
import dev.stoker.local.cloudformation.template.Template.ResourceDeclaration;
import dev.stoker.local.cloudformation.template.Template.Retained;
import dev.stoker.local.cloudformation.values.Shape;
import dev.stoker.local.cloudformation.values.Shape.Problems;
import dev.stoker.local.cloudformation.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a template and collects all its problems. */
final class TemplateReader {
    private static final String SAM = "AWS::Serverless-2016-10-31";
    private static final String RETAIN = "Retain";
    private static final Set<String> SECTIONS = new TreeSet<>(Set.of(
            "AWSTemplateFormatVersion",
            "Conditions",
            "Description",
            "Mappings",
            "Metadata",
            "Outputs",
            "Parameters",
            "Resources",
            "Rules",
            "Transform"));
    private static final Shape RESOURCE = Shape.fields(Map.of(
            "Type!", Shape.SCALAR,
            "Properties", Shape.ANYTHING,
            "Condition", Shape.SCALAR,
            "DependsOn", Shape.ANYTHING,
            "Metadata", Shape.ANYTHING,
            "DeletionPolicy", Shape.oneOf("Delete", RETAIN, RETAIN + "ExceptOnCreate"),
            "UpdateReplacePolicy", Shape.oneOf("Delete", RETAIN)));
    private static final Shape OUTPUT =
            Shape.fields(Map.of("Value!", Shape.ANYTHING, "Description", Shape.SCALAR, "Condition", Shape.SCALAR));

    private final Problems problems = new Problems();
    private final Map<String, ResourceType> types;
    private final JsonNode root;
    private final Names names;
    private final ValueReader values;

    private TemplateReader(JsonNode root, Map<String, ResourceType> types) {
        this.root = root;
        this.types = types;
        this.names = new Names(
                keys(root.path("Parameters")),
                typesById(),
                keys(root.path("Conditions")),
                root.path("Mappings"),
                problems);
        this.values = new ValueReader(names);
    }

    /**
     * Reads a template.
     *
     * @param types the resource types that are covered, by name
     * @throws AwsError ValidationError with all that is wrong
     */
    static Template read(String text, Map<String, ResourceType> types) {
        TemplateReader reader = new TemplateReader(TemplateText.read(text), types);
        Template template = reader.template();
        reader.problems.throwIfAny();
        return template;
    }

    private Template template() {
        Set<String> others = keys(root);
        others.removeAll(SECTIONS);
        others.forEach(section -> problems.uncovered("template", section, SECTIONS));
        boolean transformed = transformed();
        if (root.path("Resources").isEmpty()) {
            problems.add("Resources", "must have at least one resource", "none", "Add one.");
        }
        ValueReader early = new ValueReader(names.withoutResources());
        Map<String, ParameterDeclaration> parameters = new LinkedHashMap<>();
        root.path("Parameters")
                .properties()
                .forEach(field -> parameters.put(
                        field.getKey(), ParameterDeclaration.read(field.getKey(), field.getValue(), early, problems)));
        return new Template(
                Optional.ofNullable(root.path("Description").asText(null)),
                parameters,
                new RuleReader(names.withoutResources(), early).read(root.path("Rules")),
                early.conditions(root.path("Conditions")),
                resources(transformed),
                outputs(),
                transformed);
    }

    private boolean transformed() {
        JsonNode transform = root.path("Transform");
        JsonNode name = transform.isArray() && transform.size() == 1 ? transform.get(0) : transform;
        if (!transform.isMissingNode() && !name.asText().equals(SAM)) {
            problems.uncovered("Transform", transform.toString(), List.of(SAM));
        }
        return name.asText().equals(SAM);
    }

    private List<ResourceDeclaration> resources(boolean transformed) {
        List<ResourceDeclaration> resources = new ArrayList<>();
        root.path("Resources").properties().forEach(field -> {
            String place = "Resources." + field.getKey();
            JsonNode node = field.getValue();
            String type = node.path("Type").asText();
            if (type.startsWith("AWS::Serverless::") && !transformed) {
                problems.add(place, "needs the transform " + SAM, type, "Add Transform: " + SAM + ".");
            }
            resource(place, field.getKey(), node).ifPresent(resources::add);
        });
        return resources;
    }

    /** Empty if its type is not supported, which is a problem. */
    private Optional<ResourceDeclaration> resource(String place, String logicalId, JsonNode node) {
        Shape.checkFields(RESOURCE, place, node, problems);
        ResourceType type = names.resources().get(logicalId);
        Value.MapOf properties = new Value.MapOf(values.fields(place + ".Properties", node.path("Properties")));
        if (type == null) {
            problems.uncovered(place + ".Type", node.path("Type").asText(), types.keySet());
        } else {
            type.properties().check(place + ".Properties", properties, problems);
        }
        List<String> dependsOn = dependsOn(place, node);
        Optional<String> condition = condition(place, node);
        return Optional.ofNullable(type)
                .map(known -> new ResourceDeclaration(
                        logicalId,
                        node.path("Type").asText(),
                        known,
                        properties,
                        dependsOn,
                        condition,
                        retained(node)));
    }

    private static Retained retained(JsonNode node) {
        String policy = node.path("DeletionPolicy").asText();
        return new Retained(
                policy.startsWith(RETAIN),
                policy.equals(RETAIN),
                node.path("UpdateReplacePolicy").asText().equals(RETAIN));
    }

    private List<String> dependsOn(String place, JsonNode node) {
        List<String> ids = new ArrayList<>();
        JsonNode dependsOn = node.path("DependsOn");
        if (dependsOn.isTextual()) {
            ids.add(dependsOn.asText());
        }
        dependsOn.forEach(id -> ids.add(id.asText()));
        ids.stream()
                .filter(id -> !names.resources().containsKey(id))
                .forEach(id -> problems.add(
                        place + ".DependsOn", "must name a resource", id, "Declare it, or correct the name."));
        return ids;
    }

    private Optional<String> condition(String place, JsonNode node) {
        if (!node.has("Condition")) {
            return Optional.empty();
        }
        names.checkCondition(place + ".Condition", node.get("Condition"));
        return Optional.of(node.get("Condition").asText());
    }

    private List<OutputDeclaration> outputs() {
        List<OutputDeclaration> outputs = new ArrayList<>();
        root.path("Outputs").properties().forEach(field -> {
            String place = "Outputs." + field.getKey();
            JsonNode node = field.getValue();
            Shape.checkFields(OUTPUT, place, node, problems);
            outputs.add(new OutputDeclaration(
                    field.getKey(),
                    Optional.ofNullable(node.path("Description").asText(null)),
                    values.read(place + ".Value", node.path("Value")),
                    condition(place, node)));
        });
        return outputs;
    }

    private Map<String, ResourceType> typesById() {
        Map<String, ResourceType> byId = new LinkedHashMap<>();
        root.path("Resources")
                .properties()
                .forEach(field -> byId.put(
                        field.getKey(), types.get(field.getValue().path("Type").asText())));
        return byId;
    }

    private static Set<String> keys(JsonNode node) {
        Set<String> keys = new TreeSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
