// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.stoker.cli.input.TextFile;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The file from which a calibration can be resumed. It is always complete: each version is written to a temporary file, which then
 * replaces it in one atomic step.
 *
 * @param path where it is
 */
public record StateFile(Path path) {
    /** More than a calibration of 200 environments and 100 passes needs. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    /**
     * The file of this name.
     *
     * @throws Failure if no file can have this name
     */
    public static StateFile named(String option, String name) {
        try {
            return new StateFile(Path.of(name));
        } catch (InvalidPathException impossible) {
            throw Failure.wrongUse(option + ": must be the name of a file, got " + OneLine.of(name) + ".");
        }
    }

    /**
     * Reads it.
     *
     * @throws Failure if there is none, or it is not one that a calibration wrote
     */
    public CalibrationState read() {
        String text = TextFile.notStdin("--resume", MOST_BYTES, "It is not the file of a calibration.")
                .read(path.toString());
        try {
            return StateJson.read(Json.read(text)).orElseThrow(this::foreign);
        } catch (JsonProcessingException other) {
            throw foreign().causedBy(other);
        }
    }

    private Failure foreign() {
        return Failure.wrongUse("--resume: must be a file that stoker calibrate wrote, got another one: "
                + OneLine.of(path.toString()) + ". Give the file that --state named.");
    }

    /** Whether there is such a file. */
    public boolean exists() {
        return Files.exists(path);
    }

    /**
     * Writes it.
     *
     * @throws Failure if it cannot be written
     */
    public void write(CalibrationState state) {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Path fresh = Files.createTempFile(folder, ".calibrate-", ".json");
            try {
                Files.writeString(fresh, StateJson.write(state).toString());
                Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException unwritable) {
            throw Failure.notWritten("--state", path.toString(), unwritable);
        }
    }
}
