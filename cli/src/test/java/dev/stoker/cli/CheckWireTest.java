// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import dev.stoker.cli.check.ClassesZip;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code stoker check} and what only AWS itself has: kinds of functions, metrics, policies, and refusals, by their answers on the wire. */
class CheckWireTest {
    private static final String ARN = "arn:aws:lambda:eu-west-1:123456789012:function:orders";
    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:keep-warm";
    private static final String ROLE = "arn:aws:iam::123456789012:role/keep-warm";
    private static final String CONFIGURATION = "GET /2015-03-31/functions/orders/configuration";
    private static final String ON_BARE_ARN = "/functions/" + ARN.replace(":", "%3A");
    private static final String STOKERS = "dev.stoker.warmable.WarmableHandler::handleRequest";

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    /** A function with nothing to find, except that no tag says how many environments to keep or for which machine. */
    @BeforeEach
    void a_function_in_order() {
        function("java21", "");
        aws.answers(
                        "GET /2015-03-31" + ON_BARE_ARN,
                        200,
                        "{\"Code\":{\"Location\":\"https://code.example/orders.zip?X-Amz-Signature=a%2Fb\"}}")
                .file(
                        "GET /orders.zip?X-Amz-Signature=a%2Fb",
                        new ClassesZip()
                                .with("dev.stoker.warmable.WarmableHandler", "java.lang.Object")
                                .with("com.acme.App", "java.lang.Object")
                                .bytes())
                .answers("GET /2015-03-31" + ON_BARE_ARN + "/aliases", 200, "{\"Aliases\":[]}")
                .answers(
                        "GET /2019-09-30" + ON_BARE_ARN + "/provisioned-concurrency?List=ALL",
                        200,
                        "{\"ProvisionedConcurrencyConfigs\":[]}")
                .answers("GET /2019-09-30" + ON_BARE_ARN + "/concurrency", 200, "{}")
                .answers(
                        "GET /2016-08-19/account-settings",
                        200,
                        "{\"AccountLimit\":{\"ConcurrentExecutions\":1000,\"UnreservedConcurrentExecutions\":900}}");
        peak(40);
    }

    @Test
    void a_function_in_order_has_nothing_but_notes() {
        Ran ran = check("orders").ends(0);

        assertThat(ran.json().at("/findings").findValuesAsText("severity")).containsOnly("note");
        assertThat(ran.json().at("/findings").findValuesAsText("check")).containsExactly("concurrency", "role");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"State\":\"Pending\" | state | error | still creating it",
                "\"State\":\"Inactive\" | state | warning | reclaimed its resources",
                "\"State\":\"Failed\",\"StateReason\":\"No subnet\" | state | error | Failed (No subnet)",
                "\"LastUpdateStatus\":\"InProgress\" | state | warning | update is in progress",
                "\"LastUpdateStatus\":\"Failed\" | state | warning | last update failed",
                "\"CapacityProviderConfig\":{\"LambdaManagedInstancesCapacityProviderConfig\":{}} | managed-instances"
                        + " | error | many requests at once",
                "\"TenancyConfig\":{\"TenantIsolationMode\":\"PER_TENANT\"} | tenant-isolation | error | tenant ID",
                "\"SnapStart\":{\"ApplyOn\":\"PublishedVersions\"} | snap-start | note | this is $LATEST",
                "\"VpcConfig\":{\"SubnetIds\":[\"subnet-1\"],\"VpcId\":\"vpc-1\"} | vpc | note | need no network",
                "\"PackageType\":\"Image\" | handler | unknown | container image",
                "\"PackageType\":\"Image\" | runtime | unknown | container image",
            })
    void what_a_configuration_tells_is_found(String field, String check, String severity, String message) {
        function("java21", field);

        assertFinding(check("orders"), check, severity, message);
    }

    @Test
    void an_image_whose_command_is_stokers_handler_is_wrapped() {
        function(
                "java21",
                "\"PackageType\":\"Image\",\"ImageConfigResponse\":{\"ImageConfig\":{\"Command\":[\"" + STOKERS
                        + "\"]}}");

        assertThat(check("orders").json().at("/passed").findValuesAsText("check"))
                .contains("handler");
    }

    @Test
    void java_that_is_too_old_and_other_runtimes_are_reported() {
        function("java11", "");
        assertFinding(check("orders").ends(1), "runtime", "error", "needs Java 17");

        function("ruby3.4", "");
        Ran other = check("orders").ends(0);
        assertFinding(other, "runtime", "warning", "ruby3.4");
        assertFinding(other, "handler", "unknown", "cannot be checked");

        function("provided.al2023", "");
        assertFinding(check("orders").ends(0), "runtime", "note", "its own program");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python3.13 | orders.handler | | handler | unknown | cannot be checked from outside",
                "python3.13 | stoker_warmable.handler | | handler | error | is not set",
                "python3.13 | stoker_warmable.handler | stoker_warmable.handler | handler | error | also names",
                "python3.13 | stoker_warmable.handler | 'shop.app.handler ' | handler | error | white space",
                "python3.13 | stoker_warmable.handler | shop.other.handler | handler | error | in its package",
                "nodejs22.x | /opt/nodejs/node_modules/stoker-warmable/lambda.handler | index.handler | layer | error | neither",
                "nodejs22.x | stoker-warmable/lambda.handler | src/none.handler | handler | error | in its package",
            })
    void a_handler_in_python_or_node_is_checked_too(
            String runtime, String handler, String users, String check, String severity, String message) {
        script(runtime, handler, users == null ? "" : users, new ClassesZip().withFile("shop/app.py", new byte[0]));

        assertFinding(check("orders"), check, severity, message);
    }

    @Test
    void a_handler_in_python_that_is_wrapped_passes_and_so_does_one_in_node() {
        script(
                "python3.13",
                "stoker_warmable.handler",
                "shop.app.handler",
                new ClassesZip().withFile("shop/app.py", new byte[0]).withFile("stoker_warmable.py", new byte[0]));
        assertThat(passed(check("orders").ends(0))).contains("runtime", "handler", "layer");

        script(
                "nodejs22.x",
                "node_modules/stoker-warmable/lambda.handler",
                "index.handler",
                new ClassesZip()
                        .withFile("index.mjs", new byte[0])
                        .withFile("node_modules/stoker-warmable/lambda.mjs", new byte[0]));
        assertThat(passed(check("orders").ends(0))).contains("runtime", "handler", "layer");
    }

    @Test
    void a_durable_function_is_not_for_warming() {
        function("java21", "\"DurableConfig\":{\"ExecutionTimeout\":3600}");

        Ran ran = check("orders").ends(1);
        assertFinding(ran, "durable", "error", "durable execution");
        assertThat(ran.json().at("/advice")).isEmpty();
    }

    @Test
    void it_ends_with_the_advice_of_estimate_for_this_function() {
        String advice =
                check("orders", "--concurrency=20").ends(0).json().at("/advice").toString();
        assertThat(advice).contains("Try SnapStart first: it costs nothing with java21", "times as much");

        assertThat(check("orders").ends(0).json().at("/advice").toString())
                .contains("SnapStart")
                .doesNotContain("times as much");
        function("nodejs22.x", "");
        assertThat(check("orders").ends(0).json().at("/advice")).isEmpty();
    }

    private static List<String> passed(Ran ran) {
        return ran.json().at("/passed").findValuesAsText("check");
    }

    private void script(String runtime, String handler, String users, ClassesZip zip) {
        function(
                runtime,
                "\"Handler\":\"" + handler + "\",\"Environment\":{\"Variables\":{\"STOKER_HANDLER\":\"" + users
                        + "\"}}");
        aws.file("GET /orders.zip?X-Amz-Signature=a%2Fb", zip.bytes());
    }

    @Test
    void a_version_with_snap_start_may_need_no_warming() {
        aws.answers(
                CONFIGURATION + "?Qualifier=3",
                200,
                configuration("java21", "\"Version\":\"3\",\"SnapStart\":{\"ApplyOn\":\"PublishedVersions\"}"));

        assertFinding(check("orders:3"), "snap-start", "warning", "may be unnecessary");
    }

    @Test
    void provisioned_concurrency_where_it_is_warmed_keeps_it_from_working_and_elsewhere_is_a_note() {
        aws.answers(CONFIGURATION + "?Qualifier=3", 200, configuration("java21", "\"Version\":\"3\""))
                .answers(
                        "GET /2019-09-30" + ON_BARE_ARN + "/provisioned-concurrency?List=ALL",
                        200,
                        "{\"ProvisionedConcurrencyConfigs\":[{\"FunctionArn\":\"" + ARN
                                + ":3\",\"RequestedProvisionedConcurrentExecutions\":50}]}");

        assertFinding(check("orders:3").ends(1), "provisioned-concurrency", "error", "of 50");
        assertFinding(check("orders").ends(0), "provisioned-concurrency", "note", "Another qualifier, 3");
    }

    @Test
    void an_alias_with_weights_spreads_its_sleep_tasks_over_two_versions() {
        aws.answers(
                        "GET /2015-03-31" + ON_BARE_ARN + "/aliases/live",
                        200,
                        "{\"Name\":\"live\",\"FunctionVersion\":\"3\",\"RoutingConfig\":{\"AdditionalVersionWeights\":{\"4\":0.1}}}")
                .answers(CONFIGURATION + "?Qualifier=live", 200, configuration("java21", "\"Version\":\"3\""));

        assertFinding(check("orders:live"), "weighted-alias", "warning", "{4=0.1} beside version 3");
    }

    @Test
    void the_library_may_come_by_a_layer() {
        String layer = "arn:aws:lambda:eu-west-1:123456789012:layer:stoker:1";
        function("java21", "\"Layers\":[{\"Arn\":\"" + layer + "\"}]");
        aws.file(
                        "GET /orders.zip?X-Amz-Signature=a%2Fb",
                        new ClassesZip()
                                .with("com.acme.App", "java.lang.Object")
                                .bytes())
                .answers(
                        "GET /2018-10-31/layers?find=LayerVersion&Arn=" + layer.replace(":", "%3A"),
                        200,
                        "{\"Content\":{\"Location\":\"https://code.example/layer.zip?a=b\"}}")
                .file(
                        "GET /layer.zip?a=b",
                        new ClassesZip()
                                .withFile(
                                        "java/lib/stoker-warmable.jar",
                                        new ClassesZip()
                                                .with("dev.stoker.warmable.WarmableHandler", "java.lang.Object")
                                                .bytes())
                                .bytes());

        assertThat(check("orders").ends(0).json().at("/passed").toString()).contains("Stoker's library is in a layer");
    }

    @Test
    void a_layer_of_others_does_not_bring_the_library() {
        String layer = "arn:aws:lambda:eu-west-1:123456789012:layer:other:1";
        function("java21", "\"Layers\":[{\"Arn\":\"" + layer + "\"}]");
        aws.file(
                        "GET /orders.zip?X-Amz-Signature=a%2Fb",
                        new ClassesZip()
                                .with("com.acme.App", "java.lang.Object")
                                .bytes())
                .answers(
                        "GET /2018-10-31/layers?find=LayerVersion&Arn=" + layer.replace(":", "%3A"),
                        200,
                        "{\"Content\":{\"Location\":\"https://code.example/layer.zip?a=b\"}}")
                .file(
                        "GET /layer.zip?a=b",
                        new ClassesZip()
                                .with("com.acme.Other", "java.lang.Object")
                                .bytes());

        assertFinding(check("orders").ends(1), "layer", "error", "nor in its layer");
    }

    @Test
    void code_that_may_not_be_looked_at_is_unknown_where_the_handler_is_stokers_and_an_error_where_it_is_not() {
        aws.answers("GET /2015-03-31" + ON_BARE_ARN, 403, "{\"Message\":\"no\"}");
        Ran ran = check("orders").ends(0);
        assertFinding(ran, "layer", "unknown", "could not be checked");
        assertFinding(ran, "handler", "unknown", "could not be checked");

        aws.answers(CONFIGURATION, 200, configuration("java21", "").replace(STOKERS, "com.acme.WarmApp"));
        assertFinding(check("orders").ends(1), "handler", "error", "According to its configuration");
    }

    @Test
    void code_is_downloaded_only_for_what_the_names_do_not_tell() {
        String layer = "arn:aws:lambda:eu-west-1:123456789012:layer:other:1";
        function("java21", "\"Layers\":[{\"Arn\":\"" + layer + "\"}]");
        check("orders").ends(0);
        assertThat(aws.requests()).noneMatch(request -> request.operation().contains("layers?find"));

        long before = downloads();
        function("java21", "\"Environment\":{\"Variables\":{}}");
        check("orders").ends(1);
        function("python3.13", "");
        check("orders").ends(0);
        assertThat(downloads()).isEqualTo(before);
    }

    private long downloads() {
        return aws.requests().stream()
                .filter(request -> request.operation().contains("orders.zip"))
                .count();
    }

    @Test
    void the_function_is_looked_up_once() {
        check("orders").ends(0);

        assertThat(aws.requests(CONFIGURATION)).hasSize(1);
    }

    @Test
    void users_peak_and_n_together_must_fit() {
        assertThat(check("orders", "--concurrency=860")
                        .ends(0)
                        .json()
                        .at("/passed")
                        .toString())
                .contains("860 and a peak of 40 fit into the account's unreserved concurrency, 900");
        assertFinding(check("orders", "--concurrency=861").ends(0), "concurrency", "warning", "users may be throttled");

        aws.answers("GET /2019-09-30" + ON_BARE_ARN + "/concurrency", 200, "{\"ReservedConcurrentExecutions\":100}");
        assertFinding(check("orders", "--concurrency=61").ends(0), "concurrency", "warning", "reserved concurrency");
        assertThat(aws.requests("GetMetricStatistics").get(2).body()).contains("FunctionName", "orders", "Maximum");
    }

    @Test
    void a_peak_that_cloudwatch_does_not_know_is_not_counted_and_reported() {
        aws.answers("GetMetricStatistics", 200, metric(""));

        Ran ran = check("orders", "--concurrency=900").ends(0);

        assertFinding(ran, "users-peak", "unknown", "no data");
        assertThat(ran.json().at("/passed").findValuesAsText("check")).contains("concurrency");
    }

    @Test
    void more_than_lambda_adds_in_ten_seconds_takes_several_cycles() {
        aws.answers(
                "GET /2016-08-19/account-settings",
                200,
                "{\"AccountLimit\":{\"ConcurrentExecutions\":5000,\"UnreservedConcurrentExecutions\":5000}}");

        assertFinding(check("orders", "--concurrency=1001").ends(0), "scaling", "note", "1,000 environments in 10 s");
    }

    @Test
    void a_role_that_may_invoke_it_passes() {
        machine(ROLE).decision("allowed");

        assertThat(checkFor(MACHINE).ends(0).json().at("/passed").toString()).contains("keep-warm may invoke it");
        assertThat(aws.requests("SimulatePrincipalPolicy").get(0).body())
                .contains(
                        "lambda%3AInvokeFunction",
                        ARN.replace(":", "%3A"), ROLE.replace(":", "%3A").replace("/", "%2F"));
    }

    @ParameterizedTest
    @CsvSource({"implicitDeny", "explicitDeny"})
    void a_role_that_may_not_is_an_error_that_names_it(String decision) {
        machine(ROLE).decision(decision);

        assertFinding(checkFor(MACHINE).ends(1), "role", "error", ROLE);
    }

    @Test
    void a_role_of_another_account_may_still_be_refused_by_the_function() {
        machine(ROLE.replace("123456789012", "210987654321")).decision("allowed");

        assertFinding(checkFor(MACHINE).ends(0), "role", "unknown", "another account");
    }

    @Test
    void a_simulation_that_these_credentials_may_not_ask_for_is_unknown() {
        machine(ROLE);
        aws.answers(
                "SimulatePrincipalPolicy",
                403,
                "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not authorized to perform:"
                        + " iam:SimulatePrincipalPolicy on resource: " + ROLE + "</Message></Error></ErrorResponse>");

        assertFinding(checkFor(MACHINE).ends(0), "role", "unknown", "do not allow iam:SimulatePrincipalPolicy");
    }

    @Test
    void a_machine_that_is_not_there_or_not_express_is_an_error() {
        aws.answers("DescribeStateMachine", 400, "{\"__type\":\"StateMachineDoesNotExist\"}");
        assertFinding(checkFor(MACHINE).ends(1), "state-machine", "error", "There is no state machine");

        machine(ROLE).decision("allowed");
        aws.answers(
                "DescribeStateMachine",
                200,
                "{\"name\":\"keep-warm\",\"type\":\"STANDARD\",\"roleArn\":\"" + ROLE + "\"}");
        assertFinding(checkFor(MACHINE).ends(1), "state-machine", "error", "Standard");
    }

    @Test
    void a_function_that_may_not_be_seen_at_all_is_a_failure_and_no_list() {
        aws.answers(CONFIGURATION, 403, "{\"Message\":\"no\"}");

        Ran ran = check("orders").ends(1);

        assertThat(ran.json().has("error")).isTrue();
        assertThat(ran.json().has("findings")).isFalse();
    }

    private Ran check(String function, String... more) {
        return stoker(Ran.and(more, "check", function, "--json", "--endpoint-url=" + aws.endpoint()));
    }

    private Ran checkFor(String machine) {
        return check("orders", "--state-machine=" + machine);
    }

    private void function(String runtime, String more) {
        aws.answers(CONFIGURATION, 200, configuration(runtime, more));
    }

    /** Of two fields of one name the later counts. */
    private static String configuration(String runtime, String more) {
        return "{\"FunctionName\":\"orders\",\"FunctionArn\":\"" + ARN + "\",\"Runtime\":\"" + runtime
                + "\",\"Handler\":\"" + STOKERS
                + "\",\"Environment\":{\"Variables\":{\"STOKER_HANDLER\":\"com.acme.App\"}},\"Timeout\":30,"
                + "\"MemorySize\":512,\"Version\":\"$LATEST\",\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\""
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    private void peak(int most) {
        aws.answers(
                "GetMetricStatistics",
                200,
                metric("<member><Maximum>" + most + ".0</Maximum></member>"
                        + "<member><Maximum>3.0</Maximum></member>"));
    }

    private static String metric(String points) {
        return "<GetMetricStatisticsResponse><GetMetricStatisticsResult><Datapoints>" + points
                + "</Datapoints></GetMetricStatisticsResult></GetMetricStatisticsResponse>";
    }

    private CheckWireTest machine(String role) {
        aws.answers(
                "DescribeStateMachine",
                200,
                "{\"name\":\"keep-warm\",\"type\":\"EXPRESS\",\"roleArn\":\"" + role + "\"}");
        return this;
    }

    private void decision(String decision) {
        aws.answers(
                "SimulatePrincipalPolicy",
                200,
                "<SimulatePrincipalPolicyResponse><SimulatePrincipalPolicyResult><EvaluationResults><member>"
                        + "<EvalActionName>lambda:InvokeFunction</EvalActionName><EvalDecision>" + decision
                        + "</EvalDecision></member></EvaluationResults></SimulatePrincipalPolicyResult>"
                        + "</SimulatePrincipalPolicyResponse>");
    }

    private static void assertFinding(Ran ran, String check, String severity, String message) {
        assertThat(ran.json().at("/findings")).as("%s", ran).anySatisfy(finding -> {
            assertThat(finding.at("/check").asText()).isEqualTo(check);
            assertThat(finding.at("/severity").asText()).isEqualTo(severity);
            assertThat(finding.at("/message").asText()).contains(message);
            assertThat(finding.at("/remedy").asText()).isNotEmpty();
        });
    }
}
