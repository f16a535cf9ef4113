// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Reads a state machine from YAML.
 *
 * <p>{@code Include: {File: F, Next: S}} among the states of a machine is replaced by the states of the file F. A state
 * of F with neither Next nor End gets S as its next state. If a machine includes several files, the
 * includes have names, such as {@code Include slots: {…}}.
 */
final class DefinitionSource {
    private static final String STATES = "States";
    private static final String INCLUDE = "Include";

    private final Path source;

    private DefinitionSource(Path source) {
        this.source = source;
    }

    /**
     * The definition of a source, with its included states.
     *
     * @throws InvalidDefinitionException if the file is not a YAML mapping with states, or if an include is incomplete
     */
    static Map<String, Object> read(Path source) throws IOException {
        return new DefinitionSource(source).definition();
    }

    private Map<String, Object> definition() throws IOException {
        Map<String, Object> definition = mapping(load(source), "the file");
        Map<String, Object> states = mapping(definition.get(STATES), STATES);
        definition.put(STATES, withIncluded(states));
        return definition;
    }

    private Map<String, Object> withIncluded(Map<String, Object> states) throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (Map.Entry<String, Object> state : states.entrySet()) {
            if (isInclude(state.getKey())) {
                included(mapping(state.getValue(), state.getKey())).forEach((name, body) -> add(whole, name, body));
            } else {
                add(whole, state.getKey(), state.getValue());
            }
        }
        return whole;
    }

    private static boolean isInclude(String name) {
        return name.equals(INCLUDE) || name.startsWith(INCLUDE + " ");
    }

    private void add(Map<String, Object> states, String name, Object body) {
        if (states.putIfAbsent(name, body) != null) {
            throw new InvalidDefinitionException(source, "two states are named \"" + name + "\". Rename one.");
        }
    }

    private Map<String, Object> included(Map<String, Object> include) throws IOException {
        if (!(include.get("File") instanceof String file) || !(include.get("Next") instanceof String next)) {
            throw new InvalidDefinitionException(
                    source,
                    "Include must have File and Next, got " + include + ". Name the file, and the state after it.");
        }
        Map<String, Object> states = mapping(load(source.resolveSibling(file)), file);
        states.forEach((name, body) -> leadOn(mapping(body, name), next));
        return states;
    }

    private static void leadOn(Map<String, Object> state, String next) {
        boolean leadsOn = state.containsKey("Next") || state.containsKey("End") || state.containsKey("Choices");
        if (!leadsOn) {
            state.put("Next", next);
        }
    }

    private static Object load(Path file) throws IOException {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.getFileName().toString())
                .setAllowDuplicateKeys(false)
                .build();
        return new Load(settings).loadFromString(Files.readString(file));
    }

    /** The keys of states and fields are texts, because they are written without a tag. A missing value is not a mapping. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> mapping(@Nullable Object value, String what) {
        if (!(value instanceof Map)) {
            throw new InvalidDefinitionException(source, what + " must be a mapping, got " + value + ".");
        }
        return (Map<String, Object>) value;
    }
}
