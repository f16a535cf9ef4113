// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.cloudformation.resources.ResourceType;
import dev.stoker.local.cloudformation.values.Shape.Problems;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a template declares. All references must use these names.
 *
 * @param parameters by name
 * @param resources their types by their logical ids; null for a type that is not covered
 * @param conditions by name
 * @param mappings the section of this name
 * @param problems receives the problems
 */
record Names(
        Set<String> parameters,
        Map<String, ResourceType> resources,
        Set<String> conditions,
        JsonNode mappings,
        Problems problems) {
    static final Set<String> PSEUDO = new TreeSet<>(Set.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix"));

    void checkRef(String place, String name) {
        if (name.startsWith("AWS::")) {
            if (!PSEUDO.contains(name)) {
                problems.uncovered(place, name, PSEUDO);
            }
        } else if (!parameters.contains(name) && !resources.containsKey(name)) {
            problems.add(place, "Ref must name a parameter or a resource", name, "Declare it, or correct the name.");
        }
    }

    void checkAttribute(String place, String resource, String attribute) {
        if (!resources.containsKey(resource)) {
            problems.add(place, "Fn::GetAtt must name a resource", resource, "Declare it, or correct the name.");
            return;
        }
        ResourceType type = resources.get(resource);
        if (type != null && !type.hasAttribute(attribute)) {
            problems.uncovered(place, attribute + " of " + resource, type.attributes());
        }
    }

    void checkCondition(String place, JsonNode name) {
        if (!name.isTextual() || !conditions.contains(name.asText())) {
            problems.add(place, "must name a condition", name, "Declare it under Conditions, or correct the name.");
        }
    }

    /** The names for conditions, which cannot refer to resources. */
    Names withoutResources() {
        return new Names(parameters, Map.of(), conditions, mappings, problems);
    }
}
