// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The Azure Functions Trace 2019: a file for each day, with one row for each function and one column for each minute.
 * Rows of the same function are added up. Source of the columns: AzureFunctionsDataset2019.md in
 * github.com/Azure/AzurePublicDataset, revision 2.
 *
 * @param days the files {@code invocations_per_function_md.anon.d01.csv} and on, in order
 */
record AzureTrace2019(List<Path> days) implements Trace {
    private static final int FUNCTION = 2;
    private static final int FIRST_MINUTE = 4;
    private static final long MINUTE_SECONDS = 60;
    private static final long DAY_SECONDS = 86_400;

    /** The trace is of July 2019 and does not name its days. Its paper begins on this Monday. */
    @Override
    public Instant start() {
        return Instant.parse("2019-07-15T00:00:00Z");
    }

    @Override
    public long stepSeconds() {
        return MINUTE_SECONDS;
    }

    @Override
    public void read(Counts counts) throws IOException {
        for (int day = 0; day < days.size(); day++) {
            try (Columns columns = Columns.of(days.get(day), "HashOwner", "HashApp", "HashFunction", "Trigger", "1")) {
                while (columns.next()) {
                    for (int minute = 0; minute < columns.names().size() - FIRST_MINUTE; minute++) {
                        counts.add(
                                columns.text(FUNCTION),
                                day * DAY_SECONDS + minute * MINUTE_SECONDS,
                                columns.number(FIRST_MINUTE + minute));
                    }
                }
            }
        }
    }
}
