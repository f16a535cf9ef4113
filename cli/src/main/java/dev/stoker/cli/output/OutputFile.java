// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An option that names a file to write.
 *
 * @param option such as {@code --chart}
 * @param kind what is in the file, such as {@code an SVG file}
 * @param ending how its name must end, such as {@code .svg}
 * @param example a name, such as {@code idle.svg}
 */
public record OutputFile(String option, String kind, String ending, String example) {
    /**
     * Checks the name before anything else is done.
     *
     * @param name null where no file is wanted
     * @throws Failure if it has another ending, or its folder is not there
     */
    public void check(@Nullable String name) {
        if (name == null) {
            return;
        }
        try {
            Path folder = Path.of(name).toAbsolutePath().getParent();
            if (name.endsWith(ending) && folder != null && Files.isDirectory(folder)) {
                return;
            }
        } catch (InvalidPathException impossible) {
            // The same remedy.
        }
        throw Failure.wrongUse(option + ": must be " + kind + " in a folder that exists, got " + OneLine.of(name)
                + ". For example: " + example + ".");
    }

    /**
     * Writes the file.
     *
     * @throws Failure if it cannot be written
     */
    public void write(String name, String content) {
        try {
            Files.writeString(Path.of(name), content);
        } catch (IOException unwritable) {
            throw Failure.notWritten(option, name, unwritable);
        }
    }
}
