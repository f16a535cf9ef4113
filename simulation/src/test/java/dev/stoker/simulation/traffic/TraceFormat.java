// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The formats of traffic. */
public enum TraceFormat {
    /** One file with the columns timestamp and value. */
    CSV {
        @Override
        CountSeries read(Path place, String function) throws IOException {
            return CountFile.read(place);
        }
    },
    /** A folder with the files {@code invocations_per_function_md.anon.d01.csv} and on. */
    AZURE2019 {
        @Override
        CountSeries read(Path place, String function) throws IOException {
            return new AzureTrace2019(days(place, "invocations_per_function_md")).series(word(), function);
        }
    },
    /** The one file of invocations. */
    AZURE2021 {
        @Override
        CountSeries read(Path place, String function) throws IOException {
            return new AzureTrace2021(place).series(word(), function);
        }
    },
    /** A folder with the files {@code day_000.csv} and on, of requests per minute or per second. */
    HUAWEI2023 {
        @Override
        CountSeries read(Path place, String function) throws IOException {
            return new HuaweiTrace2023(days(place, "day_")).series(word(), function);
        }
    };

    abstract CountSeries read(Path place, String function) throws IOException;

    /** Its name in {@link #read(String)}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a series by a text such as {@code csv:taxi.csv}, {@code azure2019:folder:busiest} or
     * {@code huawei2023:folder:17}. Without a function, the one with the most requests is read.
     *
     * @throws IllegalArgumentException if the text or a file is invalid
     */
    public static CountSeries read(String source) throws IOException {
        String[] parts = source.split(":", 3);
        List<TraceFormat> named = Arrays.stream(values())
                .filter(format -> format.word().equals(parts[0]))
                .toList();
        if (parts.length < 2 || named.isEmpty()) {
            List<String> words = Arrays.stream(values()).map(TraceFormat::word).toList();
            throw new IllegalArgumentException("A series must be FORMAT:PLACE or FORMAT:PLACE:FUNCTION with one of the"
                    + " formats " + String.join(", ", words) + ", got " + source + ".");
        }
        return named.get(0).read(Path.of(parts[1]), parts.length == 3 ? parts[2] : Trace.BUSIEST);
    }

    private static List<Path> days(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> days = files.filter(file -> isDay(String.valueOf(file.getFileName()), prefix))
                    .sorted()
                    .toList();
            if (days.isEmpty()) {
                throw new IllegalArgumentException(
                        folder + ": must have files " + prefix + "*.csv, got none. Unpack the trace there.");
            }
            return days;
        }
    }

    private static boolean isDay(String name, String prefix) {
        return name.startsWith(prefix) && name.endsWith(".csv");
    }
}
