// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureMapTest {

    private static final String MAP = Repository.text("ARCHITECTURE.md");

    @Test
    void the_map_has_one_line_for_each_module_in_the_order_of_the_root_pom() {
        List<String> onTheMap = Repository.all(Pattern.compile("(?m)^\\| `([a-z/-]+)/` \\|"), MAP).stream()
                .filter(folder -> Repository.path(folder + "/pom.xml").toFile().exists())
                .toList();
        assertThat(onTheMap).isEqualTo(Repository.modules());
    }

    @Test
    void the_map_has_one_line_for_each_package_and_none_for_a_package_that_is_gone() {
        List<String> onTheMap = Repository.all(Pattern.compile("(?m)^\\| `(dev\\.stoker[a-z0-9.]*)` \\|"), MAP);
        List<String> inTheSources = Repository.modules().stream()
                .flatMap(module -> Repository.packages(module).stream())
                .toList();
        assertThat(onTheMap).containsExactlyInAnyOrderElementsOf(inTheSources);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The life of one cycle", "The demo, class by class", "A fault, class by class"})
    void the_map_walks_the_demo_a_cycle_and_a_fault_in_ten_steps_each(String title) {
        assertThat(Repository.all(Pattern.compile("(?m)^(\\d+)\\. "), section(title)))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }

    @Test
    void the_types_on_the_map_are_there() {
        Set<String> types = Repository.modules().stream()
                .flatMap(module -> Repository.sources(module).stream())
                .map(Repository.Source::simpleName)
                .collect(Collectors.toSet());
        String walks = section("The demo, class by class") + section("A fault, class by class");
        List<String> named = Repository.all(Pattern.compile("`([A-Z][a-z]\\w+)(?:\\.[a-z]\\w+)?`"), walks);
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(types).containsAll(named);
        assertThat(types).containsAll(Repository.frontDoorOnTheMap());
    }

    @Test
    void the_states_on_the_map_are_in_the_built_definitions() {
        Set<String> states = new HashSet<>();
        for (String machine : List.of("keep-warm", "fan-out")) {
            Repository.json("statemachine/target/" + machine + ".asl.json")
                    .findValues("States")
                    .forEach(each -> addStates(each, states));
        }
        List<String> named =
                Repository.all(Pattern.compile("`([A-Z][a-z]+(?: [a-z]+)+\\??)`"), section("The life of one cycle"));
        assertThat(named).hasSizeGreaterThan(10);
        assertThat(states).containsAll(named);
    }

    /** The states of a graph, with those within its Maps. */
    private static void addStates(JsonNode graph, Set<String> names) {
        graph.properties().forEach(state -> {
            names.add(state.getKey());
            state.getValue().findValues("States").forEach(inner -> addStates(inner, names));
        });
    }

    private static String section(String title) {
        return MAP.substring(MAP.indexOf("## " + title)).split("\\n## ", 2)[0];
    }
}
