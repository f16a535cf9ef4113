// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.summary;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --summary}. */
public final class SummaryOption {
    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Also write the result to this file: JUnit XML if its name ends in .xml; otherwise Markdown,"
                    + " added at the end of the file, as CI systems need it for the summary of a job.")
    private @Nullable String file;

    /**
     * Runs a command and writes its summary, also if it ends with an error.
     *
     * @param command the command, for the summary
     * @param run runs the command. It gets the place for the summary, and returns the exit code
     * @throws Failure before the command runs, if the file cannot be written; or as the command does
     */
    public ExitCode around(String command, Function<SummaryFile, ExitCode> run) {
        SummaryFile summary = new SummaryFile(Optional.ofNullable(file).map(SummaryOption::checked));
        try {
            return run.apply(summary);
        } catch (Failure failure) {
            summary.write(Summary.failed(command, String.valueOf(failure.getMessage())));
            throw failure;
        }
    }

    private static Path checked(String file) {
        try {
            Path path = Path.of(file);
            Path folder = path.toAbsolutePath().getParent();
            boolean writable = Files.exists(path)
                    ? Files.isWritable(path) && !Files.isDirectory(path)
                    : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
            if (writable) {
                return path;
            }
        } catch (InvalidPathException notAPath) {
            // The same problem for the user.
        }
        throw Failure.wrongUse("--summary: must be a file that can be written, got " + OneLine.of(file)
                + ". Check the path and its folder.");
    }

    /** The place for the summary of a command, or none. */
    public static final class SummaryFile {
        private final Optional<Path> path;

        SummaryFile(Optional<Path> path) {
            this.path = path;
        }

        /**
         * Writes a summary, if the option was given.
         *
         * @throws Failure if it cannot be written
         */
        public void write(Summary summary) {
            path.ifPresent(file -> write(file, summary));
        }

        private static void write(Path file, Summary summary) {
            try {
                if (file.toString().endsWith(".xml")) {
                    Files.writeString(file, JunitXml.of(summary), StandardCharsets.UTF_8);
                } else {
                    Files.writeString(
                            file,
                            Markdown.of(summary),
                            StandardCharsets.UTF_8,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                }
            } catch (IOException refused) {
                throw Failure.notWritten("--summary", file.toString(), refused);
            }
        }
    }
}
