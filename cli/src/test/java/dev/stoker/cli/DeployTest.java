// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.output.Json;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.UserModel;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Stacks deployed and deleted by the command line on an embedded AWS over HTTP, whose environments are modelled. */
class DeployTest {
    private static final String PLACE = "arn:aws:lambda:us-east-1:000000000000:function:";

    private static EmbeddedAws aws;
    private static URI endpoint;
    private static AwsClients clients;

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @BeforeAll
    static void start() {
        aws = EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1)
                .withoutTicks()
                .in(ModelledRuntimes.kind(InitModel.fixed(1), UserModel.SAMPLE, 1)));
        aws.call(() -> aws.account().createFunction("orders", "a.B", Optional.empty(), Map.of()));
        aws.change(() -> aws.account().publish("orders", "live"));
        endpoint = aws.listen(0);
        clients = AwsClients.ofEmbedded(endpoint, "us-east-1");
    }

    @AfterAll
    static void stop() {
        aws.close();
    }

    private static Ran at(URI url, String command, String stack, String... options) {
        return stoker(
                Ran.and(options, command, "--stack-name=" + stack, "--region=us-east-1", "--endpoint-url=" + url));
    }

    private static Ran deploy(String stack, String... options) {
        return at(endpoint, "deploy", stack, Ran.and(options, "--yes", "--json"));
    }

    private static Ran undeploy(String stack) {
        return at(endpoint, "undeploy", stack, "--yes", "--json");
    }

    private static String parameter(String stack, String name) {
        try (CloudFormationClient cloudFormation = clients.cloudFormation()) {
            return cloudFormation.describeStacks(ask -> ask.stackName(stack)).stacks().get(0).parameters().stream()
                    .filter(parameter -> parameter.parameterKey().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .parameterValue();
        }
    }

    @Test
    void a_stack_is_deployed_updated_and_taken_away_with_its_memory_and_its_files() {
        JsonNode first = deploy("shop", "--function=orders:live", "--concurrency=3")
                .ends(0)
                .json();
        assertThat(first.path("status").asText()).isEqualTo("CREATE_COMPLETE");
        assertThat(first.at("/outputs/KeepWarmArn").asText()).contains(":stateMachine:");
        assertThat(parameter("shop", "TargetArns")).isEqualTo(PLACE + "orders");
        assertThat(parameter("shop", "Targets"))
                .isEqualTo("[{\"function\":\"" + PLACE + "orders:live\",\"concurrency\":3}]");

        assertThat(deploy("shop").ends(0).json().path("changed").asBoolean()).isFalse();

        JsonNode peak = deploy(
                        "shop",
                        "--function=orders:live",
                        "--concurrency=3",
                        "--peak=9",
                        "--peak-hours=9-17",
                        "--timezone=Asia/Seoul")
                .ends(0)
                .json();
        assertThat(peak.path("changes").findValuesAsText("resource")).contains("KeepWarmInPeak");
        assertThat(parameter("shop", "OffPeakSchedule")).isEqualTo("cron(0/4 0-8,17-23 ? * MON-FRI *)");

        JsonNode paused =
                deploy("shop", "--parameter=ScheduleState=DISABLED").ends(0).json();
        assertThat(paused.path("parameters").toString()).isEqualTo("{\"ScheduleState\":\"DISABLED\"}");
        assertThat(parameter("shop", "PeakTargets")).contains("\"concurrency\":9");

        JsonNode flat = deploy("shop", "--function=orders:live", "--concurrency=4")
                .ends(0)
                .json();
        assertThat(flat.path("parameters").path("PeakTargets").asText("absent")).isEmpty();
        assertThat(parameter("shop", "PeakSchedule")).isEqualTo("cron(0/4 8-18 ? * MON-FRI *)");

        try (SsmClient memory = clients.parameters();
                S3Client s3 = clients.s3()) {
            memory.putParameter(put -> put.name("/stoker/shop/000000000000/orders/live")
                    .value("{}")
                    .type(ParameterType.STRING));
            JsonNode removed = undeploy("shop").ends(0).json();
            assertThat(removed.path("stackDeleted").asBoolean()).isTrue();
            assertThat(removed.path("memoryDeleted").asInt()).isEqualTo(1);
            assertThat(removed.path("bucketDeleted").asBoolean()).isTrue();
            assertThat(memory.getParametersByPath(ask -> ask.path("/stoker").recursive(true))
                            .parameters())
                    .isEmpty();
            assertThat(s3.listBuckets().buckets()).isEmpty();
        }
        assertThat(undeploy("shop").ends(0).json().path("stackDeleted").asBoolean())
                .isFalse();
    }

    @Test
    void a_stack_that_has_failed_is_named_with_its_first_failure_and_its_remedy() {
        String[] wrong = {
            "--parameter=TargetArns=" + PLACE + "orders",
            "--parameter=Targets=[{\"function\":\"" + PLACE + "other\",\"concurrency\":1}]"
        };
        assertThat(deploy("broken", wrong).ends(1).err())
                .contains(
                        "ROLLBACK_COMPLETE",
                        "TargetsAreAmongTargetArns (AWS::SSM::Parameter)",
                        "stoker undeploy --stack-name broken");

        assertThat(deploy("broken").ends(1).err()).contains("ROLLBACK_COMPLETE", "stoker undeploy --stack-name broken");
        undeploy("broken").ends(0);
    }

    @Test
    void parameters_that_CloudFormation_rejects_are_invalid_input_and_leave_no_stack() {
        assertThat(deploy("rejected", "--parameter=Schedule=often").ends(2).errorCode())
                .isEqualTo("Stoker.InvalidInput");

        assertThat(undeploy("rejected").ends(0).json().path("stackDeleted").asBoolean())
                .isFalse();
    }

    @Test
    void a_stack_of_another_owner_is_left_as_it_is() {
        aws.deploy(
                "theirs",
                "{\"Resources\":{\"Queue\":{\"Type\":\"AWS::SQS::Queue\"}}}",
                Path.of(System.getProperty("stoker.root")),
                Map.of());

        assertThat(deploy("theirs").ends(1).errorCode()).isEqualTo("Stoker.NotAStokerStack");
        assertThat(undeploy("theirs").ends(1).errorCode()).isEqualTo("Stoker.NotAStokerStack");
    }

    @Test
    void a_nested_stack_is_left_to_its_parent_whose_deletion_leaves_only_the_memory() {
        try (S3Client s3 = clients.s3();
                CloudFormationClient cloudFormation = clients.cloudFormation()) {
            s3.createBucket(create -> create.bucket("nested"));
            s3.putObject(put -> put.bucket("nested").key("inner.yaml"), RequestBody.fromString("""
                            Parameters: {TargetArns: {Type: String}, Targets: {Type: String}}
                            Resources: {Queue: {Type: 'AWS::SQS::Queue'}}
                            """));
            aws.deploy("application", """
                            Resources:
                              Inner:
                                Type: AWS::CloudFormation::Stack
                                Properties:
                                  TemplateURL: https://nested.s3.amazonaws.com/inner.yaml
                                  Parameters: {TargetArns: a, Targets: t}
                            """, Path.of(System.getProperty("stoker.root")), Map.of());
            String nested = cloudFormation.describeStacks().stacks().stream()
                    .filter(stack -> stack.parentId() != null)
                    .map(stack -> stack.stackName())
                    .findFirst()
                    .orElseThrow();

            assertThat(undeploy("application").ends(1).errorCode()).isEqualTo("Stoker.NotAStokerStack");
            for (Ran refused : new Ran[] {deploy(nested), undeploy(nested)}) {
                assertThat(refused.ends(1).errorCode()).isEqualTo("Stoker.NestedStack");
                assertThat(refused.err()).contains("belongs to the stack application", "Change or delete it there");
            }

            cloudFormation.deleteStack(delete -> delete.stackName("application"));
            cloudFormation.waiter().waitUntilStackDeleteComplete(ask -> ask.stackName("application"));
            aws.change(() -> aws.account().putParameter("/stoker/" + nested + "/000000000000/orders/live", "{}"));
            assertThat(undeploy(nested).ends(0).json().path("memoryDeleted").asInt())
                    .isEqualTo(1);
            s3.deleteObject(delete -> delete.bucket("nested").key("inner.yaml"));
            s3.deleteBucket(delete -> delete.bucket("nested"));
        }
    }

    @Test
    void without_a_terminal_and_without_yes_nothing_is_asked_and_nothing_is_done() {
        for (String command : new String[] {"deploy", "undeploy"}) {
            at(endpoint, command, "silent").ends(2).printsFailure("--yes: is required without a terminal");
        }
        assertThat(undeploy("silent").ends(0).json().path("filesDeleted").asInt())
                .isZero();
    }

    @Test
    void who_answers_no_has_seen_the_changes_and_keeps_the_account_as_it_was() {
        Ran declined = Ran.answering(
                "n\n", "deploy", "--stack-name=asked", "--region=us-east-1", "--endpoint-url=" + endpoint);

        assertThat(declined.ends(1).err())
                .contains("Add     KeepWarm  AWS::StepFunctions::StateMachine", "Deploy? [y/N]", "was not changed");
        try (CloudFormationClient cloudFormation = clients.cloudFormation()) {
            assertThat(cloudFormation.describeStacks().stacks())
                    .extracting(stack -> stack.stackName())
                    .doesNotContain("asked");
        }
        assertThat(undeploy("asked").ends(0).json().path("filesDeleted").asInt())
                .as("the sample, two definitions and the template")
                .isEqualTo(4);
    }

    @Test
    void a_bucket_of_your_own_is_used_and_kept() {
        try (S3Client s3 = clients.s3()) {
            s3.createBucket(create -> create.bucket("mine"));
            deploy("own", "--s3-bucket=mine").ends(0);
            assertThat(s3.listObjectsV2(ask -> ask.bucket("mine")).contents())
                    .hasSize(4)
                    .allSatisfy(file -> assertThat(file.key()).startsWith("stoker/own/"));

            assertThat(undeploy("own").ends(0).json().path("filesDeleted").asInt())
                    .isEqualTo(4);
            assertThat(s3.listObjectsV2(ask -> ask.bucket("mine")).contents()).isEmpty();
            s3.deleteBucket(delete -> delete.bucket("mine"));
            assertThat(deploy("own", "--s3-bucket=mine").ends(2).err()).contains("--s3-bucket: must be a bucket");
        }
    }

    @Test
    void parameters_may_come_from_the_file_that_targets_writes(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("parameters.yaml"),
                "TargetArns: [" + PLACE + "orders]\nTargets: '[{\"function\":\"" + PLACE
                        + "orders:live\",\"concurrency\":7}]'\nTargets2: ''\nLogRetentionDays: 14\n");

        deploy("filed", "--parameters=" + file, "--parameter=LogRetentionDays=7")
                .ends(0);

        assertThat(parameter("filed", "Targets")).contains("\"concurrency\":7");
        assertThat(parameter("filed", "TargetArns")).isEqualTo(PLACE + "orders");
        assertThat(parameter("filed", "LogRetentionDays")).isEqualTo("7");
        undeploy("filed").ends(0);
        Path list = Files.writeString(folder.resolve("list.yaml"), "- a\n");
        assertThat(deploy("filed", "--parameters=" + list).ends(2).err()).contains("--parameters: must be a file");
    }

    @Test
    void all_problems_of_the_options_are_reported_at_once() {
        assertThat(deploy("wrong", "--parameter=Scheduel=x", "--peak=3", "--timezone=Mars/Base", "--peak-hours=9")
                        .ends(2)
                        .json()
                        .at("/error/problems"))
                .hasSize(4);
        assertThat(deploy("wrong", "--function=nobody", "--concurrency=1")
                        .ends(2)
                        .errorCode())
                .isEqualTo("Stoker.NoSuchFunction");
    }

    @Test
    void what_a_cycle_would_reject_is_not_deployed() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.addAll(List.of("--function=f" + i % 20, "--concurrency=500", "--peak=1"));
        }
        Ran tooMany = deploy("many", many.toArray(String[]::new)).ends(2);
        assertThat(tooMany.json().at("/error/problems"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "--function: must be given at most 20 times, got 21 times. Deploy the other functions as another"
                                + " stack, with --stack-name.",
                        "--function: must name each function once, got f0. Give it once, with the number of environments"
                                + " that it needs in all.",
                        "--concurrency: must be at most 10,000 environments in all, got 10500. Choose smaller numbers, or"
                                + " deploy some functions as another stack, with --stack-name.");
        assertThat(undeploy("many").ends(0).json().path("filesDeleted").asInt()).isZero();
    }

    @Test
    void twenty_functions_with_the_longest_names_share_several_parameters() throws Exception {
        String alias = "a".repeat(128);
        List<String> options = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "f".repeat(62) + (10 + i);
            aws.call(() -> aws.account().createFunction(name, "a.B", Optional.empty(), Map.of()));
            aws.change(() -> aws.account().publish(name, alias));
            options.addAll(List.of("--function=" + name + ":" + alias, "--concurrency=500", "--peak=500"));
        }

        deploy("long", options.toArray(String[]::new)).ends(0);

        for (String first : List.of("Targets", "PeakTargets")) {
            assertThat(Json.read(parameter("long", first)).size()
                            + Json.read(parameter("long", first + 2)).size())
                    .isEqualTo(20);
            assertThat(parameter("long", first)).hasSizeLessThanOrEqualTo(4_096);
        }
        undeploy("long").ends(0);
    }

    @Test
    void a_parameter_that_is_not_the_templates_is_named_with_its_file(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("parameters.yaml"), "Scheduel: rate(3 minutes)\n");

        assertThat(deploy("wrong", "--parameters=" + file).ends(2).err())
                .contains("--parameters " + file + ": must name a parameter of the template, got Scheduel.");
    }

    /** The account itself allows it or not: no policy of the stack can, since the stack comes later. */
    @Test
    void the_page_of_permissions_lists_each_action_that_deploy_and_undeploy_ask_for() throws Exception {
        try (RecordingProxy proxy = new RecordingProxy(endpoint)) {
            at(proxy.endpoint(), "deploy", "told", "--yes", "--function=orders", "--concurrency=1")
                    .ends(0);
            at(proxy.endpoint(), "deploy", "told", "--yes").ends(0);
            aws.change(() -> aws.account().putParameter("/stoker/told/000000000000/orders/LATEST", "{}"));
            at(proxy.endpoint(), "undeploy", "told", "--yes").ends(0);

            String page = Files.readString(Path.of(System.getProperty("stoker.root"), "docs", "permissions.md"));
            String line = page.lines()
                    .filter(text -> text.startsWith("`stoker deploy` and `stoker undeploy` call "))
                    .findFirst()
                    .orElseThrow();
            // CloudFormation reads the uploaded files with the same credentials.
            proxy.actions.add("s3:GetObject");
            assertThat(Pattern.compile("`([a-z0-9]+:[A-Za-z]+)`")
                            .matcher(line)
                            .results()
                            .map(found -> found.group(1))
                            .toList())
                    .containsExactlyInAnyOrderElementsOf(proxy.actions);
        }
    }
}
