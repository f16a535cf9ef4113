// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The targets of one stack.
 *
 * @param targets at least one, in the order of their names
 */
record Deployment(List<TaggedTarget> targets) {
    /** CloudFormation's limit for the value of a parameter. Source: user guide, "CloudFormation quotas", read 2026-11. */
    static final int MOST_BYTES = 4_096;

    /** The parameters of infra/template.yaml for targets. */
    private static final List<String> HOMES = List.of("Targets", "Targets2", "Targets3", "Targets4");

    Deployment {
        targets = List.copyOf(targets);
    }

    /** Divides targets among as few stacks as their order allows. */
    static List<Deployment> divide(List<TaggedTarget> all) {
        List<Deployment> divided = new ArrayList<>();
        List<TaggedTarget> part = new ArrayList<>();
        for (TaggedTarget target : all) {
            part.add(target);
            if (!new Deployment(part).fits()) {
                part.remove(part.size() - 1);
                divided.add(new Deployment(part));
                part = new ArrayList<>(List.of(target));
            }
        }
        if (!part.isEmpty()) {
            divided.add(new Deployment(part));
        }
        return divided;
    }

    private boolean fits() {
        return targets.size() <= CycleLimits.MOST_TARGETS
                && concurrency() <= CycleLimits.MOST_ENVIRONMENTS
                && bytes(arns()) <= MOST_BYTES
                && arrays().size() <= HOMES.size();
    }

    /** The environments of all targets. */
    long concurrency() {
        return targets.stream().mapToLong(TaggedTarget::concurrency).sum();
    }

    /** The parameters by name. Those that are not needed are empty, so that an update does not keep their former values. */
    Map<String, String> parameters() {
        List<ArrayNode> arrays = arrays();
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("TargetArns", arns());
        for (int i = 0; i < HOMES.size(); i++) {
            parameters.put(HOMES.get(i), i < arrays.size() ? arrays.get(i).toString() : "");
        }
        return parameters;
    }

    /** The parameters as YAML, for {@code sam deploy --parameter-overrides file://FILE}. */
    String yaml() {
        return parameters().entrySet().stream()
                .map(one -> one.getKey() + ": '" + one.getValue() + "'\n")
                .collect(Collectors.joining());
    }

    private String arns() {
        return targets.stream().map(TaggedTarget::arn).collect(Collectors.joining(","));
    }

    /** The targets as arrays that each fit a parameter. */
    private List<ArrayNode> arrays() {
        List<ArrayNode> arrays = new ArrayList<>();
        ArrayNode array = Json.object().arrayNode();
        for (TaggedTarget target : targets) {
            if (bytes(array.toString()) + 1 + bytes(target.json().toString()) > MOST_BYTES) {
                arrays.add(array);
                array = Json.object().arrayNode();
            }
            array.add(target.json());
        }
        arrays.add(array);
        return arrays;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
