// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run of {@code stoker promote --json}, as a process of its own.
 *
 * @param exit the exit code
 * @param out what it printed to stdout, one JSON document
 * @param err what it printed to stderr
 */
record Promote(int exit, JsonNode out, String err) {
    /** Runs it at an endpoint; empty for AWS itself. */
    static Promote run(Optional<URI> endpoint, String stateMachine, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of(System.getProperty("stoker.root"), "cli", "target", "stoker-cli.jar")
                        .toString(),
                "promote",
                "--json",
                "--state-machine",
                stateMachine));
        command.addAll(options);
        endpoint.ifPresent(url -> command.addAll(List.of("--endpoint-url", url.toString())));
        ProcessBuilder process = new ProcessBuilder(command);
        if (endpoint.isPresent()) {
            process.environment().put("AWS_ACCESS_KEY_ID", "test");
            process.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        }
        try {
            Path errors = Files.createTempFile("promote-", ".err");
            Process started = process.redirectError(errors.toFile()).start();
            String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = started.waitFor();
            String err = Files.readString(errors);
            Files.delete(errors);
            return new Promote(exit, Json.tree(out.isBlank() ? "{}" : out), err);
        } catch (IOException broken) {
            throw new IllegalStateException("stoker promote cannot be started. Build cli first.", broken);
        } catch (InterruptedException ending) {
            throw new IllegalStateException(ending);
        }
    }
}
