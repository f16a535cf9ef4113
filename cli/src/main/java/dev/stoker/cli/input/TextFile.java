// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.input;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Failure;
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
import java.util.Optional;
import java.util.function.Function;

/**
 * A text file that an option names. Its encoding is UTF-8. A byte order mark, which editors on Windows write, is
 * removed.
 *
 * @param option the option's name for messages, such as {@code --event}
 * @param stdin the stream for {@code -}; empty if only a file is allowed
 * @param mostBytes the maximum size
 * @param ifLarger the remedy for a larger file, a sentence
 */
public record TextFile(String option, Optional<InputStream> stdin, int mostBytes, String ifLarger) {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A text file without the possibility to use stdin. */
    public static TextFile notStdin(String option, int mostBytes, String ifLarger) {
        return new TextFile(option, Optional.empty(), mostBytes, ifLarger);
    }

    /**
     * Reads the whole text.
     *
     * @param name a path, or {@code -} for stdin
     * @throws Failure if it cannot be read, is too large, or is not UTF-8: exit code 2
     */
    public String read(String name) {
        return read(name, problem -> Failure.wrongUse(option + ": " + problem + " The file is " + shown(name) + "."));
    }

    /**
     * Reads the whole text.
     *
     * @param unfit creates the failure for invalid content, from a sentence that begins with {@code must}
     * @throws Failure this failure, or one with exit code 2 if the file cannot be read
     */
    public String read(String name, Function<String, Failure> unfit) {
        byte[] bytes = bytes(name);
        if (bytes.length > mostBytes) {
            throw unfit.apply("must be at most " + Count.plain((long) mostBytes) + " bytes, got more. " + ifLarger);
        }
        return text(bytes)
                .orElseThrow(() -> unfit.apply("must be text in UTF-8, got "
                        + (isUtf16(bytes) ? "UTF-16" : "other bytes") + ". Save the file in UTF-8."));
    }

    private byte[] bytes(String name) {
        try {
            if (name.equals("-") && stdin.isPresent()) {
                return stdin.get().readNBytes(mostBytes + 1);
            }
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw unreadable(name, "which is a folder");
            }
            try (InputStream content = Files.newInputStream(file)) {
                return content.readNBytes(mostBytes + 1);
            }
        } catch (NoSuchFileException missing) {
            throw unreadable(name, "which does not exist");
        } catch (AccessDeniedException forbidden) {
            throw unreadable(name, "which you have no permission to read");
        } catch (InvalidPathException impossible) {
            throw unreadable(name, "which is not a valid file name in this locale");
        } catch (IOException broken) {
            throw unreadable(name, "which fails with " + OneLine.of(broken.getMessage()));
        }
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)
                    .filter(readable -> !isUtf16(bytes));
        } catch (CharacterCodingException foreign) {
            return Optional.empty();
        }
    }

    /**
     * Recognizes UTF-16 by its byte order mark, or by a zero in the first two bytes, which is not possible in a UTF-8
     * text.
     */
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return first == 0xFEFF || first == 0xFFFE || bytes[0] == 0 || bytes[1] == 0;
    }

    private Failure unreadable(String name, String why) {
        return Failure.wrongUse(option + ": must be a file that can be read, got " + shown(name) + ", " + why
                + ". Check the path" + (stdin.isPresent() ? ", or write - for stdin." : "."));
    }

    private static String shown(String name) {
        return name.equals("-") ? "stdin" : OneLine.of(name);
    }
}
