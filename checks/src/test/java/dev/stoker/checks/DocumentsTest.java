// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents agree with the deployed template. .ci/docs-commands runs their commands. */
class DocumentsTest {
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("]\\(((?!\\w+:)[^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    @Test
    void deploy_lists_every_parameter_with_its_default() {
        String document = Repository.text("docs/deploy.md");
        JsonNode parameters = Template.ROOT.get("Parameters");
        for (String name : Template.names(parameters)) {
            String preset = parameters.get(name).get("Default").asText();
            assertThat(document)
                    .contains(preset.isEmpty() ? "| `" + name + "` | " : "| `" + name + "` | `" + preset + "` |");
        }
        assertThat(Repository.all(Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\|"), document))
                .containsAll(Template.names(parameters))
                .allSatisfy(name -> assertThat(parameters.has(name)).isTrue());
    }

    @Test
    void permissions_tells_each_role_with_each_action_that_it_may_do() {
        String[] lines = Repository.text("docs/permissions.md").split("\n");
        Deployment sample = Deployment.deploy(Map.of("TargetArns", "", "Tracing", "ENABLED"));
        sample.resources("AWS::IAM::Role").forEach((role, properties) -> {
            assertThat(sample.grantsOf(role)).isNotEmpty();
            for (Grant grant : sample.grantsOf(role)) {
                assertThat(lines)
                        .as("a line for %s: %s", role, grant)
                        .anyMatch(line -> line.startsWith("| ")
                                && line.contains("`" + role + "`")
                                && line.contains("`" + grant.action() + "`"));
            }
        });
        sample.resources("AWS::IAM::ManagedPolicy").forEach((policy, properties) -> {
            for (Grant grant : Grant.of(properties.get("PolicyDocument"))) {
                assertThat(lines)
                        .as("a line for %s: %s", policy, grant)
                        .anyMatch(line ->
                                line.startsWith("| `" + policy + "`") && line.contains("`" + grant.action() + "`"));
            }
        });
    }

    @Test
    void operate_tells_of_every_alarm_every_query_and_every_metric() {
        String document = Repository.text("docs/operate.md");
        Deployment shop = Deployment.deploy(Map.of());
        assertThat(shop.resources("AWS::CloudWatch::Alarm").keySet())
                .allSatisfy(alarm -> assertThat(document).contains("| `" + alarm + "` |"));
        assertThat(shop.resources("AWS::Logs::QueryDefinition").values())
                .allSatisfy(query -> assertThat(document)
                        .contains("| " + query.get("Name").textValue().replaceFirst("^shop/", "") + " |"));
        assertThat(Template.names(Repository.json("statemachine/target/keep-warm.asl.json")
                        .at("/States/Describe cycle/Assign/cycle")))
                .hasSizeGreaterThan(10)
                .allSatisfy(sum -> assertThat(document).contains("`" + sum + "`"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void what_a_document_links_to_is_there(String document) {
        String text = FENCED.matcher(Repository.text(document)).replaceAll("");
        for (String link : Repository.all(LINK, text)) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? Repository.path(document)
                    : Repository.path(document).resolveSibling(parts[0]).normalize();
            assertThat(target).as("%s links to %s", document, link).exists();
            if (parts.length == 2 && target.toString().endsWith(".md")) {
                assertThat(headings(target))
                        .as("%s links to %s", document, link)
                        .contains(parts[1]);
            }
        }
    }

    /** The links of the README of a release hold in its archive: .ci/release follows them. */
    static List<String> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.path(""))) {
            return files.map(file -> Repository.path("").relativize(file).toString())
                    .filter(file -> file.endsWith(".md") && !file.equals("distribution/README.md"))
                    .filter(file -> !file.matches("(?:.*/)?(?:target|node_modules|\\.git)/.*"))
                    .sorted()
                    .toList();
        }
    }

    /** As GitHub names them: in lower case, spaces as hyphens, without other signs; the second of a name ends with -1. */
    private static List<String> headings(Path document) {
        List<String> names = new ArrayList<>();
        String text = FENCED.matcher(Repository.text(document.toString())).replaceAll("");
        for (String heading : Repository.all(HEADING, text)) {
            String name = heading.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\w\\- ]", "")
                    .replace(' ', '-');
            int before = Collections.frequency(names, name);
            names.add(before == 0 ? name : name + "-" + before);
        }
        return names;
    }
}
