// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The vectors are as their README says, so that a runner that a stranger writes from it meets no surprise. */
class VectorFilesTest {
    private static final List<JsonNode> VECTORS = new ArrayList<>();
    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        ObjectMapper strict = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        try (Stream<Path> files = Files.list(Repository.VECTORS)) {
            for (Path file : files.sorted().toList()) {
                strict.readTree(file.toFile()).forEach(VECTORS::add);
            }
        }
        readme = Files.readString(Repository.VECTORS.resolveSibling("README.md"));
    }

    @Test
    void every_name_is_unique() {
        assertThat(VECTORS).hasSizeGreaterThan(100);
        assertThat(VECTORS.stream().map(vector -> vector.get("name").textValue()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_vector_has_the_five_members() {
        assertThat(VECTORS)
                .allSatisfy(vector -> assertThat(names(vector))
                        .containsExactlyInAnyOrder("name", "startsAt", "processAgeMillis", "variables", "steps"));
    }

    @Test
    void the_readme_explains_every_member_of_every_step_and_no_other() {
        Set<String> used = VECTORS.stream()
                .flatMap(vector -> elements(vector.get("steps")))
                .flatMap(step -> names(step).stream())
                .collect(Collectors.toSet());
        Set<String> explained = Pattern.compile("(?m)^\\| ((?:`\\w+`(?:, )?)+) \\|")
                .matcher(readme)
                .results()
                .flatMap(row -> Stream.of(row.group(1).replace("`", "").split(", ")))
                .collect(Collectors.toSet());
        explained.removeAll(Set.of("name", "startsAt", "processAgeMillis", "variables", "steps"));
        assertThat(used).isEqualTo(explained);
    }

    @Test
    void every_invocation_says_whom_its_event_reaches_and_every_hold_how_long_it_is() {
        List<JsonNode> invocations = VECTORS.stream()
                .flatMap(vector -> elements(vector.get("steps")))
                .filter(step -> step.has("event") || step.has("eventBase64"))
                .toList();
        assertThat(invocations).allSatisfy(step -> {
            assertThat(step.path("reaches").asText()).isIn("stoker", "user");
            assertThat(step.has("sleeps"))
                    .isEqualTo(step.get("reaches").asText().equals("stoker"));
            assertThat(step.has("remainingMillis")).isTrue();
            assertThat(step.has("event")).isNotEqualTo(step.has("eventBase64"));
        });
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements.stream();
    }
}
