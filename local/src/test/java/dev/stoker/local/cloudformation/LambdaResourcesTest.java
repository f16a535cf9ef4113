// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.local.ServedAws;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.waiters.WaiterOverrideConfiguration;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.s3.S3Client;

/** Functions, versions, aliases and layers as the CDK writes them. */
class LambdaResourcesTest {
    /** The stack of an application; formatted with the memory, the version's name, and its policies. */
    private static final String TEMPLATE = """
            Parameters:
              BootstrapVersion: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /cdk-bootstrap/hnb659fds/version}
            Rules:
              CheckBootstrapVersion:
                Assertions:
                  - Assert: {'Fn::Not': [{'Fn::Contains': [['1', '2', '3', '4', '5'], !Ref BootstrapVersion]}]}
                    AssertDescription: CDK bootstrap stack version 6 required.
            Conditions:
              MetadataAvailable: !Or [!Equals [!Ref 'AWS::Region', us-east-1], !Equals [!Ref 'AWS::Region', eu-west-1]]
            Resources:
              Meta: {Type: 'AWS::CDK::Metadata', Condition: MetadataAvailable, Properties: {Analytics: v2}}
              Role:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument: {Version: '2012-10-17'}
                  ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']
              Layer:
                Type: AWS::Lambda::LayerVersion
                Properties: {Content: {S3Bucket: code, S3Key: any.zip}, LayerName: shared}
              F:
                Type: AWS::Lambda::Function
                DependsOn: Role
                Properties:
                  Code: {S3Bucket: code, S3Key: any.zip}
                  FunctionName: f
                  Handler: a.B::c
                  Layers: [!Ref Layer]
                  MemorySize: %d
                  Role: !GetAtt Role.Arn
                  Runtime: java17
                  Tags: [{Key: team, Value: shop}]
              %s:
                Type: AWS::Lambda::Version
                %s
                Properties: {FunctionName: !Ref F}
              Live:
                Type: AWS::Lambda::Alias
                Properties: {FunctionName: !Ref F, FunctionVersion: !GetAtt %2$s.Version, Name: live}
              MayCall:
                Type: AWS::Lambda::Permission
                Properties: {Action: lambda:InvokeFunction, FunctionName: !Ref Live, Principal: sns.amazonaws.com}
            Outputs:
              F: {Value: !GetAtt F.Arn}
              Version: {Value: !Ref %2$s}
              Live: {Value: !Ref Live}
            """;

    private final ServedAws aws = ServedAws.start();
    private final CloudFormationClient cloudFormation = aws.cloudFormation();
    private final LambdaClient lambda = aws.lambda();
    private final CloudFormationWaiter waiter = CloudFormationWaiter.builder()
            .client(cloudFormation)
            .overrideConfiguration(WaiterOverrideConfiguration.builder()
                    .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(Duration.ofMillis(5)))
                    .maxAttempts(Integer.MAX_VALUE)
                    .build())
            .build();

    @BeforeEach
    void bootstrap() {
        S3Client s3 = aws.s3();
        s3.createBucket(request -> request.bucket("code"));
        s3.putObject(
                request -> request.bucket("code").key("any.zip"),
                RequestBody.fromBytes(ServedAws.anyZip().asByteArray()));
        aws.ssm()
                .putParameter(request -> request.name("/cdk-bootstrap/hnb659fds/version")
                        .value("30")
                        .type("String"));
    }

    @AfterEach
    void close() {
        waiter.close();
        aws.close();
    }

    private static String template(int memory, String version, String policies) {
        return TEMPLATE.formatted(memory, version, policies);
    }

    private void create(String template) {
        cloudFormation.createStack(
                request -> request.stackName("s").templateBody(template).capabilities(Capability.CAPABILITY_IAM));
    }

    private void created(String template) {
        create(template);
        waiter.waitUntilStackCreateComplete(request -> request.stackName("s"));
    }

    private void update(String template) {
        cloudFormation.updateStack(
                request -> request.stackName("s").templateBody(template).capabilities(Capability.CAPABILITY_IAM));
    }

    private void updated(String template) {
        update(template);
        waiter.waitUntilStackUpdateComplete(request -> request.stackName("s"));
    }

    private void becomes(String status) {
        while (!cloudFormation
                .describeStacks(request -> request.stackName("s"))
                .stacks()
                .get(0)
                .stackStatusAsString()
                .equals(status)) {
            Thread.onSpinWait();
        }
    }

    private void deleted() {
        cloudFormation.deleteStack(request -> request.stackName("s"));
        waiter.waitUntilStackDeleteComplete(request -> request.stackName("s"));
    }

    private List<String> versions() {
        return lambda.listVersionsByFunction(request -> request.functionName("f")).versions().stream()
                .map(FunctionConfiguration::version)
                .toList();
    }

    private String live() {
        return lambda.getAlias(request -> request.functionName("f").name("live"))
                .functionVersion();
    }

    private List<String> statuses(String logicalId) {
        return cloudFormation.describeStackEvents(request -> request.stackName("s")).stackEvents().stream()
                .filter(event -> event.logicalResourceId().equals(logicalId))
                .map(StackEvent::resourceStatusAsString)
                .toList();
    }

    @Test
    void an_application_of_the_cdk_is_created_and_deleted() {
        created(template(512, "V1", ""));

        String arn = "arn:aws:lambda:us-east-1:000000000000:function:f";
        assertThat(cloudFormation
                        .describeStacks(request -> request.stackName("s"))
                        .stacks())
                .singleElement()
                .satisfies(stack -> {
                    assertThat(stack.outputs())
                            .extracting(Output::outputValue)
                            .containsExactly(arn, arn + ":1", arn + ":live");
                    assertThat(stack.parameters()).singleElement().satisfies(parameter -> {
                        assertThat(parameter.parameterValue()).isEqualTo("/cdk-bootstrap/hnb659fds/version");
                        assertThat(parameter.resolvedValue()).isEqualTo("30");
                    });
                });
        FunctionConfiguration function =
                lambda.getFunction(request -> request.functionName("f")).configuration();
        assertThat(function.memorySize()).isEqualTo(512);
        assertThat(function.layers())
                .extracting(Layer::arn)
                .containsExactly("arn:aws:lambda:us-east-1:000000000000:layer:shared:1");
        assertThat(lambda.listTags(request -> request.resource(arn)).tags()).isEqualTo(Map.of("team", "shop"));
        assertThat(lambda.listAliases(request -> request.functionName("f")).aliases())
                .extracting(AliasConfiguration::functionVersion)
                .containsExactly("1");
        deleted();
        assertThat(lambda.listFunctions().functions()).isEmpty();
        assertThat(lambda.listLayers(request -> {}).layers()).isEmpty();
    }

    @Test
    void an_update_publishes_the_next_version_moves_the_alias_and_deletes_the_former_version() {
        created(template(512, "V1", ""));

        updated(template(1024, "V2", ""));

        assertThat(live()).isEqualTo("2");
        assertThat(versions()).containsExactly("$LATEST", "2");
    }

    @Test
    void a_version_with_deletion_policy_retain_survives_the_update_that_removes_it() {
        created(template(512, "V1", "DeletionPolicy: Retain"));

        updated(template(1024, "V2", "DeletionPolicy: Retain"));

        assertThat(versions()).containsExactly("$LATEST", "1", "2");
        assertThat(statuses("V1").get(0)).isEqualTo("DELETE_SKIPPED");
    }

    @Test
    void a_version_without_anything_new_fails_and_the_alias_stays_where_it_is() {
        created(template(512, "V1", ""));

        update(template(512, "V2", ""));
        becomes("UPDATE_ROLLBACK_COMPLETE");

        assertThat(cloudFormation
                        .describeStackEvents(request -> request.stackName("s"))
                        .stackEvents())
                .extracting(StackEvent::resourceStatusReason)
                .contains(
                        "A version for this Lambda function exists ( 1 ). Modify the function to create a new version.");
        assertThat(live()).isEqualTo("1");
        assertThat(versions()).containsExactly("$LATEST", "1");
    }

    @Test
    void a_version_that_an_alias_uses_cannot_be_deleted_and_its_number_is_not_used_again() {
        created(template(512, "V1", ""));

        assertThatThrownBy(() -> lambda.deleteFunction(
                        request -> request.functionName("f").qualifier("1")))
                .isInstanceOf(ResourceConflictException.class)
                .hasMessageContaining("Unable to delete version because the following aliases reference it: [live]");
        lambda.deleteAlias(request -> request.functionName("f").name("live"));
        lambda.deleteFunction(request -> request.functionName("f").qualifier("1"));
        assertThat(lambda.publishVersion(request -> request.functionName("f")).version())
                .isEqualTo("2");
    }

    @Test
    void a_stored_parameter_that_is_not_there_or_breaks_a_rule_is_refused() {
        aws.ssm()
                .putParameter(request -> request.name("/cdk-bootstrap/hnb659fds/version")
                        .value("5")
                        .overwrite(true));
        assertThatThrownBy(() -> create(template(512, "V1", "")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("CDK bootstrap stack version 6 required.");

        aws.ssm().deleteParameter(request -> request.name("/cdk-bootstrap/hnb659fds/version"));

        assertThatThrownBy(() -> create(template(512, "V1", "")))
                .isInstanceOf(CloudFormationException.class)
                .hasMessageContaining("/cdk-bootstrap/hnb659fds/version");
    }

    @Test
    void what_is_retained_stays_after_a_rollback_unless_only_its_creation_is_rolled_back() {
        create("""
                Resources:
                  Kept: {Type: 'AWS::SSM::Parameter', DeletionPolicy: Retain, Properties: {Name: /kept, Type: String, Value: v}}
                  Gone: {Type: 'AWS::SSM::Parameter', DeletionPolicy: RetainExceptOnCreate, Properties: {Name: /gone, Type: String, Value: v}}
                  Ill:
                    Type: AWS::SSM::Parameter
                    DependsOn: [Kept, Gone]
                    Properties: {Type: String, Value: v, AllowedPattern: '[0-9]'}
                """);
        becomes("ROLLBACK_COMPLETE");

        assertThat(aws.ssm().getParametersByPath(request -> request.path("/")).parameters())
                .extracting(parameter -> parameter.name())
                .containsExactly("/kept");
    }

    @Test
    void a_resource_that_an_update_replaces_stays_with_update_replace_policy_retain() {
        String template = """
                Resources:
                  P: {Type: 'AWS::SSM::Parameter', UpdateReplacePolicy: Retain, Properties: {Name: %s, Type: String, Value: v}}
                """;
        created(template.formatted("/first"));

        updated(template.formatted("/second"));
        deleted();

        assertThat(aws.ssm().getParametersByPath(request -> request.path("/")).parameters())
                .extracting(parameter -> parameter.name())
                .containsExactly("/first");
    }

    @Test
    void images_snap_start_and_inline_code_are_refused_by_name() {
        assertThatThrownBy(() -> create("""
                        Resources:
                          F:
                            Type: AWS::Lambda::Function
                            Properties:
                              {Code: {ImageUri: x, ZipFile: y}, PackageType: Image, SnapStart: {ApplyOn: PublishedVersions}, Role: r, Handler: h, Runtime: java21}
                        """))
                .hasMessageContaining(
                        "Resources.F.Properties.Code: the embedded AWS covers S3Bucket, S3Key, got ImageUri.")
                .hasMessageContaining(
                        "Resources.F.Properties.Code: the embedded AWS covers S3Bucket, S3Key, got ZipFile.")
                .hasMessageContaining("Resources.F.Properties.PackageType: the embedded AWS covers Zip, got Image.")
                .hasMessageContaining("got SnapStart. Leave it out, or deploy to AWS.");
    }
}
