// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents agree with the deployed template. .ci/docs-commands runs their commands. */
class DocumentsTest {

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
    @ValueSource(strings = {"deploy", "operate", "permissions", "how-it-works"})
    void what_a_document_links_to_is_there(String document) {
        List<String> links = Repository.all(
                Pattern.compile("]\\(((?!https:)[^)#]+)[^)]*\\)"), Repository.text("docs/" + document + ".md"));
        assertThat(links)
                .allSatisfy(link ->
                        assertThat(Repository.path("docs").resolve(link)).exists());
    }
}
