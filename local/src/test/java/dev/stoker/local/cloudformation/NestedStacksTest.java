// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.s3.S3Client;

/** A stack as a resource of another one, with its template in a bucket. */
class NestedStacksTest {
    private static final String INNER = """
            Parameters:
              Days: {Type: Number}
              Name: {Type: String}
            Resources:
              Group:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: !Ref Name, RetentionInDays: !Ref Days}
            Outputs:
              Arn: {Value: !GetAtt Group.Arn}
            """;

    private static final String OUTER = """
            Parameters:
              Days: {Type: Number, Default: 7}
            Resources:
              Inner:
                Type: AWS::CloudFormation::Stack
                Properties:
                  TemplateURL: !Sub 'https://s3.${AWS::Region}.${AWS::URLSuffix}/templates/inner.yaml'
                  Parameters: {Days: !Ref Days, Name: /inner}
                  Tags: [{Key: team, Value: shop}]
              Last:
                Type: AWS::SSM::Parameter
                Properties: {Name: /last, Type: String, Value: !GetAtt Inner.Outputs.%s, AllowedPattern: '%s'}
            Outputs:
              Arn: {Value: !GetAtt Inner.Outputs.Arn}
            """;

    private final ServedAws aws = ServedAws.start();
    private final CloudFormationClient cloudFormation = aws.cloudFormation();
    private final CloudWatchLogsClient logs = aws.logs();
    private final CloudFormationWaiter waiter = CloudFormationWaiter.builder()
            .client(cloudFormation)
            .overrideConfiguration(WaiterOverrideConfiguration.builder()
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5)))
                    .maxAttempts(Integer.MAX_VALUE)
                    .build())
            .build();

    @BeforeEach
    void upload() {
        aws.s3().createBucket(request -> request.bucket("templates"));
        upload(INNER);
    }

    @AfterEach
    void close() {
        waiter.close();
        aws.close();
    }

    private void upload(String template) {
        S3Client s3 = aws.s3();
        s3.putObject(request -> request.bucket("templates").key("inner.yaml"), RequestBody.fromString(template));
    }

    private void create(String template, Consumer<CreateStackRequest.Builder> more) {
        cloudFormation.createStack(
                request -> request.stackName("outer").templateBody(template).applyMutation(more));
    }

    private void isCreated() {
        waiter.waitUntilStackCreateComplete(request -> request.stackName("outer"));
    }

    /** Waits for an end that the waiters of CloudFormation's client know only as a failure. */
    private void becomes(String status) {
        while (!stack("outer").stackStatusAsString().equals(status)) {
            Thread.onSpinWait();
        }
    }

    private Stack stack(String nameOrId) {
        return cloudFormation
                .describeStacks(request -> request.stackName(nameOrId))
                .stacks()
                .get(0);
    }

    private String innerId() {
        return cloudFormation
                .describeStackResource(request -> request.stackName("outer").logicalResourceId("Inner"))
                .stackResourceDetail()
                .physicalResourceId();
    }

    private List<String> innerIds() {
        return cloudFormation.listStacks(request -> {}).stackSummaries().stream()
                .filter(stack -> stack.parentId() != null)
                .map(stack -> stack.stackId())
                .toList();
    }

    private List<LogGroup> groups() {
        return logs.describeLogGroups(request -> {}).logGroups();
    }

    private static String outer(String attribute, String allowed) {
        return OUTER.formatted(attribute, allowed);
    }

    @Test
    void a_nested_stack_has_parameters_outputs_a_parent_and_its_own_name() {
        create(outer("Arn", ".*"), request -> {});
        isCreated();

        Stack outer = stack("outer");
        Stack inner = stack(innerId());
        assertThat(inner.stackName()).startsWith("outer-Inner-");
        assertThat(List.of(inner.parentId(), inner.rootId())).containsOnly(outer.stackId());
        assertThat(outer.parentId()).isNull();
        assertThat(inner.stackStatusAsString()).isEqualTo("CREATE_COMPLETE");
        assertThat(inner.tags())
                .singleElement()
                .satisfies(tag -> assertThat(tag.value()).isEqualTo("shop"));
        assertThat(groups()).singleElement().satisfies(group -> {
            assertThat(group.logGroupName()).isEqualTo("/inner");
            assertThat(group.retentionInDays()).isEqualTo(7);
        });
        assertThat(outer.outputs())
                .extracting(Output::outputValue)
                .containsExactly(inner.outputs().get(0).outputValue());
    }

    @Test
    void it_is_updated_and_deleted_with_its_parent() {
        create(outer("Arn", ".*"), request -> {});
        isCreated();
        String inner = innerId();

        cloudFormation.updateStack(request -> request.stackName("outer")
                .usePreviousTemplate(true)
                .parameters(Parameter.builder()
                        .parameterKey("Days")
                        .parameterValue("14")
                        .build()));
        waiter.waitUntilStackUpdateComplete(request -> request.stackName("outer"));

        assertThat(innerId()).isEqualTo(inner);
        assertThat(stack(inner).stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(groups()).extracting(LogGroup::retentionInDays).containsExactly(14);
        String outer = stack("outer").stackId();
        cloudFormation.deleteStack(request -> request.stackName("outer"));
        waiter.waitUntilStackDeleteComplete(request -> request.stackName(outer));
        assertThat(stack(inner).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThat(groups()).isEmpty();
    }

    @Test
    void an_update_that_fails_later_takes_the_nested_stack_back() {
        create(outer("Arn", ".*"), request -> {});
        isCreated();

        cloudFormation.updateStack(request -> request.stackName("outer")
                .templateBody(outer("Arn", "[0-9]"))
                .parameters(Parameter.builder()
                        .parameterKey("Days")
                        .parameterValue("14")
                        .build()));
        becomes("UPDATE_ROLLBACK_COMPLETE");

        assertThat(groups()).extracting(LogGroup::retentionInDays).containsExactly(7);
        assertThat(stack(innerId()).parameters())
                .extracting(Parameter::parameterValue)
                .containsExactly("7", "/inner");
    }

    @Test
    void a_nested_stack_that_fails_takes_its_parent_back_and_tells_why() {
        logs.createLogGroup(request -> request.logGroupName("/inner"));

        create(outer("Arn", ".*"), request -> {});
        becomes("ROLLBACK_COMPLETE");

        assertThat(cloudFormation
                        .describeStackEvents(request -> request.stackName("outer"))
                        .stackEvents())
                .filteredOn(event -> event.resourceStatusAsString().equals("CREATE_FAILED"))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.logicalResourceId()).isEqualTo("Inner");
                    assertThat(event.physicalResourceId()).isEqualTo(innerIds().get(0));
                    assertThat(event.resourceStatusReason())
                            .startsWith("Embedded stack " + innerIds().get(0) + " was not successfully created: ")
                            .contains("AWS::Logs::LogGroup Group: ", "already exists");
                });
        assertThat(stack(innerIds().get(0)).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThat(groups()).hasSize(1);
    }

    @Test
    void without_a_rollback_the_failed_nested_stack_stays_until_its_parent_is_deleted() {
        upload(INNER.replace("Resources:", "Resources:\n  First: {Type: 'AWS::SQS::Queue'}"));
        logs.createLogGroup(request -> request.logGroupName("/inner"));

        create(outer("Arn", ".*"), request -> request.disableRollback(true));
        becomes("CREATE_FAILED");

        String inner = innerId();
        assertThat(stack(inner).stackStatusAsString()).isEqualTo("CREATE_FAILED");
        assertThat(aws.sqs().listQueues().queueUrls()).hasSize(1);
        String outer = stack("outer").stackId();
        cloudFormation.deleteStack(request -> request.stackName("outer"));
        waiter.waitUntilStackDeleteComplete(request -> request.stackName(outer));
        assertThat(stack(inner).stackStatusAsString()).isEqualTo("DELETE_COMPLETE");
        assertThat(aws.sqs().listQueues().queueUrls()).isEmpty();
    }

    @Test
    void an_output_that_is_not_there_fails_the_resource_that_asks_for_it() {
        create(outer("Colour", ".*"), request -> {});
        becomes("ROLLBACK_COMPLETE");

        assertThat(cloudFormation
                        .describeStackEvents(request -> request.stackName("outer"))
                        .stackEvents())
                .filteredOn(event -> event.resourceStatusAsString().equals("CREATE_FAILED"))
                .extracting(StackEvent::resourceStatusReason)
                .singleElement()
                .asString()
                .contains("resource Inner does not support attribute type Outputs.Colour");
    }

    @Test
    void what_a_nested_template_has_that_is_not_covered_is_refused_before_anything_is_created() {
        upload("Resources: {Table: {Type: 'AWS::DynamoDB::Table'}}");

        assertThatThrownBy(() -> create(outer("Arn", ".*"), request -> {}))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("Resources.Inner.Properties.TemplateURL: ")
                .hasMessageContaining("Resources.Table.Type: the embedded AWS covers ")
                .hasMessageContaining("got AWS::DynamoDB::Table. Leave it out, or deploy to AWS.");
        assertThat(cloudFormation.listStacks(request -> {}).stackSummaries()).isEmpty();
    }

    @Test
    void its_roles_and_its_transform_need_the_capabilities_of_its_parent() {
        upload("""
                Transform: AWS::Serverless-2016-10-31
                Parameters: {Days: {Type: Number}, Name: {Type: String}}
                Resources: {R: {Type: 'AWS::IAM::Role', Properties: {AssumeRolePolicyDocument: {}}}}
                Outputs: {Arn: {Value: !GetAtt R.Arn}}
                """);

        create(outer("Arn", ".*"), request -> request.capabilities(Capability.CAPABILITY_IAM));
        becomes("ROLLBACK_COMPLETE");

        assertThat(cloudFormation
                        .describeStackEvents(request -> request.stackName("outer"))
                        .stackEvents())
                .filteredOn(event -> event.resourceStatusAsString().equals("CREATE_FAILED"))
                .extracting(StackEvent::resourceStatusReason)
                .singleElement()
                .asString()
                .contains("Requires capabilities : [CAPABILITY_AUTO_EXPAND]");
    }
}
