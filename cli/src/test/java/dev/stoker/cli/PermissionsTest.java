// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import dev.stoker.cli.aws.RequiredPermission;
import dev.stoker.cli.check.ClassesZip;
import dev.stoker.cli.output.Json;
import dev.stoker.local.EmbeddedAws;
import dev.stoker.local.EmbeddedAws.DeployedStack;
import dev.stoker.local.EmbeddedAwsSettings;
import dev.stoker.local.lambda.runtime.Runtimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What each command asks AWS for, on the wire, and whether the policies that the stack brings along allow it, to the last ARN. */
class PermissionsTest {
    private static final String ORDERS = "arn:aws:lambda:us-east-1:000000000000:function:orders";
    private static final String LAYER = "arn:aws:lambda:us-east-1:111111111111:layer:other:1";
    private static final String CONFIGURATION = "GET /2015-03-31/functions/orders/configuration";
    private static final String BARE = "/functions/" + ORDERS.replace(":", "%3A");

    /** One slot of two was throttled and no more: every look at the reason for it. */
    private static final String THROTTLED = "{\"requested\":2,\"warm\":1,\"targets\":[{\"function\":\"orders:live\","
            + "\"requested\":2,\"warm\":1,\"unproven\":0,\"rounds\":1,\"coldStarts\":0,\"failed\":0,\"throttled\":1,"
            + "\"errors\":{\"Lambda.TooManyRequestsException\":1}}]}";

    private static EmbeddedAws embedded;
    private static DeployedStack stack;

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @TempDir
    private Path folder;

    @BeforeAll
    static void deploy() {
        embedded =
                EmbeddedAws.start(EmbeddedAwsSettings.withSeed(1).withoutTicks().in(Runtimes.Kind.IN_JVM));
        stack = embedded.deployTemplate(
                Path.of(System.getProperty("stoker.root")), "shop", Map.of("TargetArns", ORDERS));
    }

    @AfterAll
    static void close() {
        embedded.close();
    }

    @BeforeEach
    void an_account_with_everything_to_look_at() {
        surroundings.set("aws.region", "us-east-1");
        String keepWarm = machine("KeepWarm");
        aws.stack("CREATE_COMPLETE", keepWarm)
                .answers(
                        "DescribeStateMachine",
                        200,
                        "{\"name\":\"m\",\"type\":\"EXPRESS\",\"roleArn\":\"" + role("KeepWarmRole") + "\"}")
                .answers("GET /2015-03-31" + BARE, 200, "{\"Code\":{\"Location\":\"https://code.example/orders.zip\"}}")
                .answers(
                        "GET /2018-10-31/layers?find=LayerVersion&Arn=" + LAYER.replace(":", "%3A"),
                        200,
                        "{\"Content\":{\"Location\":\"https://code.example/layer.zip\"}}")
                .file(
                        "GET /orders.zip",
                        new ClassesZip()
                                .with("com.acme.App", "java.lang.Object")
                                .bytes())
                .file(
                        "GET /layer.zip",
                        new ClassesZip()
                                .with("com.acme.Other", "java.lang.Object")
                                .bytes())
                .answers("GET /2015-03-31" + BARE + "/aliases", 200, "{\"Aliases\":[]}")
                .answers("GET /2019-09-30/functions/orders/concurrency", 200, "{}")
                .answers("GET /2019-09-30" + BARE + "/concurrency", 200, "{}")
                .answers(
                        "GET /2016-08-19/account-settings",
                        200,
                        "{\"AccountLimit\":{\"ConcurrentExecutions\":1000,\"UnreservedConcurrentExecutions\":900}}");
        for (String qualifier : List.of("", "?Qualifier=live", "?Qualifier=3")) {
            aws.answers(CONFIGURATION + qualifier, 200, configuration());
        }
    }

    private static String configuration() {
        return "{\"FunctionName\":\"orders\",\"FunctionArn\":\"" + ORDERS
                + "\",\"Runtime\":\"java21\",\"Handler\":\"dev.stoker.warmable.WarmableHandler::handleRequest\",\"Environment\":{\"Variables\":{\"STOKER_HANDLER\":\"com.acme.App\"}},\"Timeout\":30,\"MemorySize\":512,"
                + "\"Version\":\"$LATEST\",\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\","
                + "\"Layers\":[{\"Arn\":\"" + LAYER + "\"}]}";
    }

    @Test
    void run_asks_for_what_StartByHand_allows() {
        aws.cycleFails("Stoker.Shortfall", THROTTLED);
        for (String function : List.of("orders", "orders:live", "orders:3")) {
            stoker(
                            "run",
                            "--stack=shop",
                            "--function=" + function,
                            "--concurrency=2",
                            "--endpoint-url=" + aws.endpoint())
                    .ends(3);
        }

        assertThat(requiredPermissions())
                .extracting(RequiredPermission::toString)
                .contains(
                        "RequiredPermission[action=lambda:GetFunctionConfiguration, resource=" + ORDERS + ":live]",
                        "RequiredPermission[action=lambda:GetFunctionConcurrency, resource=" + ORDERS + "]",
                        "RequiredPermission[action=lambda:GetAccountSettings, resource=*]");
        assertAllowedBy("StartByHand");
    }

    @Test
    void run_looks_at_an_alias_that_a_configuration_does_not_find() {
        aws.cycleSucceeds("{\"requested\":0,\"warm\":0,\"targets\":[]}")
                .answers(CONFIGURATION + "?Qualifier=live", 404, "{}")
                .answers("GET /2015-03-31/functions/orders/aliases/live", 200, "{\"FunctionVersion\":\"3\"}");
        stoker("run", "--stack=shop", "--function=orders:live", "--concurrency=2", "--endpoint-url=" + aws.endpoint());

        assertThat(requiredPermissions()).contains(new RequiredPermission("lambda:GetAlias", ORDERS + ":live"));
        assertAllowedBy("StartByHand");
    }

    @Test
    void calibrate_asks_for_what_StartByHand_allows() {
        aws.cycleFails("Stoker.Shortfall", THROTTLED);
        stoker(
                        "calibrate",
                        "orders:live",
                        "--stack=shop",
                        "--yes",
                        "--state=" + folder.resolve("state.json"),
                        "--endpoint-url=" + aws.endpoint())
                .ends(1);

        assertThat(requiredPermissions())
                .extracting(RequiredPermission::action)
                .contains(
                        "cloudformation:DescribeStacks",
                        "lambda:GetFunctionConfiguration",
                        "states:StartSyncExecution");
        assertAllowedBy("StartByHand");
    }

    @Test
    void promote_asks_for_what_PromoteAliases_allows() {
        String proven = "{\"requested\":2,\"warm\":2,\"targets\":[{\"function\":\"orders:8\",\"requested\":2,"
                + "\"warm\":2,\"rounds\":1}]}";
        String alias = "/2015-03-31/functions/orders/aliases/live";
        aws.cycleSucceeds(proven)
                .answers("GET " + alias, 200, "{\"FunctionVersion\":\"7\",\"RevisionId\":\"r1\"}")
                .answers("PUT " + alias, 200, "{\"FunctionVersion\":\"8\",\"RevisionId\":\"r2\"}")
                .answers("POST /2015-03-31/functions/orders/versions", 201, "{\"Version\":\"8\"}")
                .answers(CONFIGURATION + "?Qualifier=8", 200, configuration())
                .answers("POST /2015-03-31/functions/orders/invocations?Qualifier=live", 200, "{}")
                .answers(
                        "GetMetricStatistics",
                        200,
                        "<GetMetricStatisticsResponse><GetMetricStatisticsResult><Datapoints/>"
                                + "</GetMetricStatisticsResult></GetMetricStatisticsResponse>");

        stoker(
                        "promote",
                        "orders:live",
                        "--to=latest",
                        "--concurrency=1",
                        "--canary=10%,1s",
                        "--stack=shop",
                        "--endpoint-url=" + aws.endpoint())
                .ends(0);

        assertThat(requiredPermissions())
                .extracting(RequiredPermission::toString)
                .contains(
                        "RequiredPermission[action=lambda:UpdateAlias, resource=" + ORDERS + ":live]",
                        "RequiredPermission[action=lambda:InvokeFunction, resource=" + ORDERS + ":live]",
                        "RequiredPermission[action=lambda:PublishVersion, resource=" + ORDERS + "]",
                        "RequiredPermission[action=cloudwatch:GetMetricStatistics, resource=*]");
        assertAllowedBy("PromoteAliases");
    }

    @Test
    void check_asks_for_what_LookAtTargets_allows() {
        for (String function : List.of("orders", "orders:live", "orders:3")) {
            stoker("check", function, "--concurrency=2", "--stack=shop", "--endpoint-url=" + aws.endpoint());
        }

        assertThat(requiredPermissions())
                .extracting(RequiredPermission::action)
                .contains(
                        "cloudformation:DescribeStacks",
                        "cloudwatch:GetMetricStatistics",
                        "iam:SimulatePrincipalPolicy",
                        "lambda:GetAccountSettings",
                        "lambda:GetFunction",
                        "lambda:GetFunctionConcurrency",
                        "lambda:GetFunctionConfiguration",
                        "lambda:GetLayerVersion",
                        "lambda:ListAliases",
                        "lambda:ListProvisionedConcurrencyConfigs",
                        "states:DescribeStateMachine");
        assertAllowedBy("LookAtTargets");
    }

    /** The only command that looks at functions that no stack names yet: a person gets its policy, and no stack has it. */
    @Test
    void targets_asks_for_what_the_policy_in_the_documentation_allows() throws IOException {
        aws.answers("GET /2015-03-31/functions", 200, "{\"Functions\":[{\"FunctionArn\":\"" + ORDERS + "\"}]}")
                .answers(
                        "GET /2017-03-31/tags/" + ORDERS.replace(":", "%3A"),
                        200,
                        "{\"Tags\":{\"stoker\":\"live:2\"}}");

        for (String qualifier : List.of("", "?Qualifier=live")) {
            aws.answers("GET /2015-03-31" + BARE + "/configuration" + qualifier, 200, configuration());
        }

        stoker("targets", "--endpoint-url=" + aws.endpoint());
        aws.answers("GET /2017-03-31/tags/" + ORDERS.replace(":", "%3A"), 200, "{\"Tags\":{\"stoker\":\"2\"}}");
        stoker("targets", "--endpoint-url=" + aws.endpoint());

        String page = Files.readString(Path.of(System.getProperty("stoker.root"), "docs/permissions.md"));
        JsonNode policy =
                Json.read(page.replaceFirst("(?s).*?## Who may search for targets.*?```json\n(.*?)```.*", "$1"));
        assertThat(requiredPermissions())
                .allSatisfy(permission -> assertThat(allows(policy, permission))
                        .as("the policy allows %s", permission)
                        .isTrue());
        Set<String> allowed = new TreeSet<>();
        policy.get("Statement")
                .forEach(statement -> texts(statement.get("Action")).forEach(allowed::add));
        assertThat(requiredPermissions())
                .extracting(RequiredPermission::action)
                .as(
                        "and nothing that the command does not ask for, but GetAlias, which only LocalStack makes it ask for")
                .containsAll(allowed.stream()
                        .filter(action -> !action.equals("lambda:GetAlias"))
                        .toList());
    }

    @Test
    void report_asks_for_what_ReadCycles_allows() {
        aws.answers("FilterLogEvents", 200, "{\"events\":[]}");
        stoker("report", "--stack=shop", "--out=" + folder.resolve("p.html"), "--endpoint-url=" + aws.endpoint());

        assertThat(requiredPermissions()).isNotEmpty();
        assertAllowedBy("ReadCycles");
    }

    @Test
    void history_asks_for_what_ReadCycles_allows() {
        aws.answers(
                "FilterLogEvents",
                200,
                "{\"events\":[{\"logStreamName\":\"cycles\",\"message\":\"{\\\"targets\\\":[{\\\"function\\\":\\\"orders\\\",\\\"requested\\\":3,\\\"warm\\\":3}]}\"}]}");
        stoker("history", "--stack=shop", "--memory=512", "--endpoint-url=" + aws.endpoint())
                .ends(0);

        assertThat(requiredPermissions()).isNotEmpty();
        assertAllowedBy("ReadCycles");
    }

    @Test
    void advise_asks_for_what_ReadTraffic_allows() {
        aws.answers("FilterLogEvents", 200, "{\"events\":[]}")
                .answers("GetMetricData", 200, "<GetMetricDataResponse><GetMetricDataResult/></GetMetricDataResponse>");
        for (String function : List.of("orders", "orders:live")) {
            stoker(
                            "advise",
                            function,
                            "--stack=shop",
                            "--windows=2",
                            "--template=" + folder.resolve("w.yaml"),
                            "--endpoint-url=" + aws.endpoint())
                    .ends(1);
        }

        assertThat(requiredPermissions())
                .extracting(RequiredPermission::action)
                .contains(
                        "cloudwatch:GetMetricData",
                        "logs:FilterLogEvents",
                        "lambda:GetFunctionConfiguration",
                        "cloudformation:DescribeStacks");
        assertAllowedBy("ReadTraffic");
    }

    @Test
    void no_policy_allows_what_no_command_asks_for() {
        List<JsonNode> statements = new ArrayList<>();
        policies()
                .values()
                .forEach(policy -> policy.at("/PolicyDocument/Statement").forEach(statements::add));
        Set<String> allowed = new TreeSet<>();
        statements.forEach(statement -> texts(statement.get("Action")).forEach(allowed::add));

        assertThat(allowed)
                .containsExactly(
                        "cloudformation:DescribeStacks",
                        "cloudwatch:GetMetricData",
                        "cloudwatch:GetMetricStatistics",
                        "iam:SimulatePrincipalPolicy",
                        "lambda:GetAccountSettings",
                        "lambda:GetAlias",
                        "lambda:GetFunction",
                        "lambda:GetFunctionConcurrency",
                        "lambda:GetFunctionConfiguration",
                        "lambda:GetLayerVersion",
                        "lambda:InvokeFunction",
                        "lambda:ListAliases",
                        "lambda:ListProvisionedConcurrencyConfigs",
                        "lambda:PublishVersion",
                        "lambda:UpdateAlias",
                        "logs:FilterLogEvents",
                        "states:DescribeStateMachine",
                        "states:StartExecution",
                        "states:StartSyncExecution");
        assertThat(statements)
                .filteredOn(statement -> texts(statement.get("Resource")).contains("*"))
                .allSatisfy(statement -> assertThat(texts(statement.get("Action")))
                        .isSubsetOf(
                                "lambda:GetAccountSettings",
                                "cloudwatch:GetMetricStatistics",
                                "cloudwatch:GetMetricData"));
    }

    /** Requests name a function with or without alias or version. Since 2022 Lambda checks the ARN with the qualifier. */
    @Test
    void what_is_allowed_on_a_function_is_allowed_on_its_aliases_and_versions() {
        policies()
                .values()
                .forEach(policy -> policy.at("/PolicyDocument/Statement").forEach(statement -> {
                    List<String> resources = texts(statement.get("Resource"));
                    if (resources.contains(ORDERS)) {
                        assertThat(resources).contains(ORDERS + ":*");
                    }
                }));
    }

    @Test
    void commands_that_are_not_held_against_a_policy_ask_AWS_nothing() throws Exception {
        Path empty = Files.writeString(
                folder.resolve("cycle.json"), "{\"targets\":[{\"function\":\"f\",\"requested\":1,\"warm\":1}]}");
        stoker("estimate", "--concurrency=2").ends(0);
        stoker("completion").ends(0);
        stoker("advise", "--csv=" + empty, "--service-millis=1").ends(2);
        stoker("report", "--input=" + empty, "--out=" + folder.resolve("p.html"))
                .ends(0);

        assertThat(aws.requests()).isEmpty();
        assertThat(stoker("--help").ends(0).out())
                .as("each command is held against a policy above, or runs without AWS")
                .contains("run", "promote", "check", "report", "estimate", "completion", "demo", "serve", "targets");
    }

    private void assertAllowedBy(String policy) {
        JsonNode document =
                Objects.requireNonNull(policies().get(policy), policy).get("PolicyDocument");
        assertThat(requiredPermissions())
                .isNotEmpty()
                .allSatisfy(permission -> assertThat(allows(document, permission))
                        .as("%s allows %s", policy, permission)
                        .isTrue());
    }

    private static boolean allows(JsonNode document, RequiredPermission permission) {
        for (JsonNode statement : document.get("Statement")) {
            Predicate<String> action = one -> texts(statement.get("Resource")).stream()
                    .anyMatch(resource -> permission.isAllowedBy(one, resource));
            if (texts(statement.get("Action")).stream().anyMatch(action)) {
                return true;
            }
        }
        return false;
    }

    private List<RequiredPermission> requiredPermissions() {
        return aws.requests().stream()
                .map(RequiredPermission::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static Map<String, JsonNode> policies() {
        return stack.madeWith("AWS::IAM::ManagedPolicy");
    }

    private static String machine(String logicalId) {
        return stack.physicalId(logicalId);
    }

    private static String role(String logicalId) {
        return "arn:aws:iam::000000000000:role/" + stack.physicalId(logicalId);
    }

    /** One text, or a list of them. */
    private static List<String> texts(JsonNode node) {
        return node.isTextual()
                ? List.of(node.textValue())
                : Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                        .map(i -> node.get(i).textValue())
                        .toList();
    }
}
