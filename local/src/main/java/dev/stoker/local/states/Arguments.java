// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether the Arguments of a Task are what its service takes. */
final class Arguments {

    private Arguments() {}

    /** What is wrong with the names of an object's members, be they in a definition or in a call. */
    static List<String> problemsOfNames(Set<String> names, TaskService service) {
        List<String> problems = new ArrayList<>();
        if (!service.fields().isEmpty()) {
            for (String name : new TreeSet<>(names)) {
                if (!service.fields().containsKey(name)) {
                    problems.add("The field '" + name + "' is not supported here, where there are: "
                            + new TreeSet<>(service.fields().keySet()));
                }
            }
        }
        for (String name : new TreeSet<>(service.requiredFields())) {
            if (!names.contains(name)) {
                problems.add("The field '" + name + "' is required but was missing");
            }
        }
        return problems;
    }

    /** What is wrong with the arguments of a call; nothing if the service can take them. */
    static List<String> problems(Object arguments, TaskService service) {
        if (service.fields().isEmpty()) {
            return List.of();
        }
        if (!(arguments instanceof Map<?, ?> map)) {
            return List.of("Arguments must be an object, but was '" + Json.typeName(arguments) + "'");
        }
        Set<String> names = new TreeSet<>();
        map.keySet().forEach(name -> names.add((String) name));
        List<String> problems = problemsOfNames(names, service);
        service.fields().forEach((name, type) -> {
            Object value = map.get(name);
            if (value != null && !type.equals("any") && !Json.typeName(value).equals(type)) {
                problems.add("The field '" + name + "' must be a " + type + ", but was '" + Json.typeName(value) + "'");
            }
        });
        return problems;
    }
}
