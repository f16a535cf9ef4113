// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateMachinesTest {

    private static final String KEEP_WARM = "statemachine/target/keep-warm.asl.json";
    private static final String FAN_OUT = "statemachine/target/fan-out.asl.json";

    /**
     * The built-in functions of JSONata 2.0 and those that AWS adds. A variable with such a name would hide the
     * function.
     */
    private static final Set<String> FUNCTIONS = Set.of(
            ("string length substring substringBefore substringAfter uppercase lowercase trim pad contains split join match"
                            + " replace eval base64encode base64decode encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl"
                            + " number abs floor ceil round power sqrt random formatNumber formatBase formatInteger parseInteger"
                            + " sum max min average boolean not exists count append sort reverse shuffle distinct zip keys lookup"
                            + " spread merge sift each error assert type now millis fromMillis toMillis map filter single reduce"
                            + " partition range hash uuid parse states")
                    .split(" "));

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
        Set<String> used = new TreeSet<>(Repository.all(Pattern.compile("\\$\\{(\\w+)}"), Repository.text(file)));
        JsonNode given = Template.resourceWithDefinition("../" + file).at("/Properties/DefinitionSubstitutions");
        assertThat(used).isNotEmpty().isEqualTo(new TreeSet<>(Template.names(given)));
    }

    @ParameterizedTest
    @ValueSource(strings = {KEEP_WARM, FAN_OUT})
    void no_expression_is_longer_than_a_reader_holds_in_the_head(String file) {
        assertThat(expressions(Repository.json(file)))
                .allSatisfy(expression -> assertThat(expression).hasSizeLessThanOrEqualTo(1200 - 4))
                .allSatisfy(expression -> assertThat(expression.lines().count()).isLessThanOrEqualTo(25));
    }

    /** A Catch never handles these errors, so a definition must not name them. */
    @ParameterizedTest
    @ValueSource(strings = {KEEP_WARM, FAN_OUT})
    void no_definition_speaks_of_errors_that_nothing_catches(String file) {
        assertThat(Repository.text(file)).doesNotContain("States.Runtime", "States.DataLimitExceeded");
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
