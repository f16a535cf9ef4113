// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** A trace of many functions, which are read one at a time: all of them together do not fit into memory. */
interface Trace {
    /** The name of the function with the most requests. */
    String BUSIEST = "busiest";

    /** The instant of its second 0. */
    Instant start();

    /** Seconds from one count to the next. */
    long stepSeconds() throws IOException;

    /**
     * Reads all counts.
     *
     * @throws IllegalArgumentException if a file is invalid, with the line, the rule and the value
     */
    void read(Counts counts) throws IOException;

    /** Receives counts. */
    @FunctionalInterface
    interface Counts {
        /**
         * A count of a function. Several for the same second are added up.
         *
         * @param second seconds since the start, 0 or more
         */
        void add(String function, long second, double count);
    }

    /**
     * The series of one function, from the first to the last second of the trace.
     *
     * @param function its name, or {@link #BUSIEST}
     * @throws IllegalArgumentException if a file is invalid, or has no such function
     */
    default CountSeries series(String label, String function) throws IOException {
        Map<String, Double> totals = new HashMap<>();
        long[] ends = {Long.MAX_VALUE, 0};
        read((name, second, count) -> {
            totals.merge(name, count, Double::sum);
            ends[0] = Math.min(ends[0], second);
            ends[1] = Math.max(ends[1], second);
        });
        String chosen = function.equals(BUSIEST)
                ? totals.entrySet().stream()
                        .max(Map.Entry.<String, Double>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey)
                        .orElse(function)
                : function;
        if (!totals.containsKey(chosen)) {
            throw new IllegalArgumentException(label + ": the function must be one of the trace, got " + chosen
                    + ". Give one of its names, or " + BUSIEST + ".");
        }
        long step = stepSeconds();
        double[] counts = new double[(int) ((ends[1] - ends[0]) / step) + 1];
        read((name, second, count) -> {
            if (name.equals(chosen)) {
                counts[(int) ((second - ends[0]) / step)] += count;
            }
        });
        return CountSeries.of(label + " " + chosen, start().plusSeconds(ends[0]).toEpochMilli(), step * 1000, counts);
    }
}
