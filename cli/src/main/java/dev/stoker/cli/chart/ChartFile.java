// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.chart;

import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OutputFile;
import org.jspecify.annotations.Nullable;

/** The file of a chart. */
public final class ChartFile {
    private static final OutputFile CHART = new OutputFile("--chart", "an SVG file", ".svg", "idle.svg");

    private ChartFile() {}

    /**
     * Checks the name before anything else is done.
     *
     * @param name null where no chart is wanted
     * @throws Failure if it does not end with .svg, or its folder is not there
     */
    public static void check(@Nullable String name) {
        CHART.check(name);
    }

    /**
     * Writes the chart.
     *
     * @throws Failure if it cannot be written
     */
    public static void write(String name, String svg) {
        CHART.write(name, svg);
    }
}
