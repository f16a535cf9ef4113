// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the execution's input from a file or from stdin. Any JSON is good: the state machine judges what it says. */
final class InputFile {
    /** Bytes of an execution's input. Source: Step Functions developer guide, "Service quotas", read 2026-11. */
    static final int MOST_BYTES = 262_144;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private InputFile() {}

    /**
     * Reads the file of this name, or stdin if it is {@code -}.
     *
     * @throws Failure if it cannot be read, is too large, or is no JSON
     */
    static CycleInput read(String name, InputStream stdin) {
        byte[] bytes = bytes(name, stdin);
        if (bytes.length > MOST_BYTES) {
            throw invalid("must be at most 262,144 bytes, got more. Split the targets over several runs.");
        }
        String text = text(bytes);
        try {
            return new CycleInput(text, Json.read(text));
        } catch (JsonProcessingException bad) {
            throw invalid("must be JSON, got a text that is none (" + reason(bad) + "). Correct it there.");
        }
    }

    private static byte[] bytes(String name, InputStream stdin) {
        try {
            if (name.equals("-")) {
                return stdin.readNBytes(MOST_BYTES + 1);
            }
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw unreadable(name, "got a folder");
            }
            try (InputStream content = Files.newInputStream(file)) {
                return content.readNBytes(MOST_BYTES + 1);
            }
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw unreadable(name, "got none of this name");
        } catch (AccessDeniedException forbidden) {
            throw unreadable(name, "got no permission to read it");
        } catch (IOException broken) {
            throw unreadable(name, "got " + OneLine.of(broken.getMessage()));
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException foreign) {
            throw invalid("must be text in UTF-8, got other bytes. Save the file in UTF-8.");
        }
    }

    /** What a JSON parser minds, and where. */
    static String reason(JsonProcessingException bad) {
        JsonLocation at = bad.getLocation();
        String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return where + OneLine.of(bad.getOriginalMessage());
    }

    private static Failure unreadable(String name, String got) {
        return Failure.wrongUse("--input: must be a file that can be read, " + got + ": " + OneLine.of(name)
                + ". Check the path, or write - for stdin.");
    }

    private static Failure invalid(String problem) {
        return new Failure(
                ExitCode.WRONG_USE,
                "Stoker.InvalidInput",
                "The input is invalid; nothing was invoked.",
                List.of("input: " + problem));
    }
}
