// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The Huawei traces of 2023, private or public: a file for each day, with one row for each minute (or second) and one
 * column for each function. An empty field means no data and counts as 0, and so does a day without a file. Source of
 * the columns: README_data_release_2023.md in github.com/sir-lab/data-release.
 *
 * @param days the files {@code day_000.csv} and on, in order; at least one
 */
record HuaweiTrace2023(List<Path> days) implements Trace {
    private static final int TIME = 1;
    private static final int FIRST_FUNCTION = 2;

    /** The trace names no dates. Its first day is taken as this Monday. */
    @Override
    public Instant start() {
        return Instant.parse("2023-01-02T00:00:00Z");
    }

    /** From the first row to the second. */
    @Override
    public long stepSeconds() throws IOException {
        try (Columns columns = open(days.get(0))) {
            double first = columns.next() ? columns.number(TIME) : 0;
            double second = columns.next() ? columns.number(TIME) : 0;
            if (second <= first) {
                throw columns.problem("the time of the second row must be later than that of the first", second + " s");
            }
            return (long) (second - first);
        }
    }

    @Override
    public void read(Counts counts) throws IOException {
        for (Path day : days) {
            try (Columns columns = open(day)) {
                while (columns.next()) {
                    long second = (long) columns.number(TIME);
                    for (int column = FIRST_FUNCTION; column < columns.names().size(); column++) {
                        counts.add(columns.names().get(column), second, columns.numberOrZero(column));
                    }
                }
            }
        }
    }

    private static Columns open(Path day) throws IOException {
        return Columns.of(day, "day", "time");
    }
}
