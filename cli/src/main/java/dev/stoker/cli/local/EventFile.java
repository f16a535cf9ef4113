// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Reads what users send. */
final class EventFile {
    private EventFile() {}

    /** @throws Failure if it cannot be read, or is no JSON */
    static String read(String name) {
        try {
            String text = Files.readString(Path.of(name));
            Json.read(text);
            return text;
        } catch (JsonProcessingException bad) {
            throw Failure.wrongUse("--event: must be JSON, got a text that is none ("
                    + OneLine.of(bad.getOriginalMessage()) + "): " + OneLine.of(name) + ". Correct it there.");
        } catch (IOException | InvalidPathException unreadable) {
            throw Failure.wrongUse(
                    "--event: must be a file that can be read, got " + OneLine.of(name) + ". Check the path.");
        }
    }
}
