// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

    /**
     * The maximum names of state machines, roles and queues are shorter than those of stacks, so CloudFormation must
     * generate them.
     */
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
                                        "AWS::Logs::MetricFilter",
                                        "AWS::Logs::QueryDefinition",
                                        "AWS::IAM::Policy");
                        assertThat(written(property.getValue()).replace("${AWS::StackName}", longest))
                                .hasSizeLessThanOrEqualTo(mostCharacters.getOrDefault(property.getKey(), 0));
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
                .containsPattern(
                        "<version>" + application.get("SemanticVersion").textValue() + "(-SNAPSHOT)?</version>");
    }

    /** If a schedule ticks before the state machine has all its permissions, the first cycle fails. */
    @Test
    void every_schedule_comes_after_every_policy_of_the_roles() {
        List<String> policies = logicalIds("AWS::IAM::Policy");
        assertThat(policies).isNotEmpty();
        assertThat(logicalIds("AWS::Scheduler::Schedule"))
                .hasSize(3)
                .allSatisfy(schedule -> assertThat(
                                Deployment.texts(Template.ROOT.at("/Resources/" + schedule + "/DependsOn")))
                        .containsExactlyInAnyOrderElementsOf(policies));
    }

    /** A resource with a condition cannot be in DependsOn, because it may not exist. */
    @Test
    void nothing_waits_for_what_may_not_be_there() {
        for (JsonNode resource : Template.ROOT.get("Resources")) {
            assertThat(Deployment.texts(resource.path("DependsOn")))
                    .allSatisfy(id -> assertThat(
                                    Template.ROOT.at("/Resources/" + id).has("Condition"))
                            .as(id)
                            .isFalse());
        }
    }

    @Test
    void the_default_input_stands_in_one_place() {
        assertThat(Repository.text("infra/template.yaml").split("\\$\\{arn}", -1))
                .hasSize(2);
    }

    @Test
    void rules_speak_of_the_crons_that_are_the_defaults() {
        String rules = Template.ROOT.get("Rules").toString();
        List<String> defaults = List.of("PeakSchedule", "OffPeakSchedule", "OffDaysSchedule").stream()
                .map(name ->
                        Template.ROOT.at("/Parameters/" + name + "/Default").textValue())
                .toList();
        assertThat(Repository.all(Pattern.compile("\"(cron[^\"]+)\""), rules))
                .hasSize(7)
                .isSubsetOf(defaults)
                .containsAll(defaults);
    }

    private static List<String> logicalIds(String type) {
        JsonNode resources = Template.ROOT.get("Resources");
        return Template.names(resources).stream()
                .filter(id -> resources.get(id).get("Type").textValue().equals(type))
                .toList();
    }

    @Test
    void the_outputs_are_those_that_the_command_line_and_the_documents_name() {
        assertThat(Template.names(Template.ROOT.get("Outputs")))
                .contains("KeepWarmArn", "FanOutArn", "SampleFunctionArn");
    }
}
