// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads two columns, {@code timestamp,value}: the begin of a step in UTC, such as {@code 2014-04-10 00:04:00}, and its
 * count. A missing row becomes the mean of its neighbors.
 */
public final class CountFile {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private CountFile() {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is invalid, with the line, the rule and the value
     */
    public static CountSeries read(Path file) throws IOException {
        Columns columns = Columns.of(file, "timestamp", "value");
        List<Long> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        try (columns) {
            while (columns.next()) {
                times.add(time(columns));
                values.add(columns.number(1));
            }
        }
        if (times.size() < 2) {
            throw new IllegalArgumentException(file + ": must have at least two rows, got " + times.size() + ".");
        }
        return series(file, times, values);
    }

    private static long time(Columns columns) {
        try {
            return LocalDateTime.parse(columns.text(0), TIME)
                    .toInstant(ZoneOffset.UTC)
                    .toEpochMilli();
        } catch (DateTimeParseException bad) {
            throw columns.problem("the timestamp must be like 2014-04-10 00:04:00", columns.text(0));
        }
    }

    private static CountSeries series(Path file, List<Long> times, List<Double> values) {
        long start = times.get(0);
        long step = Long.MAX_VALUE;
        for (int i = 1; i < times.size(); i++) {
            step = Math.min(step, times.get(i) - times.get(i - 1));
        }
        if (step <= 0) {
            throw new IllegalArgumentException(
                    file + ": each timestamp must be later than the one before. Sort the rows, one for each step.");
        }
        double[] counts = new double[(int) ((times.get(times.size() - 1) - start) / step) + 1];
        Arrays.fill(counts, Double.NaN);
        for (int i = 0; i < times.size(); i++) {
            if ((times.get(i) - start) % step != 0) {
                throw new IllegalArgumentException(file + ", row " + (i + 1) + ": must be a whole number of steps of "
                        + step / 1000 + " s after the first row, got " + (times.get(i) - start) / 1000 + " s.");
            }
            counts[(int) ((times.get(i) - start) / step)] = values.get(i);
        }
        fillGaps(counts);
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.csv$", "");
        return CountSeries.of(name, start, step, counts);
    }

    /** The first and the last count are known. */
    private static void fillGaps(double[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (Double.isNaN(counts[i])) {
                int next = i;
                while (Double.isNaN(counts[next])) {
                    next++;
                }
                double mean = (counts[i - 1] + counts[next]) / 2;
                Arrays.fill(counts, i, next, mean);
            }
        }
    }
}
