// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.OneLine;
import java.util.ArrayList;
import java.util.List;

/**
 * The input of one execution. It has not been checked yet, so values may be missing or invalid.
 *
 * @param text the text to send
 * @param document the same, parsed
 */
public record CycleInput(String text, JsonNode document) {
    /** The same, with this function in each target that names none. */
    CycleInput withFunction(String function) {
        JsonNode filled = document.deepCopy();
        boolean changed = false;
        for (JsonNode target : new CycleInput(text, filled).targets()) {
            if (target instanceof ObjectNode fields && !fields.has("function")) {
                fields.put("function", function);
                changed = true;
            }
        }
        return changed ? new CycleInput(filled.toString(), filled) : this;
    }

    /** The functions in the input, in order, each once. */
    List<String> functions() {
        return targets().stream()
                .map(target -> target.path("function"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .distinct()
                .toList();
    }

    /** A summary for people: {@code 20 environments of orders:live}. */
    public String summary() {
        List<JsonNode> targets = targets();
        if (targets.size() != 1) {
            return targets.size() + " targets";
        }
        JsonNode function = targets.get(0).path("function");
        String name = function.isTextual() ? FunctionName.shortOf(OneLine.of(function.textValue())) : "a function";
        JsonNode concurrency = targets.get(0).path("concurrency");
        if (concurrency.path("min").canConvertToLong()
                && concurrency.path("max").canConvertToLong()) {
            return Count.plain(concurrency.path("min").longValue()) + " to "
                    + Count.of(concurrency.path("max").longValue(), "environment") + " of " + name;
        }
        return concurrency.isIntegralNumber()
                ? Count.of(concurrency.bigIntegerValue().longValue(), "environment") + " of " + name
                : name;
    }

    /** The number of slots of a round, over all targets; 0 if unknown. If a number follows demand, the fewest count. */
    long slots() {
        return targets().stream()
                .map(target -> target.path("concurrency"))
                .map(concurrency -> concurrency.isObject() ? concurrency.path("min") : concurrency)
                .filter(JsonNode::canConvertToLong)
                .mapToLong(concurrency -> Math.max(0, Math.min(concurrency.longValue(), CycleLimits.MOST_ENVIRONMENTS)))
                .sum();
    }

    private List<JsonNode> targets() {
        JsonNode several = document.path("targets");
        if (!several.isArray()) {
            return List.of(document);
        }
        List<JsonNode> targets = new ArrayList<>();
        several.forEach(targets::add);
        return targets;
    }
}
