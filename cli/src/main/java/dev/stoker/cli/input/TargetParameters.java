// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Targets as values of the template's parameters, which share them because CloudFormation limits each value. */
public final class TargetParameters {
    /** CloudFormation's limit for the value of a parameter. Source: user guide, "CloudFormation quotas", read 2026-11. */
    public static final int MOST_BYTES = 4_096;

    private TargetParameters() {}

    /**
     * The values by name, each a JSON array, in the order of the targets. The template has four parameters, and
     * {@link CycleLimits#MOST_TARGETS} targets without payloads need two at most.
     *
     * @param first the name of the first parameter; the others have a number after it, such as {@code Targets2}
     */
    public static Map<String, String> of(String first, List<ObjectNode> targets) {
        List<ArrayNode> arrays = arrays(targets);
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arrays.size(); i++) {
            values.put(i == 0 ? first : first + (i + 1), arrays.get(i).toString());
        }
        return values;
    }

    private static List<ArrayNode> arrays(List<ObjectNode> targets) {
        List<ArrayNode> arrays = new ArrayList<>();
        ArrayNode array = Json.object().arrayNode();
        for (ObjectNode target : targets) {
            if (bytes(array.toString()) + 1 + bytes(target.toString()) > MOST_BYTES) {
                arrays.add(array);
                array = Json.object().arrayNode();
            }
            array.add(target);
        }
        arrays.add(array);
        return arrays;
    }

    /** The length of a value as CloudFormation counts it. */
    public static int bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8).length;
    }
}
