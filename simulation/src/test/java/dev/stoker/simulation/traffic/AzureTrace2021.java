// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The Azure Functions Invocation Trace 2021: one row for each invocation, with its end and its duration in seconds. An
 * invocation counts in the minute in which it began; one that began before the trace counts in the first minute. Source
 * of the columns: AzureFunctionsInvocationTrace2021.md in github.com/Azure/AzurePublicDataset, revision 1.
 *
 * @param file the file of all invocations
 */
record AzureTrace2021(Path file) implements Trace {
    private static final int FUNCTION = 1;
    private static final int END = 2;
    private static final int DURATION = 3;
    private static final long MINUTE_SECONDS = 60;

    /** "Two weeks starting on 2021-01-31". */
    @Override
    public Instant start() {
        return Instant.parse("2021-01-31T00:00:00Z");
    }

    @Override
    public long stepSeconds() {
        return MINUTE_SECONDS;
    }

    @Override
    public void read(Counts counts) throws IOException {
        try (Columns columns = Columns.of(file, "app", "func", "end_timestamp", "duration")) {
            while (columns.next()) {
                double began = Math.max(0, columns.number(END) - columns.number(DURATION));
                counts.add(columns.text(FUNCTION), (long) began / MINUTE_SECONDS * MINUTE_SECONDS, 1);
            }
        }
    }
}
