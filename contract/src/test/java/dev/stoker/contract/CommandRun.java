// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of {@code stoker} with {@code --json}, which ran as a process of its own.
 *
 * @param exit the exit code
 * @param out what it printed to stdout, one JSON document
 * @param err what it printed to stderr
 */
record CommandRun(int exit, JsonNode out, String err) {
    /** Runs it at an endpoint; empty for AWS itself. */
    static CommandRun at(Optional<URI> endpoint, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dstoker.root=" + System.getProperty("stoker.root"),
                "-jar",
                Path.of(System.getProperty("stoker.root"), "cli", "target", "stoker-cli.jar")
                        .toString()));
        command.addAll(List.of(arguments));
        command.add("--json");
        endpoint.ifPresent(url -> command.addAll(List.of("--endpoint-url", url.toString())));
        ProcessBuilder process = new ProcessBuilder(command);
        if (endpoint.isPresent()) {
            process.environment().put("AWS_ACCESS_KEY_ID", "test");
            process.environment().put("AWS_SECRET_ACCESS_KEY", "test");
            process.environment().put("AWS_REGION", "us-east-1");
        }
        try {
            Path errors = Files.createTempFile("stoker-", ".err");
            try {
                Process started = process.redirectError(errors.toFile()).start();
                String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return new CommandRun(
                        started.waitFor(), Json.tree(out.isBlank() ? "{}" : out), Files.readString(errors));
            } finally {
                Files.delete(errors);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("stoker cannot be started. Build cli first.", broken);
        } catch (InterruptedException ending) {
            throw new IllegalStateException(ending);
        }
    }
}
