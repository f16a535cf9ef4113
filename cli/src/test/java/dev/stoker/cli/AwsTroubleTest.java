// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every refusal of AWS, and everything before it answers, is a sentence with a remedy, a code and exit 1. */
class AwsTroubleTest {
    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:m";

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, Stoker.NoPermission, IAM policy",
        "ExpiredTokenException, Stoker.CredentialsExpired, aws sso login",
        "UnrecognizedClientException, Stoker.CredentialsRefused, Check the keys",
        "InvalidSignatureException, Stoker.CredentialsRefused, clock",
        "ThrottlingException, Stoker.Throttled, try again",
        "StateMachineDoesNotExist, Stoker.NoSuchStateMachine, list-state-machines",
        "InvalidArn, Stoker.NoSuchStateMachine, list-state-machines",
        "StateMachineTypeNotSupported, Stoker.NotExpress, keep-warm",
        "StateMachineDeleting, StateMachineDeleting, AWS refused",
    })
    void a_refusal_of_step_functions_is_a_sentence(String answered, String code, String remedy) {
        aws.answers("StartSyncExecution", 400, "{\"__type\":\"com.amazonaws#" + answered + "\",\"message\":\"Why\"}");

        assertTrouble(runMachine(), code, remedy);
    }

    @Test
    void a_missing_permission_is_named_as_aws_names_it() {
        aws.answers(
                "StartSyncExecution",
                400,
                "{\"__type\":\"AccessDeniedException\",\"message\":\"User: arn:aws:iam::1:user/u"
                        + " is not authorized to perform: states:StartSyncExecution on resource: " + MACHINE
                        + " because no identity-based policy allows it\"}");

        assertTrouble(
                runMachine(), "Stoker.NoPermission", "do not allow states:StartSyncExecution on " + MACHINE + ".");
    }

    @Test
    void a_refused_signature_shows_nothing_of_the_request() {
        aws.answers(
                "StartSyncExecution",
                403,
                "{\"__type\":\"InvalidSignatureException\",\"message\":\"The Canonical String"
                        + " should have been x-amz-security-token:SECRET\"}");

        Ran ran = runMachine();

        assertThat(ran.out() + ran.err()).doesNotContain("SECRET");
    }

    @Test
    void a_stack_leads_to_its_state_machine() {
        aws.stack("UPDATE_COMPLETE", MACHINE).cycleFails("X", "Y");

        runStack();

        assertThat(aws.requests("StartSyncExecution").get(0).body()).contains(MACHINE);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_IN_PROGRESS, Stoker.StackNotReady, Wait until it is deployed",
        "ROLLBACK_COMPLETE, Stoker.StackNotReady, describe-stack-events",
        "ROLLBACK_IN_PROGRESS, Stoker.StackNotReady, describe-stack-events",
        "CREATE_COMPLETE, Stoker.NotAStokerStack, infra/template.yaml",
    })
    void a_stack_without_the_output_is_reported_by_its_status(String status, String code, String remedy) {
        aws.stack(status, "");

        assertTrouble(runStack(), code, remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "ValidationError, Stack with id s does not exist, Stoker.NoSuchStack, deploy infra/template.yaml",
        "AccessDenied, not authorized to perform: cloudformation:DescribeStacks on it, Stoker.NoPermission, cloudformation:DescribeStacks",
        "ExpiredToken, The security token is expired, Stoker.CredentialsExpired, aws sso login",
        "InvalidClientTokenId, The token is invalid, Stoker.CredentialsRefused, Check the keys",
        "ValidationError, name is too long, ValidationError, name is too long.",
    })
    void a_refusal_of_cloudformation_is_a_sentence(String answered, String message, String code, String remedy) {
        aws.answers(
                "DescribeStacks",
                400,
                "<ErrorResponse><Error><Type>Sender</Type><Code>" + answered + "</Code><Message>" + message
                        + "</Message></Error></ErrorResponse>");

        assertTrouble(runStack(), code, remedy);
    }

    @Test
    void no_credentials_are_reported_with_the_ways_to_give_them() {
        surroundings.unset("aws.accessKeyId");

        assertTrouble(runMachine(), "Stoker.NoCredentials", "AWS_ACCESS_KEY_ID");
    }

    @Test
    void no_region_is_reported_with_the_ways_to_give_one() {
        surroundings.unset("aws.region");

        assertTrouble(runStack(), "Stoker.NoRegion", "AWS_REGION");
    }

    @Test
    void a_region_that_cannot_be_one_is_reported() {
        surroundings.set("aws.region", "no region!");

        Ran ran = stoker("run", "--stack=s", "--function=no name", "--concurrency=1", "--json");

        assertTrouble(ran, "Stoker.ClientError", "Check --region");
    }

    @Test
    void an_answer_that_is_not_from_aws_at_all_is_reported_by_its_status() {
        aws.answers("DescribeStacks", 403, "<html>A proxy's page</html>");

        assertTrouble(runStack(), "Stoker.ServiceError", "HTTP 403");
    }

    @Test
    void a_state_machines_arn_is_region_enough() {
        surroundings.unset("aws.region");
        aws.cycleFails("X", "Y");

        assertTrouble(runMachine(), "X", "state that failed");
    }

    @Test
    void a_profile_that_is_not_there_is_named() {
        assertTrouble(runMachine("--profile=nope"), "Stoker.NoSuchProfile", "\"nope\"");

        surroundings.unset("aws.accessKeyId");
        surroundings.set("aws.profile", "nada");
        assertTrouble(runMachine(), "Stoker.NoSuchProfile", "AWS_PROFILE: must be");
    }

    @Test
    void a_profile_brings_credentials_region_and_endpoint() throws IOException {
        surroundings.unset("aws.region");
        surroundings.configFile(Files.writeString(
                folder.resolve("config"),
                "[profile mine]\naws_access_key_id=AKIDMINE\naws_secret_access_key=x\nregion=eu-west-1\nendpoint_url="
                        + aws.endpoint() + "\n"));
        aws.stack("CREATE_COMPLETE", MACHINE).cycleFails("X", "Y");

        stoker("run", "--stack=s", "--function=no name", "--concurrency=1", "--profile=mine")
                .ends(1);

        assertThat(aws.requests("StartSyncExecution"))
                .singleElement()
                .extracting(FakeAws.Request::accessKey)
                .isEqualTo("AKIDMINE");
    }

    @Test
    void an_endpoint_where_nothing_listens_is_unreachable() {
        aws.close();

        assertTrouble(runMachine(), "Stoker.Unreachable", "--endpoint-url");
        assertTrouble(
                runMachine(),
                "Stoker.Unreachable",
                "at 127.0.0.1:" + aws.endpoint().getPort());
    }

    @Test
    void a_proxy_that_answers_nothing_is_named_and_the_endpoint_not_blamed() {
        String port = Integer.toString(aws.endpoint().getPort());
        aws.close();
        surroundings.set("http.proxyHost", "127.0.0.1");
        surroundings.set("http.proxyPort", port);
        surroundings.set("https.proxyHost", "127.0.0.1");
        surroundings.set("https.proxyPort", port);

        for (String endpoint : List.of("http://aws.example", "https://aws.example")) {
            Ran ran = stoker(
                    "run", "--stack=s", "--function=f", "--concurrency=1", "--json", "--endpoint-url=" + endpoint);

            assertTrouble(ran, "Stoker.Unreachable", "through the proxy 127.0.0.1:" + port + " (from http");
            assertThat(ran.err())
                    .contains("add the host aws.example to NO_PROXY")
                    .doesNotContain("--endpoint-url");
        }
    }

    @Test
    void a_proxy_of_the_other_scheme_is_not_used() {
        aws.stack("CREATE_IN_PROGRESS", "");
        surroundings.set("https.proxyHost", "127.0.0.1");
        surroundings.set("https.proxyPort", "9");

        assertTrouble(runStack(), "Stoker.StackNotReady", "Wait until it is deployed");
    }

    private Ran runMachine(String... more) {
        return run("--state-machine=" + MACHINE, more);
    }

    private Ran runStack() {
        return run("--stack=s");
    }

    private Ran run(String place, String... more) {
        String[] input = {"--function=not a name, so it is not looked up", "--concurrency=1", "--json"};
        return stoker(Ran.and(Ran.and(more, input), "run", place, "--endpoint-url=" + aws.endpoint()));
    }

    private static void assertTrouble(Ran ran, String code, String remedy) {
        ran.ends(1);
        assertThat(ran.errorCode()).isEqualTo(code);
        assertThat(ran.json().at("/error/message").asText()).contains(remedy);
        assertThat(ran.err()).contains(remedy).doesNotContain("Exception:", "\tat ");
    }
}
