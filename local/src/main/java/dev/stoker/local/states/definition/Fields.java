// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.states.definition.DefinitionReader.Problem;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object of a definition while it is read. Fields that are read count as known; all others are rejected. */
final class Fields {

    /** Source: Step Functions developer guide, "Transforming data with JSONata": the fields that JSONata replaces. */
    private static final Set<String> JSON_PATH = Set.of(
            "InputPath",
            "OutputPath",
            "ResultPath",
            "ResultSelector",
            "Parameters",
            "Result",
            "ItemsPath",
            "SecondsPath",
            "TimestampPath",
            "TimeoutSecondsPath",
            "HeartbeatSecondsPath",
            "MaxConcurrencyPath",
            "ErrorPath",
            "CausePath",
            "Variable",
            "Iterator");

    /** Fields that AWS supports and the embedded AWS does not. */
    private static final Set<String> NOT_EMBEDDED = Set.of(
            "Credentials",
            "ItemReader",
            "ItemBatcher",
            "ResultWriter",
            "Label",
            "ToleratedFailureCount",
            "ToleratedFailurePercentage");

    private final JsonObject object;
    private final String path;
    private final DefinitionProblems problems;
    private final Set<String> known = new HashSet<>();

    Fields(JsonObject object, String path, DefinitionProblems problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        known.add("Comment");
    }

    String path() {
        return path;
    }

    String pathOf(String name) {
        return path + "/" + name;
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /** The whole object. */
    JsonObject all() {
        return object;
    }

    Set<String> names() {
        return object.keySet();
    }

    /** The value of a field, or null if it is missing. */
    @Nullable
    Object value(String name) {
        known.add(name);
        return object.get(name);
    }

    /** The text in a field; empty if it is missing or not a text. */
    Optional<String> string(String name) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        problem(name, "The field '" + name + "' must be a string, but was '" + Json.typeName(value) + "'");
        return Optional.empty();
    }

    /** The text in a required field. Adds a problem and returns an empty text if there is none. */
    String requiredString(String name) {
        if (!has(name)) {
            missing(name);
        }
        return string(name).orElse("");
    }

    /** The object in a field; empty if it is missing or not an object. */
    Optional<Fields> object(String name) {
        Object value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof JsonObject inner) {
            return Optional.of(new Fields(inner, pathOf(name), problems));
        }
        problem(name, "The field '" + name + "' must be an object, but was '" + Json.typeName(value) + "'");
        return Optional.empty();
    }

    /** The object in a required field. Adds a problem and returns an empty object if there is none. */
    Fields requiredObject(String name) {
        if (!has(name)) {
            missing(name);
        }
        return object(name).orElseGet(() -> new Fields(JsonObject.EMPTY, pathOf(name), new DefinitionProblems()));
    }

    /** The objects in an array; empty if the field is missing. */
    List<Fields> objects(String name) {
        List<Fields> inner = new ArrayList<>();
        Object value = value(name);
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof JsonObject each) {
                    inner.add(new Fields(each, pathOf(name) + "[" + i + "]", problems));
                } else {
                    problem(name + "[" + i + "]", "Expected value of type Object");
                }
            }
        } else if (value != null) {
            problem(name, "The field '" + name + "' must be an array, but was '" + Json.typeName(value) + "'");
        }
        return inner;
    }

    /** The objects in a required array, which must have at least one. */
    List<Fields> requiredObjects(String name) {
        List<Fields> inner = objects(name);
        if (!has(name)) {
            missing(name);
        } else if (value(name) instanceof List<?> list && list.isEmpty()) {
            problem(name, "Value cannot be empty");
        }
        return inner;
    }

    void missing(String name) {
        problems.add(Problem.SCHEMA, "These fields are required: [" + name + "]", path.isEmpty() ? "/" : path);
    }

    /** Adds a problem of a field. */
    void problem(String name, String message) {
        problems.add(Problem.SCHEMA, message, pathOf(name));
    }

    /** Adds a problem for each field that was not read. */
    void finish() {
        for (String name : object.keySet()) {
            if (known.contains(name)) {
                continue;
            }
            if (JSON_PATH.contains(name)) {
                problem(name, "The JSONPath field '" + name + "' is not supported with QueryLanguage 'JSONata'");
            } else if (NOT_EMBEDDED.contains(name)) {
                problem(name, "The field '" + name + "' is not part of the embedded AWS here");
            } else {
                problem(name, "Field '" + name + "' is not supported");
            }
        }
    }
}
