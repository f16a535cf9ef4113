// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntrinsicsTest {
    private final EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
            .on(new VirtualTimeline(0))
            .in(ModelledRuntimes.kind(InitModel.fixed(0), UserModel.SAMPLE, 1)));

    private Map<String, String> outputs(String outputs, Map<String, String> parameters) {
        String template = """
                Parameters:
                  Text: {Type: String, Default: x}
                  List: {Type: CommaDelimitedList, Default: 'a, b,c'}
                Conditions:
                  IsX: !Equals [!Ref Text, x]
                  IsNotX: !Not [!Condition IsX]
                  Both: !And [!Condition IsX, !Condition IsNotX]
                  Either: {'Fn::Or': [{Condition: IsX}, {Condition: IsNotX}]}
                Resources:
                  Queue: {Type: 'AWS::SQS::Queue'}
                  Absent: {Type: 'AWS::SQS::Queue', Condition: IsNotX}
                Outputs:
                """ + outputs.indent(2);
        return aws.deploy("stack", template, null, parameters).outputs();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            !Ref Text                                                     | x
            !Sub '${Text}-${!Text}-${AWS::Region}'                        | x-${Text}-us-east-1
            !Sub ['${a}${Text}', {a: !Ref AWS::AccountId}]                | 000000000000x
            !Join ['+', !Ref List]                                        | a+b+c
            !Select [1, !Ref List]                                        | b
            !Select [2, !Split [':', 'a:b:c']]                            | c
            !If [IsX, yes it is, !GetAtt Absent.Arn]                      | yes it is
            !If [Both, a, b]                                              | b
            {'Fn::If': [Either, a, b]}                                    | a
            {'Fn::Join': ['', [!Ref 'AWS::Partition', 1, true]]}          | aws1true
            !Join [',', !If [IsX, [!Ref 'AWS::NoValue', a], [b]]]         | a
            """)
    void an_intrinsic_function_gives_what_CloudFormation_gives(String expression, String value) {
        assertThat(outputs("Out: {Value: " + expression + "}", Map.of())).containsExactly(Map.entry("Out", value));
    }

    @Test
    void an_empty_list_is_a_list_of_one_empty_text() {
        assertThat(outputs("Out: {Value: !Join ['', [a, !Join ['', !Ref List]]]}", Map.of("List", "")))
                .containsEntry("Out", "a");
    }

    @Test
    void outputs_and_resources_go_by_their_conditions() {
        Map<String, String> outputs = outputs(
                "Here: {Condition: IsNotX, Value: !GetAtt Absent.QueueName}\nNot: {Condition: IsX, Value: n}",
                Map.of("Text", "y"));

        assertThat(outputs).containsOnlyKeys("Here");
        assertThat(outputs.get("Here")).matches("stack-Absent-[A-Za-z0-9]{12}");
    }
}
