// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.s3.S3Client;

class StacksOverHttpTest {
    private static final String TWO_GROUPS = """
            Parameters:
              Days: {Type: Number, Default: 7, AllowedValues: [7, 14]}
            Resources:
              Second:
                Type: AWS::Logs::LogGroup
                DependsOn: First
                Properties: {LogGroupName: /second, RetentionInDays: !Ref Days}
              First:
                Type: AWS::Logs::LogGroup
            Outputs:
              FirstArn: {Value: !GetAtt First.Arn, Description: of the first}
              Days: {Value: !Sub 'kept ${Days} days in ${AWS::StackName}'}
            """;

    private final ServedAws aws = ServedAws.start();
    private final CloudFormationClient cloudFormation = aws.cloudFormation();
    private final CloudFormationWaiter waiter = CloudFormationWaiter.builder()
            .client(cloudFormation)
            .overrideConfiguration(WaiterOverrideConfiguration.builder()
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5)))
                    .maxAttempts(Integer.MAX_VALUE)
                    .build())
            .build();

    @AfterEach
    void close() {
        waiter.close();
        aws.close();
    }

    private void create(String template) {
        cloudFormation.createStack(request -> request.stackName("s").templateBody(template));
    }

    @Test
    void a_stack_is_made_described_and_deleted() {
        create(TWO_GROUPS);
        waiter.waitUntilStackCreateComplete(request -> request.stackName("s"));

        assertThat(cloudFormation
                        .describeStacks(request -> request.stackName("s"))
                        .stacks())
                .singleElement()
                .satisfies(stack -> {
                    assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
                    assertThat(stack.stackId()).startsWith("arn:aws:cloudformation:us-east-1:000000000000:stack/s/");
                    assertThat(stack.outputs())
                            .extracting(Output::outputValue)
                            .last()
                            .isEqualTo("kept 7 days in s");
                    assertThat(stack.parameters())
                            .extracting(parameter -> parameter.parameterValue())
                            .containsExactly("7");
                });
        assertThat(cloudFormation
                        .listStackResources(request -> request.stackName("s"))
                        .stackResourceSummaries())
                .extracting(StackResourceSummary::logicalResourceId)
                .containsExactly("First", "Second");
        assertThat(cloudFormation
                        .describeStackResources(request -> request.stackName("s"))
                        .stackResources())
                .extracting(StackResource::physicalResourceId)
                .last()
                .isEqualTo("/second");
        assertThat(cloudFormation.getTemplate(request -> request.stackName("s")).templateBody())
                .isEqualTo(TWO_GROUPS);
        cloudFormation.deleteStack(request -> request.stackName("s"));
        waiter.waitUntilStackDeleteComplete(request -> request.stackName("s"));
        assertThat(aws.logs().describeLogGroups().logGroups()).isEmpty();
        assertThat(cloudFormation.listStacks().stackSummaries())
                .extracting(stack -> stack.stackStatusAsString())
                .containsExactly("DELETE_COMPLETE");
    }

    @Test
    void a_resource_that_cannot_be_made_takes_the_others_back_and_its_event_tells_why() {
        aws.logs().createLogGroup(request -> request.logGroupName("/second"));

        create(TWO_GROUPS);

        assertThatThrownBy(() -> waiter.waitUntilStackCreateComplete(request -> request.stackName("s")))
                .isInstanceOf(RuntimeException.class);
        List<StackEvent> events = cloudFormation
                .describeStackEvents(request -> request.stackName("s"))
                .stackEvents();
        assertThat(events.get(0).resourceStatusAsString()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(events)
                .filteredOn(event -> event.resourceStatusAsString().equals("CREATE_FAILED"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.logicalResourceId()).isEqualTo("Second");
                    assertThat(event.resourceStatusReason()).contains("already exists");
                });
        assertThat(aws.logs().describeLogGroups().logGroups())
                .extracting(group -> group.logGroupName())
                .containsExactly("/second");
    }

    @Test
    void a_resource_that_another_process_has_removed_does_not_keep_a_stack() {
        create(TWO_GROUPS);
        waiter.waitUntilStackCreateComplete(request -> request.stackName("s"));
        aws.logs().deleteLogGroup(request -> request.logGroupName("/second"));

        cloudFormation.deleteStack(request -> request.stackName("s"));

        waiter.waitUntilStackDeleteComplete(request -> request.stackName("s"));
    }

    @Test
    void a_change_set_creates_a_stack_from_a_template_in_a_bucket() {
        S3Client s3 = aws.s3();
        s3.createBucket(request -> request.bucket("templates"));
        s3.putObject(request -> request.bucket("templates").key("a/t.yaml"), RequestBody.fromString(TWO_GROUPS));

        cloudFormation.createChangeSet(request -> request.stackName("s")
                .changeSetName("c")
                .changeSetType(ChangeSetType.CREATE)
                .templateURL("https://s3.us-east-1.amazonaws.com/templates/a/t.yaml"));
        waiter.waitUntilChangeSetCreateComplete(
                request -> request.stackName("s").changeSetName("c"));
        assertThat(cloudFormation
                        .describeChangeSet(request -> request.stackName("s").changeSetName("c"))
                        .changes())
                .hasSize(2);
        cloudFormation.executeChangeSet(request -> request.stackName("s").changeSetName("c"));
        waiter.waitUntilStackCreateComplete(request -> request.stackName("s"));

        assertThat(aws.logs().describeLogGroups().logGroups()).hasSize(2);
    }

    /** The command of the CDK deletes the change set of its former deployment, which AWS has deleted after its execution. */
    @Test
    void a_change_set_that_is_not_there_is_deleted_already_if_its_stack_is_there() {
        create(TWO_GROUPS);

        cloudFormation.deleteChangeSet(request -> request.stackName("s").changeSetName("none"));
        assertThatThrownBy(() -> cloudFormation.deleteChangeSet(
                        request -> request.stackName("other").changeSetName("none")))
                .isInstanceOf(ChangeSetNotFoundException.class);
    }

    @Test
    void a_change_set_as_the_command_of_the_cdk_asks_for_it_is_made_and_an_import_is_refused() {
        cloudFormation.createChangeSet(request -> request.stackName("s")
                .changeSetName("c")
                .changeSetType(ChangeSetType.CREATE)
                .templateBody(TWO_GROUPS)
                .includeNestedStacks(true)
                .importExistingResources(false)
                .roleARN("arn:aws:iam::000000000000:role/cdk-hnb659fds-cfn-exec-role-000000000000-us-east-1"));

        assertThat(cloudFormation
                        .describeChangeSet(request ->
                                request.stackName("s").changeSetName("c").includePropertyValues(true))
                        .changes())
                .hasSize(2);
        assertThatThrownBy(() -> cloudFormation.createChangeSet(request -> request.stackName("t")
                        .changeSetName("c")
                        .changeSetType(ChangeSetType.CREATE)
                        .templateBody(TWO_GROUPS)
                        .importExistingResources(true)))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining(
                        "ImportExistingResources: the embedded AWS covers false, got true. Leave it out.");
    }

    @Test
    void a_stack_of_the_same_name_is_refused() {
        create(TWO_GROUPS);

        assertThatThrownBy(() -> create(TWO_GROUPS)).isInstanceOf(AlreadyExistsException.class);
    }

    @Test
    void a_stack_that_is_not_there_cannot_be_described_and_is_deleted_already() {
        assertThatThrownBy(() -> cloudFormation.describeStacks(request -> request.stackName("none")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Stack with id none does not exist");
        cloudFormation.deleteStack(request -> request.stackName("none"));
    }

    private static Parameter parameter(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    @Test
    void parameters_are_checked() {
        assertThatThrownBy(() -> cloudFormation.createStack(request ->
                        request.stackName("s").templateBody(TWO_GROUPS).parameters(parameter("Days", "8"))))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Parameters.Days: must be one of 7, 14, got 8.");
        assertThatThrownBy(() -> cloudFormation.createStack(request ->
                        request.stackName("s").templateBody(TWO_GROUPS).parameters(parameter("Weeks", "8"))))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Parameters: [Weeks] do not exist in the template");
    }

    @Test
    void roles_and_the_transform_need_their_capabilities() {
        String role = """
                {"Transform": "AWS::Serverless-2016-10-31",
                 "Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {}}}}}""";

        assertThatThrownBy(() -> create(role))
                .isInstanceOf(InsufficientCapabilitiesException.class)
                .hasMessageContaining("[CAPABILITY_AUTO_EXPAND, CAPABILITY_IAM]");
        cloudFormation.createStack(request -> request.stackName("s")
                .templateBody(role)
                .capabilities(Capability.CAPABILITY_NAMED_IAM, Capability.CAPABILITY_AUTO_EXPAND));
        waiter.waitUntilStackCreateComplete(request -> request.stackName("s"));
    }

    @Test
    void what_is_not_covered_is_refused_by_name() {
        assertThatThrownBy(() -> cloudFormation.cancelUpdateStack(request -> request.stackName("s")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("CancelUpdateStack");
        assertThatThrownBy(() -> cloudFormation.createStack(request ->
                        request.stackName("s").templateBody(TWO_GROUPS).timeoutInMinutes(1)))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("TimeoutInMinutes");
    }
}
