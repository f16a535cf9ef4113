// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import dev.stoker.local.lambda.environments.LambdaObserver;
import dev.stoker.local.lambda.environments.LambdaObserver.EnvironmentEvent;
import dev.stoker.local.lambda.environments.LambdaObserver.FunctionFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the errors of a function: each error once, with its count, and the logs of all failed invocations in a file.
 */
public final class FunctionLog implements LambdaObserver {
    /** More kinds of errors would scroll the result off the screen. */
    private static final int MOST_KINDS = 3;

    private static final int FIRST_LINES = 10;
    private static final long LARGEST_FILE = 4L * 1024 * 1024;

    private final LambdaObserver next;
    private final Map<String, FailureKind> kinds = new LinkedHashMap<>();
    private Optional<Path> file = Optional.empty();
    private long written;

    private static final class FailureKind {
        private final FunctionFailure first;
        private long number;

        FailureKind(FunctionFailure first) {
            this.first = first;
        }
    }

    /**
     * @param next another observer of the same environments
     */
    public FunctionLog(LambdaObserver next) {
        this.next = next;
    }

    @Override
    public void on(EnvironmentEvent event) {
        next.on(event);
    }

    @Override
    public synchronized void failed(FunctionFailure failure) {
        kinds.computeIfAbsent(error(failure), unused -> new FailureKind(failure)).number++;
        keep(failure);
        next.failed(failure);
    }

    /**
     * Prints the errors to stderr, with the beginning of the log of each, and the name of the log file. Prints nothing
     * if no invocation failed.
     */
    public synchronized void print(Console console) {
        kinds.entrySet().stream().limit(MOST_KINDS).forEach(kind -> {
            console.note(Count.of(kind.getValue().number, "invocation") + " of "
                    + OneLine.of(kind.getValue().first.function()) + " failed with " + kind.getKey());
            kind.getValue()
                    .first
                    .log()
                    .text()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .limit(FIRST_LINES)
                    .forEach(line -> console.note("  | " + OneLine.of(line)));
        });
        if (kinds.size() > MOST_KINDS) {
            console.note((kinds.size() - MOST_KINDS) + " more kinds of errors occurred.");
        }
        file.ifPresent(path -> console.note("The log of the invocations that failed is in " + path + "."));
    }

    /** {@code java.lang.IllegalStateException: The message.} */
    public static String error(FunctionFailure failure) {
        JsonNode error = Json.read(failure.error().text(), JsonNode.class).orElse(MissingNode.getInstance());
        String type = OneLine.of(error.path("errorType").asText("an error without a type"));
        String message = OneLine.sentence(error.path("errorMessage").asText().replace(failure.requestId(), "…"));
        return message.isEmpty() ? type + "." : type + ": " + message;
    }

    private void keep(FunctionFailure failure) {
        String text = "RequestId: " + failure.requestId() + " "
                + failure.error().text() + "\n" + failure.log().text() + "\n";
        if (written + text.length() > LARGEST_FILE) {
            return;
        }
        try {
            if (file.isEmpty()) {
                file = Optional.of(Files.createTempFile("stoker-", ".log"));
            }
            Files.writeString(file.get(), text, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            written += text.length();
        } catch (IOException unwritable) {
            file = Optional.empty();
            written = LARGEST_FILE; // the error itself is printed anyway
        }
    }
}
