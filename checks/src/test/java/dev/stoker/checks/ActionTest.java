// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The GitHub Action: its script passes each input to {@code stoker run} or {@code stoker history} as one argument, and ends as the command does. */
final class ActionTest {
    @TempDir
    private Path folder;

    @Test
    void each_input_of_the_action_reaches_the_script_by_a_variable() {
        JsonNode action = new ObjectMapper()
                .valueToTree(new Load(LoadSettings.builder().build()).loadFromString(Repository.text("action.yml")));
        JsonNode step = action.at("/runs/steps/0");
        assertThat(step.get("run").asText()).isEqualTo("\"$GITHUB_ACTION_PATH/.github/prove-warm\"");
        action.get("inputs")
                .fieldNames()
                .forEachRemaining(input -> assertThat(step.at("/env/STOKER_"
                                        + input.toUpperCase(Locale.ROOT).replace('-', '_'))
                                .asText())
                        .isEqualTo("${{ inputs." + input + " }}"));
        assertThat(step.get("env")).hasSameSizeAs(action.get("inputs"));
    }

    @Test
    void values_stay_one_argument_each_and_the_exit_code_is_the_commands() throws Exception {
        Ran ran = run(
                3,
                Map.of(
                        "STOKER_STACK", "stoker",
                        "STOKER_FUNCTION", "orders:live $(touch x); \"a b\"",
                        "STOKER_CONCURRENCY", "20",
                        "STOKER_INPUT", "",
                        "GITHUB_STEP_SUMMARY", "summary.md"));

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.arguments())
                .containsExactly(
                        "run",
                        "--stack",
                        "stoker",
                        "--function",
                        "orders:live $(touch x); \"a b\"",
                        "--concurrency",
                        "20",
                        "--summary",
                        "summary.md");
    }

    @Test
    void a_summary_of_ones_own_replaces_that_of_the_job_and_a_stack_is_required() throws Exception {
        assertThat(run(
                                0,
                                Map.of(
                                        "STOKER_STACK", "s",
                                        "STOKER_INPUT", "in.json",
                                        "STOKER_REGION", "eu-west-1",
                                        "STOKER_SUMMARY", "warm.xml",
                                        "GITHUB_STEP_SUMMARY", "summary.md"))
                        .arguments())
                .containsExactly(
                        "run", "--stack", "s", "--input", "in.json", "--region", "eu-west-1", "--summary", "warm.xml");
        assertThat(run(0, Map.of()).exit()).isEqualTo(2);
        assertThat(folder.resolve("output")).content().contains("stack: is required, got nothing. Write the name");
    }

    @Test
    void the_history_has_options_of_its_own_and_another_command_is_refused() throws Exception {
        assertThat(run(
                                0,
                                Map.of(
                                        "STOKER_COMMAND", "history",
                                        "STOKER_STACK", "s",
                                        "STOKER_CONCURRENCY", "20",
                                        "STOKER_SINCE", "24h",
                                        "STOKER_WARM_RATE", "99.9"))
                        .arguments())
                .containsExactly("history", "--stack", "s", "--since", "24h", "--warm-rate", "99.9");
        assertThat(run(0, Map.of("STOKER_COMMAND", "undeploy", "STOKER_STACK", "s"))
                        .exit())
                .isEqualTo(2);
        assertThat(folder.resolve("output")).content().contains("command: must be run or history, got 'undeploy'.");
    }

    private Ran run(int exit, Map<String, String> variables) throws IOException, InterruptedException {
        Path arguments = folder.resolve("arguments");
        Path command = Files.writeString(
                folder.resolve("stoker"), "#!/bin/sh\nprintf '%s\\n' \"$@\" >'" + arguments + "'\nexit " + exit + "\n");
        assertThat(command.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script =
                new ProcessBuilder(Repository.path(".github/prove-warm").toString());
        script.environment().keySet().removeIf(name -> name.startsWith("STOKER_") || name.startsWith("GITHUB_"));
        script.environment().putAll(variables);
        script.environment().put("STOKER_EXECUTABLE", command.toString());
        Process process = script.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        int code = process.waitFor();
        return new Ran(code, Files.exists(arguments) ? Files.readAllLines(arguments) : List.of());
    }

    private record Ran(int exit, List<String> arguments) {}
}
