// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.aws.FakeAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole command {@code stoker run}: arguments in, AWS's wire answers in, text and exit code out. */
class RunTest {
    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:m";
    private static final String LAMBDA = "GET /2015-03-31/functions/";
    private static final String CONFIGURATION = LAMBDA + "orders/configuration?Qualifier=live";
    private static final String PROVEN =
            "{\"requested\":20,\"warm\":20,\"new\":[1],\"targets\":[{\"function\":\"orders:live\","
                    + "\"requested\":20,\"warm\":20,\"unproven\":0,\"rounds\":1,\"holdMillis\":96,\"reachMillis\":88,"
                    + "\"spreadMillis\":61,\"coldStarts\":2,\"failed\":0,\"throttled\":0,\"errors\":{},\"other\":1}]}";
    private static final String THROTTLED = "{\"requested\":20,\"warm\":12,\"targets\":[{\"function\":\"orders\","
            + "\"requested\":20,\"warm\":12,\"unproven\":0,\"rounds\":1,\"holdMillis\":96,\"reachMillis\":88,"
            + "\"coldStarts\":0,\"failed\":0,\"throttled\":8,\"errors\":{\"Lambda.TooManyRequestsException\":8}}]}";

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @RegisterExtension
    private final FakeAws aws = new FakeAws();

    @TempDir
    private Path folder;

    @Test
    void a_proven_cycle_is_a_table_and_a_sentence() {
        functionExists();
        aws.cycleSucceeds(PROVEN);

        Ran ran = runOrders().ends(0);

        assertThat(ran.out())
                .contains("requested  warm", "orders:live         20    20", "96 ms  88 ms   61 ms")
                .contains("20 of 20 environments of orders:live proven warm in 1 round: reach 88 ms, hold 96 ms"
                        + " (0.04 % of a 4-minute interval).\n");
        assertThat(ran.err()).isEqualTo("Warming 20 environments of orders:live …\n");
    }

    @Test
    void json_is_the_output_as_it_came_with_its_cost_at_the_end() {
        functionExists();
        aws.cycleSucceeds(PROVEN);

        assertThat(runOrders("--json").ends(0).out())
                .startsWith(PROVEN.substring(0, PROVEN.length() - 1) + ",\"cost\":{\"usd\":")
                .endsWith("}}\n");
    }

    @Test
    void the_cost_of_the_cycle_stands_under_the_table() {
        functionExists();
        aws.cycleSucceeds(PROVEN);

        assertThat(runOrders().ends(0).out())
                .containsPattern("This cycle cost \\$0\\.[0-9]+: Sleep tasks \\$.*, in part at the prices of"
                        + " us-east-1\\.\n$");
    }

    @Test
    void where_the_credentials_may_not_look_at_the_function_the_cost_is_not_known_and_json_is_the_output_as_it_came() {
        functionExists();
        aws.cycleSucceeds(PROVEN).answers(CONFIGURATION, 403, "{}");

        Ran ran = runOrders("--json").ends(0);

        assertThat(ran.out()).isEqualTo(PROVEN + "\n");
        assertThat(ran.err()).contains("The cost of this cycle is not known: lambda:GetFunctionConfiguration");
    }

    @Test
    void options_become_the_fields_of_the_input() {
        functionExists();
        aws.cycleSucceeds(PROVEN);

        runOrders(
                        "--payload={\"a\":1.50}",
                        "--hold-millis=5",
                        "--max-hold-millis=6",
                        "--max-rounds=2",
                        "--timeout-seconds=9",
                        "--min-warm=-1",
                        "--proof=none",
                        "--protocol=custom",
                        "--id-at=a.b",
                        "--prime={\"path\":\"/\"}")
                .ends(0);

        assertThat(aws.requests("StartSyncExecution"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.body())
                                .contains(
                                        "{\\\"function\\\":\\\"orders:live\\\",\\\"concurrency\\\":20,\\\"payload\\\":{\\\"a\\\":1.50},"
                                                + "\\\"holdMillis\\\":5,\\\"maxHoldMillis\\\":6,\\\"maxRounds\\\":2,\\\"timeoutSeconds\\\":9,"
                                                + "\\\"minWarm\\\":-1,\\\"proof\\\":\\\"none\\\",\\\"protocol\\\":\\\"custom\\\",\\\"idAt\\\":\\\"a.b\\\",\\\"prime\\\":{\\\"event\\\":{\\\"path\\\":\\\"/\\\"}}}"));
    }

    @Test
    void a_file_is_sent_as_it_is_whatever_json_it_holds() throws IOException {
        aws.cycleFails(
                "Stoker.InvalidInput",
                "{\"problems\":[{\"field\":\"\",\"rule\":\"must be an object\",\"value\":[1,2],"
                        + "\"remedy\":\"See the README.\"}]}");
        Path file = Files.writeString(folder.resolve("odd.json"), "[1,\n 2]");

        Ran ran = at("--input", file.toString(), "--json").ends(2);

        assertThat(aws.requests("StartSyncExecution").get(0).body()).contains("\"[1,\\n 2]\"");
        assertThat(ran.errorCode()).isEqualTo("Stoker.InvalidInput");
        assertThat(ran.json().at("/error/problems/0").asText())
                .isEqualTo("input: must be an object, got [1,2]. See the README.");
    }

    @Test
    void an_invalid_input_gets_all_problems_that_the_state_machine_found() {
        functionExists();
        aws.cycleFails(
                "Stoker.InvalidInput",
                "{\"problems\":[{\"field\":\"targets[0].concurrency\",\"rule\":\"must be a whole"
                        + " number from 1 to 10,000\",\"value\":0,\"remedy\":\"Ask for at least"
                        + " 1.\"},{\"field\":\"x\",\"rule\":"
                        + "\"must be given\",\"remedy\":\"Give it.\"},null],\"truncated\":true}");

        runOrders()
                .ends(2)
                .printsFailure(
                        "2 problems, and more than can be listed; nothing was invoked",
                        "  targets[0].concurrency: must be a whole number from 1 to 10,000, got 0. Ask for at least"
                                + " 1.\n",
                        "  x: must be given, got nothing. Give it.\n");
    }

    @Test
    void a_shortfall_names_the_reserved_concurrency_that_throttled() {
        functionExists();
        aws.cycleFails("Stoker.Shortfall", THROTTLED)
                .answers("GET /2019-09-30/functions/orders/concurrency", 200, "{\"ReservedConcurrentExecutions\":12}");

        assertThat(runOrders().ends(3).out())
                .contains("12 of 20 environments of orders proven warm", "8 × Lambda.TooManyRequestsException")
                .contains("Throttled sleep tasks: 8", "Its reserved concurrency is 12. Reserve at least 25");
    }

    @Test
    void a_shortfall_names_the_accounts_limit_where_nothing_is_reserved() {
        functionExists();
        aws.cycleFails("Stoker.Shortfall", THROTTLED)
                .answers("GET /2019-09-30/functions/orders/concurrency", 200, "{}")
                .answers("GET /2016-08-19/account-settings", 200, "{\"AccountLimit\":{\"ConcurrentExecutions\":10}}");

        assertThat(runOrders().ends(3).out()).contains("the account's limit is 10.");
    }

    @Test
    void a_shortfall_is_reported_without_the_limit_where_the_credentials_may_not_look() {
        functionExists();
        aws.cycleFails("Stoker.Shortfall", THROTTLED)
                .answers("GET /2019-09-30/functions/orders/concurrency", 403, "{}");

        Ran ran = runOrders("--json").ends(3);

        assertThat(ran.out()).isEqualTo(THROTTLED + "\n");
        assertThat(ran.err()).contains("Throttled sleep tasks: 8").doesNotContain("limit");
    }

    @Test
    void a_lost_target_shows_dashes_and_its_reason() {
        functionExists();
        aws.cycleFails(
                "Stoker.Shortfall",
                "{\"requested\":20,\"warm\":0,\"truncated\":true,\"targets\":[{\"function\":"
                        + "\"arn:aws:lambda:eu-west-1:123456789012:function:orders:live\",\"requested\":20,\"warm\":0,\"rounds\":0,"
                        + "\"bestRound\":null,\"holdMillis\":null,\"reachMillis\":null,\"failed\":20,\"reason\":\"It"
                        + " was\\nlost\"}]}");

        assertThat(runOrders().ends(3).out())
                .contains("orders:live         20     0         –       0     –      –       –")
                .contains("0 of 20 environments of orders:live proven warm.\nIt was lost.\n")
                .contains("so it leaves some of the data out");
    }

    @Test
    void a_cycle_that_failed_otherwise_keeps_the_errors_name() {
        functionExists();
        aws.cycleFails("States.DataLimitExceeded", "too\nlarge");

        Ran ran = runOrders("--json").ends(1);

        assertThat(ran.errorCode()).isEqualTo("States.DataLimitExceeded");
        assertThat(ran.err()).contains("too large. Use fewer targets");
    }

    @Test
    void a_cycle_that_timed_out_says_what_to_lower() {
        functionExists();
        aws.answers("StartSyncExecution", 200, "{\"status\":\"TIMED_OUT\"}");

        Ran ran = runOrders("--json").ends(1);

        assertThat(ran.errorCode()).isEqualTo("States.Timeout");
        assertThat(ran.err()).contains("Lower timeoutSeconds");
    }

    @Test
    void another_state_machines_output_is_no_cycle() {
        functionExists();
        aws.cycleSucceeds("{\"hello\":1}");

        assertThat(runOrders("--json").ends(1).errorCode()).isEqualTo("Stoker.NotACycle");
    }

    @Test
    void a_shortfall_whose_numbers_cannot_be_read_stays_one() {
        functionExists();
        aws.cycleFails("Stoker.Shortfall", "cut of");

        assertThat(runOrders("--json").ends(3).errorCode()).isEqualTo("Stoker.Shortfall");
    }

    @Test
    void answers_without_proof_are_enough_where_none_was_asked_for() {
        functionExists();
        aws.cycleSucceeds(
                "{\"targets\":[{\"function\":\"f\",\"requested\":2,\"warm\":0,\"unproven\":2,\"rounds\":1}]}");

        assertThat(runOrders("--proof=none").ends(0).out())
                .contains("0 of 2 environments of f proven warm in 1 round; 2 answered without proof.\n");
    }

    @Test
    void a_function_that_does_not_exist_is_refused_before_anything_runs() {
        aws.answers(LAMBDA + "orders/aliases/live", 404, "{\"Type\":\"User\",\"Message\":\"Cannot find alias\"}");

        Ran ran = runOrders("--json").ends(2);

        assertThat(ran.errorCode()).isEqualTo("Stoker.NoSuchFunction");
        assertThat(ran.err()).contains("must exist in eu-west-1", "got orders:live.");
        assertThat(aws.requests("StartSyncExecution")).isEmpty();
    }

    @Test
    void a_look_up_that_fails_otherwise_leaves_it_to_the_cycle() {
        aws.answers(LAMBDA + "orders/aliases/live", 403, "{\"Message\":\"no\"}").cycleSucceeds(PROVEN);

        runOrders().ends(0);
    }

    @Test
    void versions_and_bare_names_are_looked_up_as_such_and_each_once() throws IOException {
        aws.cycleSucceeds(PROVEN)
                .answers(LAMBDA + "a/configuration", 200, "{}")
                .answers(LAMBDA + "b/configuration?Qualifier=7", 200, "{}");
        Path file = Files.writeString(
                folder.resolve("targets.json"),
                "{\"targets\":[{\"function\":\"a\"},{\"function\":\"b:7\"},{\"function\":\"no"
                        + " name!\"},{\"function\":5},"
                        + "{\"function\":\"a\"}]}");

        at("--input", file.toString()).ends(0);

        assertThat(aws.requests(LAMBDA + "a/configuration")).hasSize(1);
        assertThat(aws.requests(LAMBDA + "b/configuration?Qualifier=7")).hasSize(1);
    }

    @Test
    void functions_of_another_region_or_partition_are_refused_all_at_once_before_anything_is_asked()
            throws IOException {
        Path file = Files.writeString(
                folder.resolve("targets.json"),
                "{\"targets\":[{\"function\":\"arn:aws:lambda:us-east-1:123456789012:function:far\"},{\"function\":"
                        + "\"arn:aws-cn:lambda:eu-west-1:123456789012:function:odd:live\"},{\"function\":\"a\"}]}");

        Ran ran = at("--input", file.toString(), "--json").ends(2);

        assertThat(ran.errorCode()).isEqualTo("Stoker.WrongRegion");
        assertThat(ran.json().at("/error/problems")).hasSize(2);
        assertThat(ran.err())
                .contains(
                        "must be in the state machine's region, eu-west-1, got one of us-east-1: arn:aws:lambda",
                        "got one of aws-cn:eu-west-1: arn:aws-cn");
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void a_state_machine_whose_region_is_not_in_its_partition_is_refused() {
        stoker(
                        "run",
                        "--state-machine=" + MACHINE.replace("arn:aws:", "arn:aws-cn:"),
                        "--function=f",
                        "--concurrency=1")
                .ends(2)
                .printsFailure(
                        "--state-machine: must begin with arn:aws:, since eu-west-1 is a region of that partition");
    }

    @Test
    void an_alias_that_lambda_finds_by_its_version_alone_is_found() {
        aws.cycleSucceeds(PROVEN)
                .answers(LAMBDA + "orders/aliases/live", 200, "{\"FunctionVersion\":\"3\"}")
                .answers(LAMBDA + "orders/configuration?Qualifier=3", 200, "{\"MemorySize\":1536}");

        assertThat(runOrders("--json").ends(0).json().has("cost")).isTrue();
    }

    private void functionExists() {
        aws.answers(LAMBDA + "orders/aliases/live", 200, "{}")
                .answers(CONFIGURATION, 200, "{\"MemorySize\":1536,\"Architectures\":[\"x86_64\"]}");
    }

    private Ran runOrders(String... more) {
        return at(Ran.and(more, "--function=orders:live", "--concurrency=20"));
    }

    private Ran at(String... more) {
        return stoker(Ran.and(more, "run", "--state-machine=" + MACHINE, "--endpoint-url=" + aws.endpoint()));
    }
}
