// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template refuses at deployment: by its rules, by the patterns of its parameters, and by a parameter of Systems Manager. */
class RulesTest {
    private final EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
            .on(new VirtualTimeline(0))
            .in(ModelledRuntimes.kind(InitModel.fixed(0), UserModel.SAMPLE, 1)));

    private int stacks;

    private DeployedStack deploy(String template, Map<String, String> parameters) {
        return aws.deploy("s" + ++stacks, template, null, parameters);
    }

    private static String withRule(String rule) {
        return """
                Parameters:
                  Size: {Type: String, Default: small}
                  Key: {Type: String, Default: ''}
                Rules:
                  Big: %s
                Resources:
                  Queue: {Type: 'AWS::SQS::Queue'}
                """.formatted(rule);
    }

    @Test
    void a_rule_whose_condition_holds_refuses_with_its_own_sentence() {
        String template = withRule("""
                        {RuleCondition: !Equals [!Ref Size, big], Assertions: [
                            {Assert: !Not [!Equals [!Ref Key, '']], AssertDescription: A big one needs Key.}]}""");

        assertThat(deploy(template, Map.of()).physicalId("Queue")).isNotEmpty();
        assertThatThrownBy(() -> deploy(template.replace("Default: small", "Default: big"), Map.of()))
                .hasMessageContaining("Rules.Big: A big one needs Key.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !Contains [[small, medium], !Ref Size]                          | small | true
            !Contains [[small, medium], !Ref Size]                          | big   | false
            !And [!Equals [!Ref Key, ''], !Equals [!Ref Size, big]]         | big   | true
            !Or [!Not [!Equals [!Ref Key, '']], !Equals [!Ref Size, small]] | big   | false
            """)
    void a_rule_without_a_condition_always_asserts(String assertion, String size, boolean holds) {
        String template = withRule("{Assertions: [{Assert: %s, AssertDescription: No.}]}".formatted(assertion));

        if (holds) {
            assertThat(deploy(template, Map.of("Size", size)).physicalId("Queue"))
                    .isNotEmpty();
        } else {
            assertThatThrownBy(() -> deploy(template, Map.of("Size", size))).hasMessageContaining("Rules.Big: No.");
        }
    }

    @Test
    void a_rule_knows_parameters_alone_as_on_AWS() {
        assertThatThrownBy(() ->
                        deploy(withRule("{Assertions: [{Assert: !Equals [!Select [0, [a]], !Ref Queue]}]}"), Map.of()))
                .hasMessageContaining("Rules.Big.Assertions[0].Assert: must be a text, a list or Ref")
                .hasMessageContaining("Ref must name a parameter or a resource, got Queue");
        assertThatThrownBy(() -> deploy(withRule("{Assertions: [{Assert: {Condition: IsBig}}]}"), Map.of()))
                .hasMessageContaining("Fn::And, Fn::Contains, Fn::Equals, Fn::Not, Fn::Or, got Condition");
        assertThatThrownBy(() -> deploy(withRule("{Assert: x}"), Map.of()))
                .hasMessageContaining("Rules.Big.Assertions: must be there");
    }

    @Test
    void a_pattern_tells_its_own_sentence_and_a_list_is_held_to_it_part_by_part() {
        String template = """
                Parameters:
                  Zip: {Type: String, Default: '1', AllowedPattern: '[0-9]+', ConstraintDescription: must be digits}
                  Zips: {Type: CommaDelimitedList, Default: '1, 2', AllowedPattern: '[0-9]+'}
                Resources:
                  Queue: {Type: 'AWS::SQS::Queue'}
                """;

        assertThat(deploy(template, Map.of()).physicalId("Queue")).isNotEmpty();
        assertThatThrownBy(() -> deploy(template, Map.of("Zip", "a", "Zips", "1,b")))
                .hasMessageContaining("Parameters.Zip: must be digits, got a.")
                .hasMessageContaining("Parameters.Zips: must match [0-9]+, got b.");
        assertThatThrownBy(() -> deploy(template, Map.of("Zip", "1".repeat(4097))))
                .hasMessageContaining("Parameters.Zip: must have at most 4096 bytes");
    }

    @Test
    void a_mapping_is_looked_up_by_parameters() {
        String template = """
                Parameters:
                  Size: {Type: String, Default: small}
                Mappings:
                  Periods: {small: {Kept: 300}, big: {Kept: 3000}}
                Resources:
                  Queue:
                    Type: AWS::SQS::Queue
                    Properties: {MessageRetentionPeriod: !FindInMap [Periods, !Ref Size, Kept]}
                Outputs:
                  Kept: {Value: !FindInMap [Periods, !Ref Size, Kept]}
                """;

        assertThat(deploy(template, Map.of("Size", "big")).outputs()).containsEntry("Kept", "3000");
        assertThatThrownBy(() -> deploy(template.replace("[Periods,", "[Nights,"), Map.of()))
                .hasMessageContaining("Fn::FindInMap must name a mapping, got \"Nights\"");
        assertThatThrownBy(() -> deploy(template, Map.of("Size", "huge")))
                .hasMessageContaining("Unable to get mapping for Periods::huge::Kept");
    }

    @Test
    void a_parameter_of_systems_manager_must_match_its_pattern() {
        String template = """
                Parameters:
                  Value: {Type: String, Default: '12'}
                Resources:
                  Check:
                    Type: AWS::SSM::Parameter
                    Properties: {Type: String, Tier: Intelligent-Tiering, Value: !Ref Value, AllowedPattern: '^[0-9]+$'}
                Outputs:
                  Name: {Value: !Ref Check}
                  Value: {Value: !GetAtt Check.Value}
                """;
        Map<String, String> outputs = deploy(template, Map.of()).outputs();

        assertThat(outputs).containsEntry("Value", "12");
        assertThat(aws.call(() -> aws.account().parameter(requireNonNull(outputs.get("Name")))))
                .contains("12");
        assertThatThrownBy(() -> deploy(template, Map.of("Value", "a")))
                .hasMessageContaining("Check: Parameter value, cannot be validated against allowedPattern: ^[0-9]+$");
    }

    @Test
    void a_parameter_of_systems_manager_grows_with_its_tier_and_goes_with_its_stack() {
        String template = """
                Resources:
                  Check:
                    Type: AWS::SSM::Parameter
                    Properties: {Name: /a/b, Type: String, Tier: %s, Value: '%s'}
                """;
        deploy(template.formatted("Intelligent-Tiering", "v".repeat(8192)), Map.of())
                .delete();

        assertThat(aws.call(() -> aws.account().parameter("/a/b"))).isEmpty();
        assertThatThrownBy(() -> deploy(template.formatted("Standard", "v".repeat(4097)), Map.of()))
                .hasMessageContaining("maximum parameter value of 4096 characters");
        assertThatThrownBy(() -> aws.deploy("t", template.formatted("Advanced", "v".repeat(8193)), null, Map.of()))
                .hasMessageContaining("maximum parameter value of 8192 characters");
    }
}
