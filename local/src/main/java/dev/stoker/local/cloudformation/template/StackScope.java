// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation.template;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.cloudformation.resources.ResourceType.Deployed;
import dev.stoker.local.cloudformation.values.Value.Condition;
import dev.stoker.local.cloudformation.values.Value.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The values of names in one stack: parameters and pseudo parameters from the start, resources after they are created.
 */
final class StackScope implements Scope {
    private final Map<String, JsonNode> values;
    private final Map<String, Condition> conditions;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> evaluated = new HashSet<>();
    private final Map<String, Deployed> made = new LinkedHashMap<>();

    StackScope(Map<String, JsonNode> values, Map<String, Condition> conditions) {
        this.values = Map.copyOf(values);
        this.conditions = conditions;
    }

    void made(String logicalId, Deployed resource) {
        made.put(logicalId, resource);
    }

    @Override
    public JsonNode ref(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        JsonNode value = values.get(name);
        return value != null ? value : TextNode.valueOf(resource(name).physicalId());
    }

    @Override
    public String attribute(String resource, String attribute) {
        String value = resource(resource).attributes().get(attribute);
        if (value == null) {
            throw new AwsError(
                    "ValidationError",
                    "Template error: resource " + resource + " does not support attribute type " + attribute
                            + " in Fn::GetAtt");
        }
        return value;
    }

    private Deployed resource(String logicalId) {
        Deployed resource = made.get(logicalId);
        if (resource == null) {
            throw new AwsError("ValidationError", "Unresolved resource dependencies [" + logicalId + "]");
        }
        return resource;
    }

    @Override
    public boolean holds(String condition) {
        Boolean already = known.get(condition);
        if (already != null) {
            return already;
        }
        if (!evaluated.add(condition)) {
            throw new AwsError(
                    "ValidationError", "Template format error: Circular dependencies for condition " + condition);
        }
        boolean holds = requireNonNull(conditions.get(condition), condition).test(this);
        known.put(condition, holds);
        return holds;
    }
}
