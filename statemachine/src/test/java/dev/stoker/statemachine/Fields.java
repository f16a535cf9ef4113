// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** What a state says, by the fields of the Amazon States Language. */
@SuppressWarnings("unchecked") // a definition's mappings have texts as keys, and its lists hold mappings
final class Fields {
    private Fields() {}

    static Map<String, Map<String, Object>> states(Map<String, Object> machine) {
        return (Map<String, Map<String, Object>>) requireNonNull(machine.get("States"), "States");
    }

    /** The states of a Map's iterations. */
    static Optional<Map<String, Map<String, Object>>> iterations(Map<String, Object> state) {
        return Optional.ofNullable((Map<String, Object>) state.get("ItemProcessor"))
                .map(Fields::states);
    }

    /** The variables that a state assigns, itself or where it chooses or catches. */
    static List<String> assigned(Map<String, Object> state) {
        TreeSet<String> names = new TreeSet<>(mapping(state, "Assign").keySet());
        list(state, "Choices")
                .forEach(rule -> names.addAll(mapping(rule, "Assign").keySet()));
        list(state, "Catch")
                .forEach(rule -> names.addAll(mapping(rule, "Assign").keySet()));
        return List.copyOf(names);
    }

    /** Where a state leads, each way by its label: a choice whose name asks a question and has one rule says yes and no. */
    static Map<String, String> ways(Map<String, Object> state) {
        Map<String, String> ways = new LinkedHashMap<>();
        List<Map<String, Object>> choices = list(state, "Choices");
        for (Map<String, Object> choice : choices) {
            ways.put(choices.size() == 1 ? "yes" : "rule " + (ways.size() + 1), (String) choice.get("Next"));
        }
        if (state.get("Default") instanceof String next) {
            ways.put(choices.size() == 1 ? "no" : "else", next);
        }
        if (state.get("Next") instanceof String next) {
            ways.put("", next);
        }
        for (Map<String, Object> rule : list(state, "Catch")) {
            if (!Objects.equals(rule.get("Next"), state.get("Next"))) {
                ways.put("error", (String) rule.get("Next"));
            }
        }
        return ways;
    }

    /** Every text in a state, its iterations' states left out. */
    static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        if (value instanceof String text) {
            texts.add(text);
        } else if (value instanceof List<?> items) {
            items.forEach(item -> texts.addAll(texts(item)));
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, field) -> texts.addAll("ItemProcessor".equals(name) ? List.of() : texts(field)));
        }
        return texts;
    }

    /** A field that is a mapping; an empty one where the field is not there. */
    static Map<String, Object> mapping(Map<String, Object> fields, String name) {
        return (Map<String, Object>) fields.getOrDefault(name, Map.of());
    }

    /** A field that is a list of mappings; an empty one where the field is not there. */
    static List<Map<String, Object>> list(Map<String, Object> fields, String name) {
        return (List<Map<String, Object>>) fields.getOrDefault(name, List.of());
    }
}
