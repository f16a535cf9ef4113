// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.chart;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of a chart. */
public final class ChartFile {
    private ChartFile() {}

    /**
     * Checks the name before anything else is done.
     *
     * @param name null where no chart is wanted
     * @throws Failure if it does not end with .svg, or its folder is not there
     */
    public static void check(@Nullable String name) {
        if (name == null) {
            return;
        }
        try {
            Path folder = Path.of(name).toAbsolutePath().getParent();
            if (name.endsWith(".svg") && folder != null && Files.isDirectory(folder)) {
                return;
            }
        } catch (InvalidPathException impossible) {
            // The same remedy.
        }
        throw Failure.wrongUse("--chart: must be an SVG file in a folder that exists, got " + OneLine.of(name)
                + ". Write a name such as idle.svg.");
    }

    /**
     * Writes the chart.
     *
     * @throws Failure if it cannot be written
     */
    public static void write(String name, String svg) {
        try {
            Files.writeString(Path.of(name), svg);
        } catch (IOException unwritable) {
            throw Failure.notWritten("--chart", name, unwritable);
        }
    }
}
