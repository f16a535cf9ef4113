// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.targets;

import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.TargetParameters;
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
                && TargetParameters.bytes(arns()) <= TargetParameters.MOST_BYTES
                && arrays().size() <= HOMES.size();
    }

    /** The environments of all targets. */
    long concurrency() {
        return targets.stream().mapToLong(TaggedTarget::concurrency).sum();
    }

    /** The parameters by name. Those that are not needed are empty, so that an update does not keep their former values. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("TargetArns", arns());
        HOMES.forEach(home -> parameters.put(home, ""));
        parameters.putAll(arrays());
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

    private Map<String, String> arrays() {
        return TargetParameters.of(
                HOMES.get(0), targets.stream().map(TaggedTarget::json).toList());
    }
}
