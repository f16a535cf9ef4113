// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import picocli.CommandLine;

/** The command at work, with a clock that stands on the day on which the prices were read. */
final class Estimated {
    private static final String THAT_DAY = "2026-11-22T12:00:00Z";

    private Estimated() {}

    /** What {@code --json} prints. */
    static ObjectNode run(String... args) {
        try {
            return (ObjectNode) Json.read(printed(
                    THAT_DAY,
                    Stream.concat(Stream.of("--json"), Stream.of(args)).toArray(String[]::new))[0]);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** What it prints on a day, stdout and stderr; a failure comes through. */
    static String[] printed(String now, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal none = new Terminal(false, false, 120, false);
        Console console = new Console(out, err, none, StandardCharsets.UTF_8, false);
        new CommandLine(new EstimateCommand(console, Clock.fixed(Instant.parse(now), ZoneOffset.UTC)))
                .setExecutionExceptionHandler((trouble, command, parsed) -> {
                    throw trouble;
                })
                .execute(inOneRegion(args));
        return new String[] {out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8)};
    }

    /** Whatever the surroundings say. */
    private static String[] inOneRegion(String... args) {
        return Stream.concat(
                        Stream.of(args).anyMatch(arg -> arg.startsWith("--region"))
                                ? Stream.empty()
                                : Stream.of("--region=us-east-1"),
                        Stream.of(args))
                .toArray(String[]::new);
    }

    static double line(JsonNode estimate, String name) {
        return find(estimate.path("lines"), name).path("usd").asDouble();
    }

    static double extra(JsonNode estimate, String name) {
        return find(estimate.path("extras"), name).path("usd").asDouble();
    }

    static double other(JsonNode estimate, String name) {
        return find(estimate, name).path("usd").asDouble();
    }

    static double otherLine(JsonNode estimate, String name, String line) {
        return find(find(estimate, name).path("lines"), line).path("usd").asDouble();
    }

    /** The element of this name in an array, or in the other ways of an estimate. */
    static JsonNode find(JsonNode within, String name) {
        for (JsonNode each : within.isArray() ? within : within.path("alternatives")) {
            if (each.path("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("there is no " + name + " in " + within);
    }
}
