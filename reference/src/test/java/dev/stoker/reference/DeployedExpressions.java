// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The expressions of the definitions that are deployed, as Maven has built them, by where they stand. */
final class DeployedExpressions {

    private static final Pattern DELIMITED = Pattern.compile("\\{%(.*)%}", Pattern.DOTALL);

    private static final String ITERATIONS = "ItemProcessor";

    private final Map<Place, String> byPlace = new LinkedHashMap<>();
    private final Map<String, JsonObject> states = new HashMap<>();

    private DeployedExpressions() {}

    static DeployedExpressions in(Path root) throws IOException, Json.MalformedJson {
        DeployedExpressions expressions = new DeployedExpressions();
        for (String machine : List.of("keep-warm", "fan-out")) {
            Path file = root.resolve("statemachine/target/" + machine + ".asl.json");
            expressions.addStates(machine, (JsonObject) Json.parse(Files.readString(file)));
        }
        return expressions;
    }

    private void addStates(String machine, JsonObject holder) {
        requireNonNull((JsonObject) holder.get("States"), "States").forEach((name, body) -> {
            JsonObject state = (JsonObject) body;
            states.put(machine + " / " + name, state);
            if (state.get(ITERATIONS) instanceof JsonObject iterations) {
                addStates(machine, iterations);
            }
            state.forEach((field, value) -> {
                if (!field.equals(ITERATIONS)) {
                    add(new Place(machine, name, field), value);
                }
            });
        });
    }

    private void add(Place place, Object value) {
        if (value instanceof String text && DELIMITED.matcher(text).matches()) {
            byPlace.put(place, text.substring(2, text.length() - 2));
        } else if (value instanceof JsonObject members) {
            members.forEach((name, member) -> add(within(place, "/" + name), member));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                add(within(place, "[" + i + "]"), items.get(i));
            }
        }
    }

    private static Place within(Place place, String part) {
        return new Place(place.machine(), place.state(), place.field() + part);
    }

    /** Each expression, without its delimiters. */
    Map<Place, String> all() {
        return byPlace;
    }

    /**
     * The expression that stands there.
     *
     * @throws IllegalArgumentException if none does
     */
    String at(Place place) {
        String expression = byPlace.get(place);
        if (expression == null) {
            throw new IllegalArgumentException(
                    "no expression stands at " + place + ". Correct the table, or remove it.");
        }
        return expression;
    }

    /** What a state assigns that is no expression and holds none, by the variables' names. */
    Map<String, Object> literals(String machine, String state) {
        Map<String, Object> literals = new LinkedHashMap<>();
        JsonObject body = requireNonNull(states.get(machine + " / " + state), state);
        JsonObject assigned = requireNonNull((JsonObject) body.get("Assign"), "Assign");
        assigned.forEach((name, value) -> {
            if (!Json.text(value).contains("{%")) {
                literals.put(name, value);
            }
        });
        return literals;
    }
}
