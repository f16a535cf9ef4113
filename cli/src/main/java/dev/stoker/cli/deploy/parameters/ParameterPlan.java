// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.Parameter;

/**
 * The values of the template's parameters. A value that is neither given nor kept is the template's default.
 *
 * @param given the new values
 * @param kept what the stack has and keeps
 * @param before what the stack has; empty for a new stack
 */
public record ParameterPlan(Map<String, String> given, Map<String, String> kept, Map<String, String> before) {
    /** Copies the maps. */
    public ParameterPlan {
        given = new LinkedHashMap<>(given);
        kept = Map.copyOf(kept);
        before = Map.copyOf(before);
    }

    /**
     * A plan.
     *
     * @param declared the template's parameters
     * @param given the new values
     * @param dropped what gets the template's default unless it is given
     * @param before what the stack has
     */
    static ParameterPlan of(
            List<String> declared, Map<String, String> given, Set<String> dropped, Map<String, String> before) {
        Map<String, String> kept = new LinkedHashMap<>(before);
        kept.keySet().retainAll(declared);
        kept.keySet().removeAll(dropped);
        kept.keySet().removeAll(given.keySet());
        return new ParameterPlan(given, kept, before);
    }

    /** All values, except for the template's defaults. */
    public Map<String, String> values() {
        Map<String, String> all = new LinkedHashMap<>(kept);
        all.putAll(given);
        return all;
    }

    /** What changes, by name. An empty value is the template's default or an empty text. */
    public Map<String, String> changed() {
        Map<String, String> changed = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (!value.equals(before.getOrDefault(name, ""))) {
                changed.put(name, value);
            }
        });
        before.forEach((name, value) -> {
            if (!values().containsKey(name) && TargetsPlan.REPLACED.contains(name) && !value.isEmpty()) {
                changed.put(name, "");
            }
        });
        return changed;
    }

    /** As CloudFormation takes them. */
    public List<Parameter> request() {
        List<Parameter> all = new ArrayList<>();
        kept.keySet()
                .forEach(name -> all.add(Parameter.builder()
                        .parameterKey(name)
                        .usePreviousValue(true)
                        .build()));
        given.forEach((name, value) -> all.add(Parameter.builder()
                .parameterKey(name)
                .parameterValue(Objects.requireNonNull(value))
                .build()));
        return all;
    }
}
