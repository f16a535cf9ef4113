// SPDX-License-Identifier: Apache-2.0
package dev.stoker.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The Terraform module: the values that its variables accept, and the template's parameters that it computes from them. Its
 * resource is left out, because it needs AWS's provider.
 */
final class TerraformTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @BeforeEach
    void take_the_module_without_its_resource() throws Exception {
        assumeTrue(
                Pattern.compile(File.pathSeparator)
                        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "terraform"))),
                "There is no terraform on PATH.");
        Files.copy(Repository.path("infra/terraform/variables.tf"), folder.resolve("variables.tf"));
        List<String> locals = Repository.all(
                Pattern.compile("(?ms)^(locals \\{$.*?^})$"), Repository.text("infra/terraform/main.tf"));
        assertThat(locals).hasSize(1);
        Files.writeString(
                folder.resolve("main.tf"),
                locals.get(0) + "\noutput \"parameters\" {\n  value = local.parameters\n}\n");
        assertThat(terraform("init").exit()).isZero();
    }

    @Test
    void the_targets_become_parameters_of_the_template() throws Exception {
        give("""
                {"template_url": "u", "parameters": {"AlarmTopicArn": "t"}, "targets": [
                  {"arn": "arn:orders", "qualifier": "live", "concurrency": 20},
                  {"arn": "arn:orders", "qualifier": "2", "concurrency": 3},
                  {"arn": "arn:carts", "concurrency": 5}]}
                """);

        TerraformRun applied = terraform("apply", "-auto-approve", "-input=false");
        assertThat(applied.exit()).as(applied.output()).isZero();

        JsonNode parameters =
                JSON.readTree(terraform("output", "-json", "parameters").output());
        assertThat(parameters).hasSize(3);
        assertThat(parameters.path("AlarmTopicArn").asText()).isEqualTo("t");
        assertThat(parameters.path("TargetArns").asText()).isEqualTo("arn:orders,arn:carts");
        assertThat(JSON.readTree(parameters.path("Targets").asText())).isEqualTo(JSON.readTree("""
                [{"function": "arn:orders:live", "concurrency": 20},
                 {"function": "arn:orders:2", "concurrency": 3},
                 {"function": "arn:carts", "concurrency": 5}]
                """));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, A stack keeps 1 to 20 functions warm.",
        "21, 1, A stack keeps 1 to 20 functions warm.",
        "1, 0, concurrency is a whole number from 1 to 10000.",
        "1, 1.5, concurrency is a whole number from 1 to 10000.",
        "1, 10001, concurrency is a whole number from 1 to 10000.",
        "2, 5001, A stack keeps at most 10000 environments warm."
    })
    void what_every_cycle_would_reject_is_refused(int functions, String concurrency, String rule) throws Exception {
        String one = "{\"arn\": \"a\", \"concurrency\": " + concurrency + "}";
        give("{\"template_url\": \"u\", \"targets\": [" + String.join(",", Collections.nCopies(functions, one)) + "]}");

        TerraformRun refused = terraform("plan", "-input=false");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains(rule);
    }

    private void give(String variables) throws IOException {
        Files.writeString(folder.resolve("terraform.tfvars.json"), variables);
    }

    private TerraformRun terraform(String command, String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("terraform", command, "-no-color").directory(folder.toFile());
        builder.command().addAll(List.of(options));
        // Otherwise it asks its maker for a newer version.
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Path output = folder.resolve("output");
        int exit = builder.redirectOutput(output.toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start()
                .waitFor();
        return new TerraformRun(exit, Files.readString(output) + Files.readString(folder.resolve("errors")));
    }

    private record TerraformRun(int exit, String output) {}
}
