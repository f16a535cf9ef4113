// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.ParameterDeclaration;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A stack becomes another one, by AWS's client: UpdateStack, change sets, and what {@code sam deploy} asks for the second time. */
class StackUpdatesTest {
    private static final String TEMPLATE = """
            Description: of the %s
            Parameters:
              Days: {Type: Number, Default: 7, AllowedValues: [7, 14]}
              Name: {Type: String, Default: /kept}
            Resources:
              Kept:
                Type: AWS::Logs::LogGroup
                Properties: {LogGroupName: !Ref Name, RetentionInDays: !Ref Days}
              Same: {Type: 'AWS::Logs::LogGroup'}
              %s
            Outputs:
              Days: {Value: !Ref Days}
              Kept: {Value: !Ref Kept}
            """;
    private static final String FIRST = TEMPLATE.formatted(
            "first", "Old: {Type: 'AWS::SSM::Parameter', Properties: {Name: /old, Type: String, Value: v}}");
    private static final String SECOND = TEMPLATE.formatted(
            "second", "New: {Type: 'AWS::SSM::Parameter', Properties: {Name: /new, Type: String, Value: v}}");

    /** A value that does not match fails while resources are made, after others have changed. */
    private static final String BROKEN = TEMPLATE.formatted(
            "third",
            "New: {Type: 'AWS::SSM::Parameter', DependsOn: Kept, Properties: {Type: String, Value: v, AllowedPattern: '[0-9]'}}");

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

    @AfterEach
    void close() {
        waiter.close();
        logs.close();
        aws.close();
    }

    @Test
    void tags_of_a_function_are_added_replaced_and_removed_with_those_of_the_template() {
        try (S3Client s3 = aws.s3();
                LambdaClient lambda = aws.lambda()) {
            s3.createBucket(request -> request.bucket("code"));
            s3.putObject(
                    request -> request.bucket("code").key("any.zip"),
                    RequestBody.fromBytes(ServedAws.anyZip().asByteArray()));
            String template = """
                    Transform: AWS::Serverless-2016-10-31
                    Resources:
                      F:
                        Type: AWS::Serverless::Function
                        Properties:
                          {FunctionName: f, Handler: 'a.B::c', Runtime: java17, Role: r, CodeUri: {Bucket: code, Key: any.zip}, Tags: %s}
                    """;
            create(template.formatted("{stoker: 5, team: shop}"));
            String arn = lambda.getFunctionConfiguration(request -> request.functionName("f"))
                    .functionArn();
            lambda.tagResource(request -> request.resource(arn).tags(Map.of("own", "kept")));
            assertThat(lambda.listTags(request -> request.resource(arn)).tags())
                    .isEqualTo(Map.of("stoker", "5", "team", "shop", "own", "kept"));

            update(template.formatted("{stoker: 'live:20'}"));
            waiter.waitUntilStackUpdateComplete(request -> request.stackName("s"));

            assertThat(lambda.listTags(request -> request.resource(arn)).tags())
                    .isEqualTo(Map.of("stoker", "live:20", "own", "kept"));
        }
    }

    private void create(String template) {
        cloudFormation.createStack(request ->
                request.stackName("s").templateBody(template).capabilities(Capability.CAPABILITY_AUTO_EXPAND));
        waiter.waitUntilStackCreateComplete(request -> request.stackName("s"));
    }

    private void update(String template, Parameter... parameters) {
        cloudFormation.updateStack(request -> request.stackName("s")
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_AUTO_EXPAND)
                .parameters(parameters));
    }

    private static Parameter value(String key, String value) {
        return Parameter.builder().parameterKey(key).parameterValue(value).build();
    }

    private static Parameter previous(String key) {
        return Parameter.builder().parameterKey(key).usePreviousValue(true).build();
    }

    private Stack stack() {
        return cloudFormation
                .describeStacks(request -> request.stackName("s"))
                .stacks()
                .get(0);
    }

    private Map<String, String> physicalIds() {
        return cloudFormation.describeStackResources(request -> request.stackName("s")).stackResources().stream()
                .filter(resource -> resource.physicalResourceId() != null
                        && !resource.physicalResourceId().isEmpty())
                .collect(java.util.stream.Collectors.toMap(
                        StackResource::logicalResourceId, StackResource::physicalResourceId));
    }

    private List<String> groups() {
        return logs.describeLogGroups(request -> {}).logGroups().stream()
                .map(LogGroup::logGroupName)
                .toList();
    }

    private Integer retention(String group) {
        return logs.describeLogGroups(request -> request.logGroupNamePrefix(group))
                .logGroups()
                .get(0)
                .retentionInDays();
    }

    @Test
    void what_changed_is_changed_where_it_is_and_what_is_no_longer_wanted_goes() {
        create(FIRST);
        String same = physicalIds().get("Same");

        update(SECOND, value("Days", "14"));
        waiter.waitUntilStackUpdateComplete(request -> request.stackName("s"));

        assertThat(stack().stackStatusAsString()).isEqualTo("UPDATE_COMPLETE");
        assertThat(stack().lastUpdatedTime()).isNotNull();
        assertThat(stack().outputs()).extracting(output -> output.outputValue()).containsExactly("14", "/kept");
        assertThat(retention("/kept")).isEqualTo(14);
        assertThat(physicalIds())
                .containsEntry("Same", same)
                .containsEntry("New", "/new")
                .doesNotContainKey("Old");
        assertThat(aws.ssm().getParametersByPath(request -> request.path("/")).parameters())
                .extracting(parameter -> parameter.name())
                .containsExactly("/new");
        assertThat(cloudFormation
                        .describeStackEvents(request -> request.stackName("s"))
                        .stackEvents())
                .extracting(event -> event.logicalResourceId() + " " + event.resourceStatusAsString())
                .startsWith("s UPDATE_COMPLETE", "Old DELETE_COMPLETE")
                .contains("Kept UPDATE_IN_PROGRESS", "New CREATE_COMPLETE", "s UPDATE_COMPLETE_CLEANUP_IN_PROGRESS")
                .doesNotContain("Same UPDATE_COMPLETE");
    }

    @Test
    void what_cannot_be_changed_is_replaced_and_the_old_one_goes_last() {
        create(FIRST);

        update(FIRST, value("Name", "/other"));
        waiter.waitUntilStackUpdateComplete(request -> request.stackName("s"));

        assertThat(physicalIds()).containsEntry("Kept", "/other");
        assertThat(groups()).contains("/other").doesNotContain("/kept");
        assertThat(stack().outputs()).extracting(output -> output.outputValue()).contains("/other");
    }

    @Test
    void what_fails_is_taken_back() {
        create(FIRST);

        update(BROKEN, value("Days", "14"), value("Name", "/other"));
        waiter.waitUntilStackRollbackComplete(request -> request.stackName("s"));

        assertThat(stack().stackStatusAsString()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(groups()).contains("/kept").doesNotContain("/other");
        assertThat(retention("/kept")).isEqualTo(7);
        assertThat(physicalIds())
                .containsEntry("Kept", "/kept")
                .containsKey("Old")
                .doesNotContainKey("New");
        assertThat(stack().outputs()).extracting(output -> output.outputValue()).containsExactly("7", "/kept");
        assertThat(stack().description()).isEqualTo("of the first");
        cloudFormation.deleteStack(request -> request.stackName("s"));
        waiter.waitUntilStackDeleteComplete(request -> request.stackName("s"));
        assertThat(groups()).isEmpty();
    }

    @Test
    void an_update_that_changes_nothing_is_refused() {
        create(FIRST);

        assertThatThrownBy(() -> update(FIRST))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("No updates are to be performed.");
        assertThatThrownBy(() -> cloudFormation.updateStack(
                        request -> request.stackName("none").templateBody(FIRST)))
                .hasMessageContaining("Stack [none] does not exist");
    }

    @Test
    void a_change_set_of_type_update_tells_what_it_would_change_and_does_it() {
        create(FIRST);

        DescribeChangeSetResponse described = changeSet("one", SECOND, value("Days", "14"));
        assertThat(described.changes())
                .extracting(Change::resourceChange)
                .extracting(change -> change.actionAsString() + " " + change.logicalResourceId())
                .containsExactlyInAnyOrder("Modify Kept", "Add New", "Remove Old");
        assertThat(stack().stackStatusAsString()).isEqualTo("CREATE_COMPLETE");

        cloudFormation.executeChangeSet(request -> request.stackName("s").changeSetName("one"));
        waiter.waitUntilStackUpdateComplete(request -> request.stackName("s"));
        assertThat(physicalIds()).containsKey("New");
        assertThatThrownBy(() -> cloudFormation.executeChangeSet(
                        request -> request.stackName("s").changeSetName("one")))
                .hasMessageContaining("EXECUTE_COMPLETE");
    }

    @Test
    void a_change_set_without_changes_fails_in_the_words_that_deployers_look_for() {
        create(FIRST);

        DescribeChangeSetResponse described = changeSet("none", FIRST);

        assertThat(described.status()).isEqualTo(ChangeSetStatus.FAILED);
        assertThat(described.statusReason()).startsWith("The submitted information didn't contain changes.");
        cloudFormation.deleteChangeSet(request -> request.stackName("s").changeSetName("none"));
        assertThatThrownBy(() -> cloudFormation.describeChangeSet(
                        request -> request.stackName("s").changeSetName("none")))
                .hasMessageContaining("does not exist");
    }

    private DescribeChangeSetResponse changeSet(String name, String template, Parameter... parameters) {
        cloudFormation.createChangeSet(request -> request.stackName("s")
                .changeSetName(name)
                .changeSetType(ChangeSetType.UPDATE)
                .templateBody(template)
                .parameters(parameters));
        return cloudFormation.describeChangeSet(
                request -> request.stackName("s").changeSetName(name));
    }

    @Test
    void template_and_values_can_be_kept_and_tags_are_reported() {
        create(FIRST);
        update(FIRST, value("Days", "14"));
        waiter.waitUntilStackUpdateComplete(request -> request.stackName("s"));

        cloudFormation.updateStack(request -> request.stackName("s")
                .usePreviousTemplate(true)
                .parameters(previous("Days"), value("Name", "/other"))
                .tags(Tag.builder().key("team").value("shop").build()));
        waiter.waitUntilStackUpdateComplete(request -> request.stackName("s"));

        assertThat(stack().outputs()).extracting(output -> output.outputValue()).containsExactly("14", "/other");
        assertThat(stack().tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("team=shop");
        assertThatThrownBy(() -> update(FIRST, previous("Nights"))).hasMessageContaining("Nights");
    }

    @Test
    void a_summary_tells_parameters_and_capabilities_of_a_stack_or_a_template() {
        create(FIRST);

        assertThat(cloudFormation
                        .getTemplateSummary(request -> request.stackName("s"))
                        .parameters())
                .extracting(ParameterDeclaration::parameterKey)
                .containsExactly("Days", "Name");
        assertThat(cloudFormation
                        .getTemplateSummary(request -> request.templateBody(
                                "Resources: {P: {Type: 'AWS::IAM::ManagedPolicy', Properties: {PolicyDocument: {}}}}"))
                        .capabilities())
                .containsExactly(Capability.CAPABILITY_IAM);
    }

    @Test
    void one_resource_is_reported_by_its_name() {
        create(FIRST);

        assertThat(cloudFormation
                        .describeStackResource(request -> request.stackName("s").logicalResourceId("Kept"))
                        .stackResourceDetail()
                        .physicalResourceId())
                .isEqualTo("/kept");
        assertThatThrownBy(() -> cloudFormation.describeStackResource(
                        request -> request.stackName("s").logicalResourceId("None")))
                .hasMessageContaining("Resource None does not exist for stack s");
    }
}
