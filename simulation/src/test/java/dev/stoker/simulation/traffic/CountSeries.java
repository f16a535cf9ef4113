// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongToDoubleFunction;

/** Counts of requests, one for each step of time, without gaps. Immutable. */
public final class CountSeries {
    private final String name;
    private final long startMillis;
    private final long stepMillis;
    private final double[] counts;

    private CountSeries(String name, long startMillis, long stepMillis, double[] counts) {
        this.name = name;
        this.startMillis = startMillis;
        this.stepMillis = stepMillis;
        this.counts = counts;
    }

    /**
     * A series.
     *
     * @param name for people
     * @param startMillis the begin of the first step, milliseconds since the epoch
     * @param stepMillis the length of a step, 1 or more
     * @param counts the requests in each step, 0 or more; at least one step
     * @throws IllegalArgumentException if the step or a count is out of range
     */
    public static CountSeries of(String name, long startMillis, long stepMillis, double... counts) {
        if (stepMillis < 1 || counts.length == 0) {
            throw new IllegalArgumentException(name + ": must have a step from 1 ms and at least one count, got "
                    + stepMillis + " ms and " + counts.length + " counts.");
        }
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0 && counts[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        name + ": the count of step " + i + " must be a number from 0, got " + counts[i] + ".");
            }
        }
        return new CountSeries(name, startMillis, stepMillis, counts.clone());
    }

    /**
     * The same rate all the time.
     *
     * @param perSecond requests
     */
    public static CountSeries flat(Instant start, long stepMillis, int steps, double perSecond) {
        double[] counts = new double[steps];
        Arrays.fill(counts, perSecond * stepMillis / 1000);
        return of(String.format(Locale.ROOT, "flat, %.0f/s", perSecond), start.toEpochMilli(), stepMillis, counts);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The begin of the first step, milliseconds since the epoch. */
    public long startMillis() {
        return startMillis;
    }

    /** The end of the last step. */
    public long endMillis() {
        return startMillis + stepMillis * counts.length;
    }

    /** The length of a step. */
    public long stepMillis() {
        return stepMillis;
    }

    /** The number of steps. */
    public int steps() {
        return counts.length;
    }

    /** The count of a step. */
    public double count(int step) {
        return counts[step];
    }

    /** All requests. */
    public double total() {
        return Arrays.stream(counts).sum();
    }

    /** The requests for each millisecond at an instant; 0 outside of the series. */
    public double perMilli(long atMillis) {
        return atMillis < startMillis || atMillis >= endMillis()
                ? 0
                : counts[(int) ((atMillis - startMillis) / stepMillis)] / stepMillis;
    }

    /** The first instant after this one at which the rate may be another. */
    public long nextChange(long atMillis) {
        if (atMillis < startMillis) {
            return startMillis;
        }
        return atMillis >= endMillis()
                ? Long.MAX_VALUE
                : startMillis + ((atMillis - startMillis) / stepMillis + 1) * stepMillis;
    }

    /** The same with each count times a factor. */
    public CountSeries times(double factor) {
        return changed(name + String.format(Locale.ROOT, " x %s", number(factor)), at -> factor);
    }

    /** The same with each count times a factor from an instant on, which the steps begin at or after. */
    public CountSeries timesFrom(long atMillis, double factor) {
        return changed(name, at -> at < atMillis ? 1 : factor);
    }

    private CountSeries changed(String newName, LongToDoubleFunction factor) {
        double[] changed = counts.clone();
        for (int i = 0; i < changed.length; i++) {
            changed[i] *= factor.applyAsDouble(startMillis + i * stepMillis);
        }
        return new CountSeries(newName, startMillis, stepMillis, changed);
    }

    /**
     * The steps that begin within two instants.
     *
     * @param fromMillis the first instant
     * @param toMillis the end, exclusive
     * @throws IllegalArgumentException if there are none
     */
    public CountSeries between(long fromMillis, long toMillis) {
        int first = step(fromMillis);
        int end = step(toMillis);
        if (first >= end) {
            throw new IllegalArgumentException(name + ": must have steps between " + Instant.ofEpochMilli(fromMillis)
                    + " and " + Instant.ofEpochMilli(toMillis) + ", got none. It goes from "
                    + Instant.ofEpochMilli(startMillis) + " to " + Instant.ofEpochMilli(endMillis()) + ".");
        }
        return new CountSeries(
                name, startMillis + first * stepMillis, stepMillis, Arrays.copyOfRange(counts, first, end));
    }

    private int step(long atMillis) {
        long step = Math.floorDiv(atMillis - startMillis + stepMillis - 1, stepMillis);
        return (int) Math.max(0, Math.min(counts.length, step));
    }

    /**
     * This series and then another one, whose first step begins where this one ends, whatever its own begin. The steps
     * become the largest length that divides both.
     */
    public CountSeries then(CountSeries other) {
        long common = gcd(stepMillis, other.stepMillis);
        int here = (int) (stepMillis / common);
        int there = (int) (other.stepMillis / common);
        double[] joined = new double[counts.length * here + other.counts.length * there];
        for (int i = 0; i < counts.length * here; i++) {
            joined[i] = counts[i / here] / here;
        }
        for (int i = 0; i < other.counts.length * there; i++) {
            joined[counts.length * here + i] = other.counts[i / there] / there;
        }
        return new CountSeries(name + ", then " + other.name, startMillis, common, joined);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private static String number(double factor) {
        return factor == Math.rint(factor) ? String.valueOf((long) factor) : String.valueOf(factor);
    }
}
