// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A command that ran to its end in this JVM, without a terminal. */
record Ran(int exit, String out, String err) {
    private static final Terminal NONE = new Terminal(false, false, 80, false);

    static Ran stoker(String... args) {
        return on(NONE, args);
    }

    private static Ran on(Terminal terminal, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = StokerCommand.run(new Console(out, err, terminal, StandardCharsets.UTF_8, false), args);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A command that reads this from stdin. */
    static Ran reading(String stdin, String... args) {
        return reading(stdin, NONE, args);
    }

    /** A command on a terminal, where a person types this. */
    static Ran answering(String typed, String... args) {
        return reading(typed, new Terminal(true, false, true, 80, false), args);
    }

    private static Ran reading(String stdin, Terminal terminal, String... args) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)));
        try {
            return on(terminal, args);
        } finally {
            System.setIn(before);
        }
    }

    /** Arguments before others. */
    static String[] and(String[] last, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(last)).toArray(String[]::new);
    }

    /** Asserts the exit code; a failure shows all that was printed. */
    Ran ends(int code) {
        assertThat(exit).as("%s", this).isEqualTo(code);
        return this;
    }

    /** Asserts that stdout is empty and stderr tells this. */
    Ran printsFailure(String... parts) {
        assertThat(out).isEmpty();
        assertThat(err).contains(parts);
        return this;
    }

    /** All of stdout, which must be one JSON document. */
    JsonNode json() {
        try {
            return Json.read(out);
        } catch (JsonProcessingException other) {
            throw new AssertionError("stdout is not one JSON document: " + this, other);
        }
    }

    /** The error's code in the JSON on stdout. */
    String errorCode() {
        return json().at("/error/code").asText();
    }
}
