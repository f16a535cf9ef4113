// SPDX-License-Identifier: Apache-2.0
package dev.stoker.benchmarks;

import dev.stoker.benchmarks.StartedFunction.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Starts environments in pairs, without the library and with it, and prints how much later the one with it asks for its first event.
 *
 * <p>A pair's two starts follow each other, in turn the one or the other first, so that whatever else the machine does harms both alike.
 */
public final class StartMain {
    private StartMain() {}

    /**
     * Takes some minutes.
     *
     * @param arguments the number of pairs; 30 without it
     * @throws IOException if a file cannot be written, or a process not started
     */
    public static void main(String[] arguments) throws IOException {
        int pairs = arguments.length == 0 ? 30 : Integer.parseInt(arguments[0]);
        Path root =
                Path.of(System.getProperty("stoker.root", ".")).toAbsolutePath().normalize();
        Path work = Files.createTempDirectory("stoker-start");
        System.out.println(Machine.describe());
        System.out.println(
                "the start of a process until it asks for its first event: CPU time of all its threads, and elapsed time; medians of pairs in turn");
        for (StartedFunction function : StartedFunction.all(root, work)) {
            System.out.println(measure(function, pairs));
        }
    }

    private static String measure(StartedFunction function, int pairs) throws IOException {
        Start[] alone = new Start[pairs];
        Start[] behind = new Start[pairs];
        function.start(false); // both once, for the caches of the file system
        function.start(true);
        for (int i = 0; i < pairs; i++) {
            boolean wrappedFirst = i % 2 == 0;
            for (boolean wrapped : new boolean[] {wrappedFirst, !wrappedFirst}) {
                (wrapped ? behind : alone)[i] = function.start(wrapped);
            }
        }
        double[] cpu = differences(behind, alone, Start::cpuMillis);
        double[] elapsed = differences(behind, alone, Start::millis);
        return String.format(
                Locale.ROOT,
                "%-28s %d pairs: CPU alone %5.1f ms, with the library %5.1f ms, more by %4.1f ms (quartiles %.1f to %.1f), goal 15;"
                        + " elapsed alone %6.1f ms, later by %5.1f ms (quartiles %.1f to %.1f)",
                function.name(),
                pairs,
                median(values(alone, Start::cpuMillis)),
                median(values(behind, Start::cpuMillis)),
                median(cpu),
                cpu[pairs / 4],
                cpu[pairs * 3 / 4],
                median(values(alone, Start::millis)),
                median(elapsed),
                elapsed[pairs / 4],
                elapsed[pairs * 3 / 4]);
    }

    private static double[] values(Start[] starts, ToDoubleFunction<Start> what) {
        return Arrays.stream(starts).mapToDouble(what).sorted().toArray();
    }

    /** Within each pair, sorted. */
    private static double[] differences(Start[] behind, Start[] alone, ToDoubleFunction<Start> what) {
        return IntStream.range(0, alone.length)
                .mapToDouble(i -> what.applyAsDouble(behind[i]) - what.applyAsDouble(alone[i]))
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
