// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/local.md lists exactly the cases in which LocalStack or the embedded AWS's JSONata differ. */
class DifferencesTest {
    private static final String DIFFERS = "differs: ";
    private static final String SEEN = " (seen on 4.14.0)";

    /** Cases with functions that fail on purpose do not run on LocalStack, so they are not differences. */
    private static final String NOT_ASKED = "needs functions";

    @Test
    void the_page_has_the_rows_that_the_cases_give() throws IOException {
        TreeSet<String> rows = new TreeSet<>();
        try (DirectoryStream<Path> cases =
                Files.newDirectoryStream(Repository.path("local/src/test/resources/asl"), "*.json")) {
            for (Path file : cases) {
                JsonNode asl = new ObjectMapper().readTree(file.toFile());
                String localStack = asl.path("localstack").asText();
                if (localStack.startsWith(DIFFERS) && !localStack.startsWith(DIFFERS + NOT_ASKED)) {
                    rows.add(row(file, asl.path("says").asText(), localStack));
                }
            }
        }

        assertThat(rows).hasSizeGreaterThan(20);
        List<String> onThePage = Repository.text("docs/local.md")
                .lines()
                .dropWhile(line -> !line.startsWith("| case | on AWS, and embedded |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(onThePage).isEqualTo(List.copyOf(rows));
    }

    @Test
    void the_page_names_the_cases_of_the_references_suite_that_differ() {
        List<String> named = Repository.text("local/src/test/resources/jsonata-suite-differences.txt")
                .lines()
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();

        String section = Repository.text("docs/local.md")
                .lines()
                .dropWhile(line -> !line.equals("## Differences from the JSONata reference"))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .collect(Collectors.joining("\n"));
        assertThat(Repository.all(Pattern.compile("`([\\w-]+/[\\w#-]+)`"), section))
                .filteredOn(name -> !name.equals("test/test-suite"))
                .containsExactlyInAnyOrderElementsOf(named);
        assertThat(section).contains("these " + named.size() + " still differ");
    }

    private static String row(Path file, String says, String localStack) {
        String name = file.getFileName().toString().replace(".json", "");
        String there = localStack.substring(DIFFERS.length()).replace(SEEN, "");
        return "| `" + name + "` | " + cell(says) + " | " + cell(there) + " |";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
