// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stoker.cli.input.TextFile;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;

/** Reads the event that users send. */
final class EventFile {
    /** Bytes of an invocation's payload. Source: Lambda developer guide, "Lambda quotas", read 2026-11. */
    private static final int MOST_BYTES = 6 * 1024 * 1024;

    private EventFile() {}

    /**
     * @throws Failure if it cannot be read or is not JSON
     */
    static String read(String name) {
        String text = TextFile.notStdin("--event", MOST_BYTES, "Lambda takes no larger event.")
                .read(name);
        try {
            Json.read(text);
            return text;
        } catch (JsonProcessingException bad) {
            throw Failure.wrongUse("--event: must be JSON, got text that is not JSON (" + Json.problem(bad) + "): "
                    + OneLine.of(name) + ". Correct it there.");
        }
    }
}
