// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAws.RefusedException;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import dev.stoker.local.time.VirtualTimeline;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateRefusalsTest {
    private final EmbeddedAws aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
            .on(new VirtualTimeline(0))
            .in(ModelledRuntimes.kind(InitModel.fixed(0), UserModel.SAMPLE, 1)));

    private DeployedStack deploy(String template) {
        return aws.deploy("s", template, null, Map.of());
    }

    private static void isValidationError(AwsError error) {
        assertThat(error.code()).isEqualTo("ValidationError");
    }

    @Test
    void all_problems_are_reported_at_once_and_nothing_is_made() {
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> deploy("""
                        Hooks: {}
                        Parameters:
                          P: {Type: 'List<Number>', MinLength: 3}
                        Conditions:
                          C: !Contains [a, b]
                        Resources:
                          Table: {Type: 'AWS::DynamoDB::Table'}
                          Group:
                            Type: AWS::Logs::LogGroup
                            DeletionPolicy: Snapshot
                            DependsOn: Nothing
                            Condition: Unknown
                            Properties:
                              KmsKeyId: !ImportValue key
                              LogGroupName: !Sub '${Nobody}-${Group.Colour}'
                        """));

        assertThat(refused).cause().isInstanceOfSatisfying(AwsError.class, TemplateRefusalsTest::isValidationError);
        assertThat(requireNonNull(refused.getMessage()).lines())
                .containsExactlyInAnyOrder(
                        "Template error: template: the embedded AWS covers AWSTemplateFormatVersion, Conditions,"
                                + " Description, Mappings, Metadata, Outputs, Parameters, Resources, Rules, Transform,"
                                + " got Hooks. Leave it out, or deploy to AWS.",
                        "Parameters.P.Type: the embedded AWS covers AWS::SSM::Parameter::Value<String>, CommaDelimitedList, Number, String, got"
                                + " List<Number>. Leave it out, or deploy to AWS.",
                        "Parameters.P: the embedded AWS covers AllowedPattern, AllowedValues,"
                                + " ConstraintDescription, Default, Description, Type, got MinLength."
                                + " Leave it out, or deploy to AWS.",
                        "Conditions.C: the embedded AWS covers Condition, Fn::And, Fn::Equals, Fn::Not, Fn::Or, got"
                                + " Fn::Contains. Leave it out, or deploy to AWS.",
                        "Resources.Table.Type: the embedded AWS covers AWS::CDK::Metadata, AWS::CloudFormation::Stack, AWS::CloudWatch::Alarm,"
                                + " AWS::CloudWatch::Dashboard, AWS::IAM::ManagedPolicy, AWS::IAM::Policy, AWS::IAM::Role, AWS::Lambda::Alias, AWS::Lambda::Function, AWS::Lambda::LayerVersion, AWS::Lambda::Permission, AWS::Lambda::Version, AWS::Logs::LogGroup,"
                                + " AWS::Logs::LogStream, AWS::Logs::MetricFilter, AWS::Logs::QueryDefinition, AWS::S3::Bucket, AWS::S3::BucketPolicy, AWS::SQS::Queue, AWS::SSM::Parameter,"
                                + " AWS::Scheduler::Schedule, AWS::Serverless::Function,"
                                + " AWS::Serverless::LayerVersion, AWS::Serverless::StateMachine, got AWS::DynamoDB::Table."
                                + " Leave it out, or deploy to AWS.",
                        "Resources.Group.DeletionPolicy: the embedded AWS covers Delete, Retain, RetainExceptOnCreate, got Snapshot. Leave it out, or"
                                + " deploy to AWS.",
                        "Resources.Group.Properties.KmsKeyId: the embedded AWS covers Fn::FindInMap, Fn::GetAtt, Fn::If, Fn::Join,"
                                + " Fn::Select, Fn::Split, Fn::Sub, Ref, got Fn::ImportValue. Leave it out, or deploy to"
                                + " AWS.",
                        "Resources.Group.Properties.LogGroupName: Ref must name a parameter or a resource, got Nobody."
                                + " Declare it, or correct the name.",
                        "Resources.Group.Properties.LogGroupName: the embedded AWS covers Arn, got Colour of Group. Leave"
                                + " it out, or deploy to AWS.",
                        "Resources.Group.Properties: the embedded AWS covers LogGroupName, RetentionInDays, got KmsKeyId."
                                + " Leave it out, or deploy to AWS.",
                        "Resources.Group.DependsOn: must name a resource, got Nothing. Declare it, or correct the name.",
                        "Resources.Group.Condition: must name a condition, got \"Unknown\". Declare it under Conditions,"
                                + " or correct the name.");
        assertThat(aws.account().stacks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {Resources: {A: {Type: AWS::SQS::Queue, Properties: {MessageRetentionPeriod: [1]}}}} | must be a text or a number
            {Resources: {A: {Type: AWS::SQS::Queue, Properties: {SqsManagedSseEnabled: }}}}      | must have a value, got null
            {Resources: {A: {Type: AWS::Serverless::Function}}}                                  | needs the transform
            {Transform: AWS::Include, Resources: {A: {Type: AWS::SQS::Queue}}}                   | Transform: the embedded AWS covers
            {Resources: {}}                                                                      | must have at least one resource
            {Resources: {A: {Type: AWS::Scheduler::Schedule, Properties: {State: on}}}}          | is a boolean to CloudFormation
            [a]                                                                                  | must be a mapping of sections
            """)
    void a_template_that_cannot_be_is_refused(String template, String message) {
        assertThatThrownBy(() -> deploy(template))
                .hasMessageContaining(message)
                .cause()
                .isInstanceOfSatisfying(AwsError.class, TemplateRefusalsTest::isValidationError);
    }

    @Test
    void properties_that_must_be_there_are_asked_for() {
        assertThatThrownBy(() -> deploy("""
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          F: {Type: 'AWS::Serverless::Function', Properties: {Handler: a.B}}
                        """))
                .hasMessageContaining("Resources.F.Properties.CodeUri: must be there")
                .hasMessageContaining("Resources.F.Properties.Role: must be there")
                .hasMessageContaining("Resources.F.Properties.Runtime: must be there");
    }

    @Test
    void circles_are_refused() {
        assertThatThrownBy(() -> deploy("""
                        Resources:
                          A: {Type: 'AWS::SQS::Queue', DependsOn: B}
                          B: {Type: 'AWS::SQS::Queue', DependsOn: A}
                        """)).hasMessageContaining("Circular dependency between resources: [A, B]");
    }

    @Test
    void a_local_file_that_is_not_there_fails_its_resource_with_the_remedy() {
        assertThatThrownBy(() -> deploy("""
                        Transform: AWS::Serverless-2016-10-31
                        Resources:
                          M:
                            Type: AWS::Serverless::StateMachine
                            Properties: {Type: EXPRESS, DefinitionUri: ../x.json, Role: r}
                        """))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("DefinitionUri: must be an S3 location such as s3://bucket/key, got ../x.json.");
        assertThat(aws.account().stacks()).containsExactly(Map.entry("s", "ROLLBACK_COMPLETE"));
    }
}
