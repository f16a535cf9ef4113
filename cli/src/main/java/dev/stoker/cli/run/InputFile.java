// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stoker.cli.input.TextFile;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Reads the execution's input from a file or from stdin. Any JSON is accepted; the state machine checks its content.
 */
final class InputFile {
    /**
     * The maximum size of an execution's input, bytes. Source: Step Functions developer guide, "Service quotas", read
     * 2026-11.
     */
    static final int MOST_BYTES = 262_144;

    private InputFile() {}

    /**
     * Reads the file of this name, or stdin if it is {@code -}.
     *
     * @throws Failure if it cannot be read, is too large, or is not JSON
     */
    static CycleInput read(String name, InputStream stdin) {
        String text = new TextFile("--input", Optional.of(stdin), MOST_BYTES, "Split the targets over several runs.")
                .read(name, InputFile::invalid);
        try {
            return new CycleInput(text, Json.read(text));
        } catch (JsonProcessingException bad) {
            throw invalid("must be JSON, got text that is not JSON (" + Json.problem(bad) + "). Correct it there.");
        }
    }

    private static Failure invalid(String problem) {
        return new Failure(
                ExitCode.WRONG_USE,
                "Stoker.InvalidInput",
                "The input is invalid; nothing was invoked.",
                List.of("input: " + problem));
    }
}
