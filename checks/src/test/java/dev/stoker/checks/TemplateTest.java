// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void every_parameter_tells_what_it_is_and_has_a_default() {
        JsonNode parameters = Template.ROOT.get("Parameters");
        assertThat(Template.names(parameters)).contains("TargetArns", "Targets", "Schedule");
        for (String name : Template.names(parameters)) {
            assertThat(Template.names(parameters.get(name))).as(name).contains("Description", "Default");
        }
    }

    @Test
    void every_arn_is_written_for_any_partition() {
        List<String> fixed = new ArrayList<>();
        collect(Template.ROOT.get("Resources"), fixed);
        collect(Template.ROOT.get("Outputs"), fixed);
        assertThat(fixed)
                .filteredOn(text -> text.contains("arn:"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).startsWith("arn:${AWS::Partition}:"));
    }

    /** State machines, roles and queues have shorter names than stacks may have: CloudFormation cuts and makes them unique. */
    @Test
    void names_are_left_to_cloudformation_or_fit_for_the_longest_name_of_a_stack() {
        String longest = "s".repeat(128);
        Map<String, Integer> mostCharacters =
                Map.of("LogGroupName", 512, "LogStreamName", 512, "Name", 255, "PolicyName", 128);
        Template.ROOT
                .get("Resources")
                .forEach(resource -> resource.path("Properties").properties().forEach(property -> {
                    if (property.getKey().endsWith("Name") && !property.getKey().equals("MetricName")) {
                        assertThat(mostCharacters).as(resource.toString()).containsKey(property.getKey());
                        assertThat(resource.get("Type").textValue())
                                .isIn(
                                        "AWS::Logs::LogGroup",
                                        "AWS::Logs::LogStream",
                                        "AWS::Logs::QueryDefinition",
                                        "AWS::IAM::Policy");
                        assertThat(written(property.getValue()).replace("${AWS::StackName}", longest))
                                .hasSizeLessThanOrEqualTo(mostCharacters.get(property.getKey()));
                    }
                }));
    }

    private static String written(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.path("!Sub").asText();
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> collect(child, texts));
    }

    @Test
    void what_the_serverless_application_repository_asks_for_is_there() {
        JsonNode application = Template.ROOT.at("/Metadata/AWS::ServerlessRepo::Application");
        assertThat(Template.names(application))
                .contains(
                        "Name", "Description", "Author", "SpdxLicenseId", "LicenseUrl", "ReadmeUrl", "SemanticVersion");
        assertThat(Repository.path("infra")
                        .resolve(application.get("LicenseUrl").textValue()))
                .exists();
        assertThat(Repository.path("infra").resolve(application.get("ReadmeUrl").textValue()))
                .exists();
        assertThat(Repository.text("pom.xml"))
                .contains("<version>" + application.get("SemanticVersion").textValue() + "-SNAPSHOT</version>");
    }

    @Test
    void the_outputs_are_those_that_the_command_line_and_the_documents_name() {
        assertThat(Template.names(Template.ROOT.get("Outputs")))
                .contains("KeepWarmArn", "FanOutArn", "SampleFunctionArn");
    }
}
