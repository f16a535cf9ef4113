// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static dev.stoker.cli.check.Account.withCode;
import static dev.stoker.cli.check.Account.withHandler;
import static dev.stoker.cli.check.Account.wrapped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.check.Account;
import dev.stoker.cli.check.ClassesZip;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code stoker check} on the embedded AWS, over the wire: functions as they are deployed, and what the command reports. */
class CheckTest {
    private static final String STOKERS_CLASS = "dev.stoker.warmable.WarmableHandler";
    private static final String STOKERS = STOKERS_CLASS + "::handleRequest";
    private static final String SAMPLES = "dev.stoker.sample.SampleHandler::handleRequest";

    @RegisterExtension
    private static final Account AWS = new Account();

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @Test
    void the_sample_is_ready_and_every_finding_has_its_severity_and_remedy() {
        Ran ran = check(AWS.sample(), "--concurrency=5").ends(0);

        assertThat(ran.json().at("/ready").asBoolean()).isTrue();
        assertThat(ran.json().at("/version").asText()).isEqualTo("$LATEST");
        assertThat(ran.json().at("/findings")).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.at("/severity").asText()).isIn("warning", "unknown", "note");
            assertThat(finding.at("/check").asText()).isNotEmpty();
            assertThat(finding.at("/message").asText()).isNotEmpty();
            assertThat(finding.at("/remedy").asText()).endsWith(".");
        });
        assertThat(passed(ran))
                .contains("exists", "state", "timeout", "memory", "runtime", "handler", "layer", "concurrency");
    }

    @Test
    void people_read_each_finding_with_its_remedy_and_a_verdict() {
        AWS.create(wrapped("hasty").withTimeoutSeconds(1));

        assertThat(stoker("check", "hasty", "--region=us-east-1", "--endpoint-url=" + AWS.endpoint())
                        .ends(1)
                        .out())
                .containsSubsequence(
                        "error     timeout\n",
                        "Its timeout is 1 s.",
                        "--timeout 2;",
                        "Passed: exists, state,",
                        "1 finding keeps warming hasty from working");
    }

    @Test
    void a_timeout_shorter_than_the_longest_hold_and_half_a_second_keeps_it_from_working() {
        AWS.create(wrapped("short").withTimeoutSeconds(1))
                .create(wrapped("long").withTimeoutSeconds(3));

        assertThat(severity(check("short").ends(1), "timeout")).isEqualTo("error");
        assertThat(passed(check("short", "--max-hold-millis=500").ends(0))).contains("timeout");
        assertThat(passed(check("short", "--max-hold=500").ends(0)))
                .as("the name that check had at first")
                .contains("timeout");
        assertThat(passed(check("long").ends(0))).contains("timeout");
        assertThat(message(check("long", "--max-hold-millis=3000").ends(1), "timeout"))
                .contains("3,500 ms");
    }

    @Test
    void a_function_that_is_not_wrapped_is_named_so() {
        AWS.create(withHandler("bare", "dev.stoker.sample.SampleHandler::handleRequest"));

        Ran ran = check("bare").ends(1);

        assertThat(severity(ran, "handler")).isEqualTo("error");
        assertThat(message(ran, "handler")).contains("not wrapped", "dev.stoker.sample.SampleHandler::handleRequest");
        assertThat(finding(ran, "handler").at("/remedy").asText()).contains(STOKERS, "STOKER_HANDLER");
    }

    @Test
    void a_function_that_knows_another_warm_event_needs_no_library_and_the_report_says_what_it_cannot_prove() {
        AWS.create(withHandler("others", "dev.stoker.sample.SampleHandler::handleRequest"));

        Ran never = check("others", "--protocol=lambda-warmer").ends(0);
        assertThat(severity(never, "protocol")).isEqualTo("warning");
        assertThat(message(never, "protocol")).contains("do not identify environments", "proof is none");
        assertThat(message(never, "hold")).contains("75 ms");
        assertThat(passed(check("others", "--protocol=opennext").ends(0))).contains("protocol", "timeout");
        assertThat(severity(check("others", "--protocol=custom").ends(0), "protocol"))
                .isEqualTo("note");
        assertThat(check("others", "--protocol=warmer").ends(2).err()).contains("must be one of stoker, lambda-warmer");
    }

    @Test
    void a_handler_that_inherits_from_stokers_is_wrapped_wherever_its_classes_are() {
        byte[] lib = new ClassesZip()
                .with("com.acme.Base", STOKERS_CLASS)
                .with(STOKERS_CLASS, "java.lang.Object")
                .bytes();
        byte[] zip = new ClassesZip()
                .with("com.acme.WarmApp", "com.acme.Base")
                .with("com.acme.App", "java.lang.Object")
                .withFile("lib/base.jar", lib)
                .bytes();
        AWS.create(withCode("heir", "com.acme.WarmApp", zip)).create(withCode("stranger", "com.acme.App::handle", zip));

        assertThat(passed(check("heir").ends(0))).contains("handler");
        assertThat(severity(check("stranger").ends(1), "handler")).isEqualTo("error");
    }

    @Test
    void a_package_without_the_library_and_no_layer_is_named_so() {
        byte[] zip = new ClassesZip().with("com.acme.App", "java.lang.Object").bytes();
        AWS.create(withCode("bookless", STOKERS, zip).withVariables(Map.of("STOKER_HANDLER", "com.acme.App")));

        Ran ran = check("bookless").ends(1);

        assertThat(severity(ran, "layer")).isEqualTo("error");
        assertThat(message(ran, "layer")).contains("neither in its package nor in a layer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "absent | com.acme.Missing::handle | names the class com.acme.Missing, which is neither in its package",
                "lined | dev.stoker.sample.SampleHandler::handleRequest\\n | with a line break or other white space"
                        + " around it",
                "spaced | ' dev.stoker.sample.SampleHandler' | white space around it",
                "misspelt | dev.stoker.sample.SampleHandler::handelRequest | names the method handelRequest, which",
                "halved | dev.stoker.sample.SampleHandler:: | cannot be the name of a handler",
            })
    void a_users_handler_that_cannot_be_started_is_an_error(String name, String variable, String message) {
        AWS.create(withHandler(name, STOKERS).withVariables(Map.of("STOKER_HANDLER", variable.replace("\\n", "\n"))));

        Ran ran = check(name).ends(1);

        assertThat(severity(ran, "handler")).isEqualTo("error");
        assertThat(message(ran, "handler")).contains(message, "every environment fails to start");
        assertThat(passed(ran)).doesNotContain("handler");
    }

    @Test
    void a_users_handler_may_inherit_its_method_and_must_not_inherit_from_stokers() {
        byte[] zip = new ClassesZip()
                .with("com.acme.App", "com.acme.Base")
                .withMethod("com.acme.Base", "java.lang.Object", "handle")
                .with("com.acme.Odd", "com.elsewhere.Unknown")
                .with("com.acme.WarmApp", STOKERS_CLASS)
                .with(STOKERS_CLASS, "java.lang.Object")
                .bytes();
        for (String method : List.of("com.acme.App::handle", "com.acme.Odd::handle", "com.acme.WarmApp::handle")) {
            AWS.create(withCode(nameOf(method), STOKERS, zip).withVariables(Map.of("STOKER_HANDLER", method)));
        }

        assertThat(passed(check("App").ends(0))).contains("handler");
        assertThat(passed(check("Odd").ends(0))).contains("handler");
        assertThat(message(check("WarmApp").ends(1), "handler")).contains("inherits from Stoker's handler");
    }

    @Test
    void a_handler_of_its_own_that_is_not_in_the_package_is_named() {
        AWS.create(withHandler("lost", "com.acme.Lost::handle"));

        assertThat(message(check("lost").ends(1), "handler"))
                .contains("com.acme.Lost::handle, and that class is neither in its package nor in a layer");
    }

    @ParameterizedTest
    @CsvSource({"unset, '', is not set", "self, " + STOKERS + ", also names Stoker's handler"})
    void stokers_handler_before_no_other_fails_at_init(String name, String variable, String message) {
        AWS.create(withHandler(name, STOKERS)
                .withVariables(variable.isEmpty() ? Map.of() : Map.of("STOKER_HANDLER", variable)));

        assertThat(message(check(name).ends(1), "handler")).contains(message);
    }

    @Test
    void a_cap_of_the_function_below_the_longest_hold_is_a_warning() {
        AWS.create(wrapped("capped").withVariables(Map.of("STOKER_HANDLER", SAMPLES, "STOKER_MAX_HOLD_MILLIS", "400")))
                .create(wrapped("miscapped")
                        .withVariables(Map.of("STOKER_HANDLER", SAMPLES, "STOKER_MAX_HOLD_MILLIS", "400\n")));

        assertThat(message(check("capped").ends(0), "max-hold")).contains("of a sleep task to 400 ms");
        assertThat(message(check("miscapped").ends(0), "max-hold"))
                .contains("\"400\" with white space around it", "takes 3,000 ms instead");
    }

    /** As the library reads it, by the vectors in functions/protocol/vectors/hold.json. */
    @ParameterizedTest
    @CsvSource({
        "wide, 3000000000, ''",
        "widest, 999999999999999999, ''",
        "signed, +3000, warning",
        "nineteen, 1000000000000000000, warning"
    })
    void a_cap_of_the_function_has_up_to_eighteen_digits(String name, String cap, String severity) {
        AWS.create(wrapped(name).withVariables(Map.of("STOKER_HANDLER", SAMPLES, "STOKER_MAX_HOLD_MILLIS", cap)));

        assertThat(severity(check(name).ends(0), "max-hold")).isEqualTo(severity);
    }

    @Test
    void little_memory_is_a_warning() {
        AWS.create(wrapped("small").withMemoryMegabytes(128));

        assertThat(severity(check("small").ends(0), "memory")).isEqualTo("warning");
    }

    @Test
    void a_function_that_is_not_there_is_distinguished_from_a_qualifier_that_is_not() {
        AWS.create(wrapped("plain"));

        assertThat(severity(check("none").ends(1), "exists")).isEqualTo("error");
        assertThat(message(check("none"), "exists")).isEqualTo("There is no function none in us-east-1.");
        assertThat(severity(check("plain:live").ends(1), "qualifier")).isEqualTo("error");
        assertThat(severity(check("plain:7").ends(1), "qualifier")).isEqualTo("error");
        assertThat(check("none").json().at("/arn").isNull()).isTrue();
    }

    @Test
    void a_function_with_an_alias_should_be_named_by_it() {
        AWS.create(wrapped("orders")).alias("orders", "live");
        Ran latest = check("orders:$LATEST").ends(0);

        Ran bare = check("orders").ends(0);
        Ran named = check("orders:live").ends(0);

        assertThat(message(bare, "qualifier")).startsWith("It is named without an alias or version");
        assertThat(message(latest, "qualifier"))
                .startsWith("It is named with $LATEST, which each deployment changes. The function has aliases (live)");
        assertThat(finding(bare, "qualifier").at("/remedy").asText()).contains("orders:live");
        assertThat(passed(named)).contains("qualifier", "weighted-alias");
        assertThat(named.json().at("/version").asText()).isEqualTo("1");
        assertThat(named.json().at("/arn").asText()).endsWith(":function:orders:live");
    }

    @Test
    void warming_takes_at_most_four_fifths_of_a_reservation() {
        AWS.create(wrapped("reserved")).reserve("reserved", 10);

        assertThat(severity(check("reserved", "--concurrency=8").ends(0), "concurrency"))
                .isEmpty();
        Ran tooMany = check("reserved", "--concurrency=9").ends(1);
        assertThat(message(tooMany, "concurrency")).contains("80 % of it, 8", "9 always causes a shortfall");
        assertThat(finding(tooMany, "concurrency").at("/remedy").asText()).contains("Reserve 12 or more");
    }

    @Test
    void a_reservation_of_nothing_refuses_everybody() {
        AWS.create(wrapped("closed")).reserve("closed", 0);

        assertThat(message(check("closed").ends(1), "concurrency")).contains("refuses every invocation");
    }

    @Test
    void more_than_the_account_has_left_always_falls_short() {
        assertThat(message(check(AWS.sample(), "--concurrency=1001").ends(1), "concurrency"))
                .contains("1,001 always causes a shortfall");
    }

    @Test
    void what_cannot_be_looked_at_is_a_finding_and_never_a_pass() {
        Ran ran = check(AWS.sample(), "--stack=stoker").ends(0);

        assertThat(severity(ran, "role")).isEqualTo("unknown");
        assertThat(message(ran, "role")).contains("iam:SimulatePrincipalPolicy");
        assertThat(passed(ran)).contains("state-machine").doesNotContain("role");
        assertThat(ran.err()).contains("could not be checked");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a/b | FUNCTION: must be a name, partial ARN or ARN",
                "f --concurrency=0 | --concurrency: must be a whole number from 1 to 10000, got 0",
                "f --max-hold=3001 | --max-hold-millis: must be a whole number from 1 to 3000",
                "f --max-hold-millis=0 | --max-hold-millis: must be a whole number from 1 to 3000",
                "f --stack=s --state-machine=m | must be one at most, got both",
                "f --state-machine=m | --state-machine: must be the ARN",
                "arn:aws:lambda:eu-west-1:123456789012:function:f --region=us-east-1 | must be in one region",
                "arn:aws-cn:lambda:eu-west-1:123456789012:function:f --region=eu-west-1 | got aws-cn:eu-west-1,"
                        + " eu-west-1",
                "arn:aws:lambda:eu-west-1:123456789012:function:f"
                        + " --state-machine=arn:aws:states:us-east-1:123456789012:stateMachine:m | must be in one"
                        + " region",
            })
    void wrong_use_is_reported_before_anything_is_asked(String args, String message) {
        stoker(("check " + args).split(" ")).ends(2).printsFailure(message);
    }

    private static String nameOf(String handler) {
        return handler.replaceFirst("com\\.acme\\.(\\w+)::.*", "$1");
    }

    private static Ran check(String function, String... more) {
        return stoker(
                Ran.and(more, "check", function, "--json", "--region=us-east-1", "--endpoint-url=" + AWS.endpoint()));
    }

    private static JsonNode finding(Ran ran, String check) {
        return StreamSupport.stream(ran.json().at("/findings").spliterator(), false)
                .filter(one -> one.at("/check").asText().equals(check))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static String severity(Ran ran, String check) {
        return finding(ran, check).at("/severity").asText();
    }

    private static String message(Ran ran, String check) {
        return finding(ran, check).at("/message").asText();
    }

    private static List<String> passed(Ran ran) {
        return ran.json().at("/passed").findValuesAsText("check");
    }
}
