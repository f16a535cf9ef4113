// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.states.jsonata.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the expressions that decide something, on the embedded AWS's JSONata. */
final class TablesTest {

    static final Path ROOT = Path.of(System.getProperty("stoker.root"));

    private static final DeployedExpressions EXPRESSIONS = expressions();
    static final Tables TABLES = tables();

    static List<Question> questions() {
        return TABLES.questions();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void an_expression_gives_what_its_table_says(Question question) {
        Outcome outcome = question.onEmbedded().outcome();

        assertThat(question.isMetBy(outcome))
                .as("must give %s, gave %s", question.expected(), outcome)
                .isTrue();
    }

    @Test
    void every_expression_that_decides_has_a_table() {
        Set<String> tested = questions().stream()
                .map(question -> EXPRESSIONS.at(question.place()))
                .collect(Collectors.toSet());
        Map<String, Place> deciding = new TreeMap<>();
        EXPRESSIONS.all().forEach((place, expression) -> {
            if (Deciding.decides(expression)) {
                deciding.putIfAbsent(expression, place);
            }
        });
        List<String> without = deciding.entrySet().stream()
                .filter(each -> !tested.contains(each.getKey()))
                .map(each -> each.getValue().toString())
                .sorted()
                .toList();

        System.out.println("tables: " + TABLES + " for " + tested.size() + " expressions, on the embedded AWS; "
                + deciding.size() + " of " + EXPRESSIONS.all().size()
                + " expressions decide something, without a table: " + (without.isEmpty() ? "none" : without));
        assertThat(without).isEmpty();
    }

    @Test
    void the_page_says_how_many_rows_there_are_and_names_those_that_differ_on_LocalStack() throws IOException {
        List<String> page = Files.readAllLines(ROOT.resolve("docs/local.md"));
        List<String> rows = questions().stream()
                .filter(question -> question.localStack() != null)
                .map(question -> "| `" + question.place().state() + "`: " + question.says() + " | "
                        + question.localStack().replaceFirst("^differs: ", "") + " |")
                .toList();

        assertThat(page).anyMatch(line -> line.contains(TABLES + "."));
        assertThat(page.stream()
                        .dropWhile(line -> !line.startsWith("| row | what differs there |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|")))
                .containsExactlyInAnyOrderElementsOf(rows);
    }

    private static DeployedExpressions expressions() {
        try {
            return DeployedExpressions.in(ROOT);
        } catch (IOException | Json.MalformedJson e) {
            throw new IllegalStateException(e);
        }
    }

    private static Tables tables() {
        try {
            return Tables.in(ROOT, EXPRESSIONS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
