// SPDX-License-Identifier: Apache-2.0
package dev.stoker.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsTest {
    private static final Path FOLDER = Path.of(System.getProperty("stoker.root"), "statemachine");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"keep-warm", "fan-out"})
    void the_json_that_is_deployed_says_what_the_yaml_says(String machine) throws IOException {
        Map<String, Object> source = DefinitionSource.read(FOLDER.resolve(machine + ".asl.yaml"));

        Object built = new ObjectMapper()
                .readValue(FOLDER.resolve("target/" + machine + ".asl.json").toFile(), Object.class);

        assertThat(built).isEqualTo(source);
        assertThat(Fields.states(source).keySet())
                .contains("Run sleep tasks")
                .noneMatch(state -> state.startsWith("Include"));
    }

    @Test
    void an_included_state_that_leads_nowhere_leads_to_the_next() throws IOException {
        write("part.yaml", "A: {Type: Pass, Next: B}\nB: {Type: Pass}\nC: {Type: Pass, End: true}\n");
        Path machine = write("m.asl.yaml", "States:\n  Include: {File: part.yaml, Next: D}\n  D: {Type: Succeed}\n");

        Map<String, Map<String, Object>> states = Fields.states(DefinitionSource.read(machine));

        assertThat(states.keySet()).containsExactly("A", "B", "C", "D");
        assertThat(states.get("A")).containsEntry("Next", "B");
        assertThat(states.get("B")).containsEntry("Next", "D");
        assertThat(states.get("C")).doesNotContainKey("Next");
    }

    @Test
    void a_machine_may_include_several_files() throws IOException {
        write("one.yaml", "A: {Type: Pass}\n");
        write("two.yaml", "B: {Type: Pass}\n");
        Path machine = write("m.asl.yaml", """
                States:
                  Include one: {File: one.yaml, Next: B}
                  Include two: {File: two.yaml, Next: C}
                  C: {Type: Succeed}
                """);

        Map<String, Map<String, Object>> states = Fields.states(DefinitionSource.read(machine));

        assertThat(states.keySet()).containsExactly("A", "B", "C");
        assertThat(states.get("A")).containsEntry("Next", "B");
        assertThat(states.get("B")).containsEntry("Next", "C");
    }

    @Test
    void the_input_takes_the_protocols_that_are_described() throws IOException {
        Map<String, Map<String, Object>> states =
                Fields.states(DefinitionSource.read(FOLDER.resolve("keep-warm.asl.yaml")));
        Map<String, Object> rules = Fields.mapping(assigned(states, "Note the start"), "targetRules");
        Map<String, Object> rule = Fields.list(rules, "fields").stream()
                .filter(field -> "protocol".equals(field.get("field")))
                .findFirst()
                .orElseThrow();
        Map<String, Object> described = Fields.mapping(assigned(states, "Describe protocols"), "protocols");

        assertThat(rule.get("oneOf")).isEqualTo(List.copyOf(described.keySet()));
        assertThat(String.valueOf(rule.get("rule"))).contains(described.keySet());
    }

    private static Map<String, Object> assigned(Map<String, Map<String, Object>> states, String state) {
        return Fields.mapping(states.getOrDefault(state, Map.of()), "Assign");
    }

    @Test
    void two_states_of_one_name_are_refused() throws IOException {
        write("part.yaml", "D: {Type: Pass}\n");
        Path machine = write("m.asl.yaml", "States:\n  D: {Type: Succeed}\n  Include: {File: part.yaml, Next: D}\n");

        assertThatThrownBy(() -> DefinitionSource.read(machine))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("m.asl.yaml: two states are named \"D\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"States: 5", "a: b", "States:\n  Include: {File: part.yaml}", "[]"})
    void a_source_that_is_not_whole_is_refused_with_its_name(String text) throws IOException {
        Path machine = write("m.asl.yaml", text);

        assertThatThrownBy(() -> DefinitionSource.read(machine))
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageStartingWith("m.asl.yaml: ");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
