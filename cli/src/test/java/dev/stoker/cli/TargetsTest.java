// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static dev.stoker.cli.check.Account.withCode;
import static dev.stoker.cli.check.Account.wrapped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import dev.stoker.cli.check.Account;
import dev.stoker.cli.check.ClassesZip;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** {@code stoker targets} on the embedded AWS, over the wire; pages and throttles from a fake. Each test has a tag of its own. */
class TargetsTest {
    private static final String ARN = "arn:aws:lambda:us-east-1:000000000000:function:";
    private static final String TAGS =
            "GET /2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3A";

    @RegisterExtension
    private static final Account AWS = new Account();

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws fake = new FakeAws();

    @TempDir
    private Path folder;

    @BeforeEach
    void credentials() {
        surroundings.set("aws.region", "us-east-1");
    }

    @Test
    void functions_with_the_tag_become_the_parameters_of_a_deployment() throws IOException {
        AWS.create(wrapped("shop-orders")).alias("shop-orders", "live").create(wrapped("shop-carts"));
        tag("shop-orders", "shop", "live:20");
        tag("shop-carts", "shop", "5");
        Path file = folder.resolve("parameters.yaml");

        Ran ran = targets("--tag=shop", "--out=" + file).ends(0);

        assertThat(ran.out())
                .containsSubsequence("shop-carts", "5  ready", "shop-orders:live", "20  ready")
                .contains("2 targets with the tag shop and 25 environments, of ")
                .contains("sam deploy --template infra/template.yaml --parameter-overrides file://" + file)
                .as("without a stack there is no role to check, and notes are for check itself")
                .doesNotContain("--state-machine", "note ");
        assertThat(Files.readString(file))
                .isEqualTo("TargetArns: '" + ARN + "shop-carts," + ARN + "shop-orders'\n"
                        + "Targets: '[{\"function\":\"" + ARN + "shop-carts\",\"concurrency\":5},{\"function\":\"" + ARN
                        + "shop-orders:live\",\"concurrency\":20}]'\nTargets2: ''\nTargets3: ''\nTargets4: ''\n");
        JsonNode json = targets("--tag=shop", "--json").ends(0).json();
        assertThat(json.at("/ready").asBoolean()).isTrue();
        assertThat(json.at("/targets/1/function").asText()).isEqualTo(ARN + "shop-orders:live");
        assertThat(json.at("/targets/1/concurrency").asLong()).isEqualTo(20);
        assertThat(json.at("/targets/1/findings"))
                .allSatisfy(finding -> assertThat(finding.at("/check").asText()).isNotEqualTo("role"));
        assertThat(json.at("/deployments")).hasSize(1);
        assertThat(json.at("/deployments/0/parameters/TargetArns").asText())
                .isEqualTo(ARN + "shop-carts," + ARN + "shop-orders");
        assertThat(json.at("/deployments/0/file").isMissingNode()).isTrue();
    }

    @Test
    void a_finding_that_prevents_warming_ends_with_1_and_the_parameters_are_written_all_the_same() {
        AWS.create(wrapped("hasty").withTimeoutSeconds(1)).create(wrapped("calm"));
        tag("hasty", "quick", "gone:3");
        tag("calm", "quick", "3");
        Path file = folder.resolve("p.yaml");

        Ran ran = targets("--tag=quick", "--out=" + file).ends(1);

        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("hasty:gone 3 1 error", "calm 3 ready")
                .contains("error qualifier The function exists, but it has no alias or version gone.")
                .contains("1 target has a finding that prevents warming: apply the remedies, or remove the tag.");
        assertThat(file).content().contains("hasty:gone");
    }

    @Test
    void all_invalid_tags_are_reported_at_once_and_nothing_is_written() {
        AWS.create(wrapped("many")).create(wrapped("none")).create(wrapped("fine"));
        tag("many", "wrong", "many");
        tag("none", "wrong", "");
        tag("fine", "wrong", "2");
        Path file = folder.resolve("p.yaml");

        JsonNode error =
                targets("--tag=wrong", "--out=" + file, "--json").ends(2).json().get("error");

        assertThat(error.at("/code").asText()).isEqualTo("Stoker.InvalidInput");
        assertThat(error.at("/problems")).hasSize(2);
        assertThat(error.at("/problems/0").asText())
                .startsWith("many: tag wrong: must be a whole number from 1 to 10,000, or ALIAS:NUMBER such as live:20,"
                        + " got \"many\".");
        assertThat(file).doesNotExist();
    }

    @Test
    void more_than_twenty_are_divided_among_stacks_each_with_its_file() {
        byte[] small = new ClassesZip().with("a.B", "java.lang.Object").bytes();
        for (int i = 10; i < 31; i++) {
            AWS.create(withCode("part-" + i, "a.B::c", small));
            tag("part-" + i, "part", "gone:1"); // Checks end at once where there is no such alias.
        }

        Ran ran = targets("--tag=part", "--out=" + folder.resolve("p.yaml")).ends(1);

        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains(
                        "These are too many for one stack: a cycle accepts at most 20 targets and 10,000 environments")
                .contains("Stack 1, 20 targets, 20 environments, part-10:gone to part-29:gone:")
                .contains("--stack-name stoker-2 --parameter-overrides file://" + folder.resolve("p-2.yaml"));
        assertThat(ran.err()).contains("Reading the list of functions", "Checking part-");
        assertThat(folder.resolve("p-1.yaml")).content().contains("part-29").doesNotContain("part-30");
        assertThat(folder.resolve("p-2.yaml")).content().contains("part-30").doesNotContain("part-29");
        assertThat(folder.resolve("p.yaml")).doesNotExist();
    }

    @Test
    void without_a_function_with_the_tag_it_says_how_to_tag_one() {
        assertThat(targets("--tag=nobody", "--json").ends(1).errorCode()).isEqualTo("Stoker.NoTargets");
        targets("--tag=nobody").ends(1).printsFailure("--tag: must be the tag of a function in us-east-1, got nobody");
        targets("--tag=").ends(2).printsFailure("--tag: must be the key of a tag");
        targets("--out=p.json").ends(2).printsFailure("--out: must be a YAML file");
        targets("--out=" + folder.resolve("no/p.yaml")).ends(2).printsFailure("--out");
    }

    @Test
    void all_pages_are_read_a_throttle_is_waited_for_and_a_deleted_function_is_left_out() {
        fake.answers(
                        "GET /2015-03-31/functions",
                        200,
                        "{\"Functions\":[{\"FunctionArn\":\"" + ARN + "one\"},{\"FunctionArn\":\"" + ARN
                                + "gone\"}],\"NextMarker\":\"2\"}")
                .answers(
                        "GET /2015-03-31/functions?Marker=2",
                        200,
                        "{\"Functions\":[{\"FunctionArn\":\"" + ARN + "two\"},{\"FunctionArn\":\"" + ARN + "bare\"}]}")
                .answers(TAGS + "one", 200, "{\"Tags\":{\"stoker\":\"1\"}}")
                .answers(TAGS + "two", 200, "{\"Tags\":{\"stoker\":\"2\",\"team\":\"shop\"}}")
                .answers(TAGS + "bare", 200, "{\"Tags\":{\"Stoker\":\"3\"}}")
                .answersOnce(TAGS + "two", 429, "{\"Message\":\"Rate exceeded\"}");

        JsonNode json = stoker("targets", "--json", "--endpoint-url=" + fake.endpoint())
                .ends(1)
                .json();

        assertThat(json.at("/functions").asInt()).isEqualTo(4);
        assertThat(json.at("/targets")).hasSize(2);
        assertThat(json.at("/targets/1/concurrency").asInt()).isEqualTo(2);
        assertThat(fake.requests(TAGS + "two")).hasSize(2);
    }

    @Test
    void without_the_permission_it_says_which_one_is_missing() {
        fake.answers("GET /2015-03-31/functions", 200, "{\"Functions\":[{\"FunctionArn\":\"" + ARN + "one\"}]}")
                .answers(TAGS + "one", 403, "{\"Message\":\"no\"}");

        Ran ran = stoker("targets", "--endpoint-url=" + fake.endpoint()).ends(1);

        ran.printsFailure("lambda:ListTags on " + ARN + "one");
    }

    private static void tag(String function, String key, String value) {
        try (LambdaClient lambda =
                AwsClients.ofEmbedded(URI.create(AWS.endpoint()), "us-east-1").lambda()) {
            lambda.tagResource(request -> request.resource(ARN + function).tags(Map.of(key, value)));
        }
    }

    private static Ran targets(String... more) {
        return stoker(Ran.and(more, "targets", "--endpoint-url=" + AWS.endpoint()));
    }
}
