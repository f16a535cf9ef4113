// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static dev.stoker.contract.CycleAssert.assertThatCycle;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application as the CDK writes it: a function with a version and an alias, and Stoker as a nested stack. */
@AtAnEndpoint
final class ApplicationTest {
    private static final String TEMPLATE = """
            Resources:
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Version: '2012-10-17'
                    Statement: [{Effect: Allow, Action: 'sts:AssumeRole', Principal: {Service: lambda.amazonaws.com}}]
                  ManagedPolicyArns:
                    - !Join ['', ['arn:', !Ref AWS::Partition, ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']]
              Orders:
                Type: AWS::Lambda::Function
                DependsOn: Role
                Properties:
                  Code: {S3Bucket: '{bucket}', S3Key: functions.jar}
                  Environment: {Variables: {STOKER_HANDLER: 'dev.stoker.sample.SampleHandler::handleRequest', SAMPLE_START_MILLIS: '0'}}
                  Handler: dev.stoker.warmable.WarmableHandler::handleRequest
                  MemorySize: 512
                  Role: !GetAtt Role.Arn
                  Runtime: java17
                  Timeout: 30
              OrdersVersion: {Type: 'AWS::Lambda::Version', Properties: {FunctionName: !Ref Orders}}
              Live:
                Type: AWS::Lambda::Alias
                Properties: {FunctionName: !Ref Orders, FunctionVersion: !GetAtt OrdersVersion.Version, Name: live}
              Stoker:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: '{template}'
                  Parameters:
                    ScheduleState: DISABLED
                    TargetArns: !GetAtt Orders.Arn
                    Targets: !Join ['', ['[{"concurrency":3,"function":"', !Ref Live, '"}]']]
            Outputs:
              KeepWarmArn: {Value: !GetAtt Stoker.Outputs.KeepWarmArn}
              Function: {Value: !Ref Live}
              Nested: {Value: !Ref Stoker}
            """;

    private final Contract contract;

    ApplicationTest(Contract contract) {
        this.contract = contract;
    }

    @Test
    void its_alias_is_proven_warm_and_its_deletion_leaves_only_the_memory_which_undeploy_deletes() {
        String nested;
        try (Stack stack = contract.deployApplication("application", TEMPLATE)) {
            Map<String, String> outputs = stack.outputs();
            nested = requireNonNull(outputs.get("Nested")).replaceFirst("^.*:stack/([^/]+)/.*$", "$1");

            assertThat(nested).startsWith(contract.stackName() + "-application-Stoker-");
            String alias = requireNonNull(outputs.get("Function"));
            assertThatCycle(contract.keepWarmOf(outputs).run(Input.of(alias, 3).patient()))
                    .provesEnvironments(3);
        }

        CommandRun undeploy = contract.stoker("undeploy", "--stack-name", nested, "--yes");
        assertThat(undeploy.exit()).as("%s", undeploy).isZero();
        assertThat(undeploy.out().path("memoryDeleted").asInt()).isPositive();
        assertThat(contract.remainsOf(contract.stackName() + "-application")).isEmpty();
        assertThat(contract.remainsOf(nested)).isEmpty();
    }
}
