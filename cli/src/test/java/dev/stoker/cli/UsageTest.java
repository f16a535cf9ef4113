// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.aws.AwsSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How arguments are understood, and the message where they are not: nothing is called in any of these tests. */
class UsageTest {
    private static final String MACHINE = "arn:aws:states:eu-west-1:123456789012:stateMachine:m";

    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @TempDir
    private Path folder;

    @Test
    void help_has_an_example_and_the_exit_codes() {
        assertThat(stoker("--help").ends(0).out()).contains("stoker run --stack", "3 shortfall", "run  ");
        assertThat(stoker("run", "--help").ends(0).out())
                .contains("stoker run --stack", "3 shortfall", "--function", "--input", "--endpoint-url", "--json");
    }

    @Test
    void version_is_reported() {
        assertThat(stoker("--version").ends(0).out()).startsWith("stoker ");
    }

    @Test
    void no_command_is_wrong_use() {
        stoker().ends(2).printsFailure("A command is missing", "stoker --help");
    }

    @Test
    void help_lists_each_command_with_its_description() {
        assertThat(stoker("--help").ends(0).out())
                .contains("demo  ", "run  ", "serve  ", "estimate  ", "report  ", "completion  ")
                .contains("Start one cycle, wait for it");
    }

    @Test
    void completion_knows_commands_and_options() {
        assertThat(stoker("completion").ends(0).out())
                .contains("complete -F _complete_stoker", "--requests-per-second");
        assertThat(stoker("completion", "--json").ends(0).json().path("script").asText())
                .contains("_complete_stoker");
    }

    @Test
    void commands_and_options_may_come_from_a_file_of_arguments() throws IOException {
        Path arguments = Files.writeString(folder.resolve("arguments"), "estimate --concurrency=20 --json");

        assertThat(stoker("@" + arguments).ends(0).json().path("currency").asText())
                .isEqualTo("USD");
    }

    @ParameterizedTest
    @CsvSource({
        "--fucntion=f, --function",
        "--concurency=2, --concurrency",
        "--statemachine=x, --state-machine",
        "--endpoint=http://x, --endpoint-url"
    })
    void a_wrong_flag_is_answered_with_the_nearest_right_one(String wrong, String right) {
        stoker("run", wrong).ends(2).printsFailure("Did you mean " + right + "?");
    }

    @Test
    void so_is_a_wrong_command_and_what_is_like_nothing_stays_alone() {
        stoker("rnu").ends(2).printsFailure("Did you mean run?");
        assertThat(stoker("run", "--xyz").ends(2).err()).doesNotContain("Did you mean");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--stack s | --function: is required",
                "--stack s --function f | --concurrency: is required",
                "--stack s --concurrency 2 | --function: is required",
                "--stack s --concurrency 2.5 --function f | must be a whole number, got \"2.5\"",
                "--stack s --concurrency 99999999999999999999 --function f | must be a whole number",
                "--function f --concurrency 2 | must be exactly one, got none",
                "--stack s --state-machine m --function f --concurrency 2 | must be exactly one, got both",
                "--state-machine m --function f --concurrency 2 | must be the ARN of a state machine, got \"m\"",
                "--stack s --input x.json --function f | cannot be combined with --function.",
                "--stack s --input x.json --min-warm 3 --proof none | with --min-warm, --proof",
                "--stack s --function f --concurrency 2 --payload {a | --payload: must be JSON, got {a (line 1,"
                        + " column 2",
                "--stack s --function f --concurrency 2 --endpoint-url localhost:4566 | http://127.0.0.1:4566",
                "--stack s --function f --concurrency 2 --endpoint-url http: | --endpoint-url: must be",
                "--stack s --function f --concurrency 2 --region Europe | --region: must be the name of a region",
                "--local --stack s --concurrency 2 | must be exactly one, got --local and --stack",
                "--local --state-machine m --concurrency 2 | must be exactly one, got --local and --state-machine",
                "--local --concurrency 2 --endpoint-url http://x | --endpoint-url: must be left out",
                "--local --concurrency 2 --profile me | --profile: must be left out",
                "--local | --concurrency: is required",
                "--local --concurrency 2 --environments docker | must be process or in-jvm, got docker",
                "--local --concurrency 2 --account-concurrency 0 | must be 1 or more, got 0",
                "--local --concurrency 2 --jar a.jar | --jar: must be given with --handler",
                "--local --concurrency 2 --handler H | --handler: must be given with --jar or --package",
                "--local --concurrency 2 --jar a.jar --package a.zip --handler H | --jar: cannot be combined",
                "--local --concurrency 2 --package a.zip --handler H | --package: must be given with --runtime",
                "--local --concurrency 2 --runtime python3.13 --handler H | --runtime: must be given with --package",
                "--local --concurrency 2 --package a.zip --runtime python3.13 | --package: must be given with --handler",
                "--local --concurrency 2 --package a.zip --runtime ruby3.4 --handler H | --runtime: must be one of java17",
                "--local --environments in-jvm --concurrency 2 --package a --runtime python3.13 --handler H | in-jvm runs Java only, got --runtime python3.13",
                "--local --concurrency 2 --jar no/such.jar --handler H | --jar: must be a file that can be read",
                "--local --concurrency 2 --event no/such.json | --event: must be a file that can be read",
                "--local --concurrency 2 --env a | should be in KEY=VALUE format",
                "--local --concurrency 2 --faults crash=2,fog=1 | --faults crash: must be a probability from 0 to 1",
                "--stack s --function f --concurrency 2 --faults crash=1 --env a=b | --env, --faults: is valid only with --local",
            })
    void what_is_missing_or_contradicts_is_named(String args, String message) {
        stoker(("run " + args).split(" ")).ends(2).printsFailure(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "demo --concurrency 0 | --concurrency: must be 1 to 1,000, got 0",
                "demo --concurrency 1001 | --concurrency: must be 1 to 1,000, got 1001",
                "demo --concurrency many | must be a whole number",
                "demo --endpoint-url http://x | --endpoint-url: must be left out",
                "demo --environments docker | must be process or in-jvm, got docker",
                "serve --port 70000 | --port: must be 0 to 65535, got 70000",
                "serve --profile me | --profile: must be left out",
            })
    void so_it_is_with_the_other_commands(String args, String message) {
        stoker(args.split(" ")).ends(2).printsFailure(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--max-hold", "--max-hold-millis"})
    void the_longest_hold_has_one_name_in_all_commands_and_its_older_one_is_taken(String name) throws IOException {
        String nothing = file("{}");

        stoker("run", "--stack=s", "--input=" + nothing, name + "=5")
                .ends(2)
                .printsFailure("cannot be combined with --max-hold-millis");
        stoker("check", "f", name + "=5000").ends(2).printsFailure("--max-hold-millis: must be a whole number from 1");
        for (String command : List.of("run", "check")) {
            assertThat(stoker(command, "--help").out())
                    .contains("--max-hold-millis=MS")
                    .doesNotContain("--max-hold=");
        }
    }

    @Test
    void the_hold_of_an_estimate_may_have_the_name_that_run_gives_it() {
        assertThat(stoker("estimate", "--concurrency=1", "--hold-millis=200", "--json")
                        .ends(0)
                        .out())
                .isEqualTo(stoker("estimate", "--concurrency=1", "--hold=200ms", "--json")
                        .out());
    }

    @Test
    void a_region_other_than_the_state_machines_is_wrong_use() {
        stoker("run", "--state-machine", MACHINE, "--region", "us-east-1", "--function", "f", "--concurrency", "1")
                .ends(2)
                .printsFailure("must be that of --state-machine, eu-west-1, got us-east-1");
    }

    @Test
    void wrong_use_is_json_too_where_json_is_asked_for() {
        Ran ran = stoker("run", "--json", "--fucntion", "f").ends(2);

        assertThat(ran.errorCode()).isEqualTo("Stoker.WrongUse");
        assertThat(ran.json().at("/error/message").asText()).contains("Did you mean --function?");
        assertThat(ran.json().at("/error/problems").isMissingNode()).isTrue();
    }

    @Test
    void an_input_that_is_no_json_is_refused_with_the_place() throws IOException {
        Ran ran = stoker("run", "--json", "--stack", "s", "--input", file("{\n  \"function\": f}"))
                .ends(2);

        assertThat(ran.errorCode()).isEqualTo("Stoker.InvalidInput");
        assertThat(ran.json().at("/error/problems/0").asText()).contains("must be JSON", "line 2, column 15");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        stoker("run", "--stack", "s", "--input", "no/such.json")
                .ends(2)
                .printsFailure("no/such.json", "Check the path");
        stoker("run", "--stack", "s", "--input", folder.toString()).ends(2).printsFailure("which is a folder");
    }

    private String file(String content) throws IOException {
        return Files.writeString(folder.resolve("input.json"), content).toString();
    }
}
