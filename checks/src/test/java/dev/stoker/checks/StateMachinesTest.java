// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachinesTest {

    private static final String KEEP_WARM = "statemachine/keep-warm.asl.json";
    private static final String FAN_OUT = "statemachine/fan-out.asl.json";

    /** The built-in functions of JSONata 2.0 and those that AWS adds: a variable of such a name would hide one. */
    private static final Set<String> FUNCTIONS = Set.of(
            ("string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join match"
                            + " replace eval base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl"
                            + " number abs floor ceil round power sqrt random formatNumber formatBase formatInteger parseInteger"
                            + " sum max min average boolean not exists count append sort reverse shuffle distinct zip keys lookup"
                            + " spread merge sift each error assert type now millis fromMillis toMillis map filter single reduce"
                            + " partition range hash uuid parse states")
                    .split(" "));

    @Test
    void states_that_both_machines_have_are_the_same_word_for_word() {
        JsonNode keepWarm = Repository.json(KEEP_WARM).get("States");
        JsonNode fanOut = Repository.json(FAN_OUT).get("States");
        List<String> shared =
                List.of("Does one Map suffice?", "Run sleep tasks", "Count slots", "Run shards", "Join shards");
        for (String state : shared) {
            assertThat(comparable(keepWarm.get(state))).as(state).isEqualTo(comparable(fanOut.get(state)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEP_WARM, FAN_OUT})
    void every_expression_is_jsonata(String file) {
        List<String> expressions = expressions(Repository.json(file));
        assertThat(expressions).hasSizeGreaterThan(20);
        for (String expression : expressions) {
            assertThatCode(() -> Jsonata.jsonata(expression)).as(expression).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEP_WARM, FAN_OUT})
    void no_variable_hides_a_function(String file) {
        assertThat(variables(Repository.json(file))).hasSizeGreaterThan(5).doesNotContainAnyElementsOf(FUNCTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEP_WARM, FAN_OUT})
    void the_template_fills_in_exactly_what_the_definition_asks_for(String file) {
        Set<String> asked = new TreeSet<>(Repository.all(Pattern.compile("\\$\\{(\\w+)}"), Repository.text(file)));
        JsonNode given = Template.resourceWithDefinition("../" + file).at("/Properties/DefinitionSubstitutions");
        assertThat(asked).isNotEmpty().isEqualTo(new TreeSet<>(Template.names(given)));
    }

    /** A state without what may differ: where it leads, and which machine a shard is started on. */
    private static JsonNode comparable(JsonNode state) {
        ObjectNode copy = state.deepCopy();
        copy.remove("Next");
        JsonNode start = copy.at("/ItemProcessor/States/Start shard/Arguments");
        if (start instanceof ObjectNode arguments) {
            arguments.remove("StateMachineArn");
        }
        return copy;
    }

    private static List<String> expressions(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isTextual() && node.textValue().startsWith("{%")) {
            found.add(node.textValue().substring(2, node.textValue().length() - 2));
        }
        node.forEach(child -> found.addAll(expressions(child)));
        return found;
    }

    private static Set<String> variables(JsonNode definition) {
        Set<String> names = new TreeSet<>();
        for (JsonNode assign : definition.findValues("Assign")) {
            names.addAll(Template.names(assign));
        }
        for (String expression : expressions(definition)) {
            names.addAll(Repository.all(Pattern.compile("\\$(\\w+) :="), expression));
            for (String parameters : Repository.all(Pattern.compile("function\\(([^)]*)\\)"), expression)) {
                Arrays.stream(parameters.split(","))
                        .map(name -> name.replace("$", "").trim())
                        .forEach(names::add);
            }
        }
        return names;
    }
}
