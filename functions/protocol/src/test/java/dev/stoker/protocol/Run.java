// SPDX-License-Identifier: Apache-2.0
package dev.stoker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Runs a command and takes what it prints. */
final class Run {
    /**
     * What came of a command.
     *
     * @param exitCode 0 if it succeeded
     * @param output what it printed, on both streams
     */
    record Outcome(int exitCode, String output) {
        /** Fails the test with the output if the command failed. */
        String succeeded() {
            assertThat(exitCode).as(output).isZero();
            return output;
        }
    }

    private Run() {}

    /** In a folder, with this process's environment. */
    static Outcome in(Path folder, String... command) throws IOException, InterruptedException {
        return in(folder, Map.of(), command);
    }

    /** In a folder, with further environment variables. */
    static Outcome in(Path folder, Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().remove("STOKER_HANDLER");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
