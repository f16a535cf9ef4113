// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same tables on the reference implementation of JSONata, and how deep they nest there. */
final class TablesOnReferenceTest {

    @TempDir
    Path folder;

    @Test
    void the_reference_gives_what_the_tables_say_and_stays_within_bounds() throws IOException {
        NodeJsonata reference = NodeJsonata.in(TablesTest.ROOT);
        reference.whyNot().ifPresent(reason -> System.out.println("tables: skipped on the reference, since " + reason));
        Assumptions.assumeTrue(
                reference.whyNot().isEmpty(), () -> reference.whyNot().orElseThrow());
        List<Question> questions = TablesTest.questions();
        Path questionsFile = folder.resolve("questions.jsonl");
        Files.writeString(
                questionsFile,
                questions.stream().map(TablesOnReferenceTest::line).collect(Collectors.joining("\n", "", "\n")));
        Path answers = folder.resolve("answers.jsonl");

        reference.evaluate(questionsFile, answers);

        Comparison comparison = Comparison.compare(questionsFile, answers, questions.size(), 0);
        System.out.println("tables: " + TablesTest.TABLES + ", on the reference: " + comparison);
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.outOfBounds()).isEmpty();
    }

    private static String line(Question question) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", question.place().toString());
        line.put("expression", question.expression());
        line.put("bindings", question.bindings());
        line.put("now", question.now());
        Question.Evaluated evaluated = question.onEmbedded();
        line.put("embeddedDepth", evaluated.depth());
        Outcome embedded = evaluated.outcome();
        if (embedded.isError()) {
            line.put("embeddedError", embedded.error());
        } else if (embedded.value() != null) {
            line.put("embeddedValue", embedded.value());
        }
        return Json.text(JsonObject.of(line));
    }
}
