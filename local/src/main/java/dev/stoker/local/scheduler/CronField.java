// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A field of a cron expression with the numbers that it matches: {@code *}, numbers, names, ranges, steps and lists of
 * them.
 */
final class CronField {
    private final BitSet allowed;

    private CronField(BitSet allowed) {
        this.allowed = allowed;
    }

    /**
     * Parses a field.
     *
     * @param names names of numbers, the first for the smallest number
     * @throws IllegalArgumentException if it is invalid; the message contains the rule
     */
    static CronField parse(String text, int least, int most, List<String> names) {
        BitSet allowed = new BitSet();
        for (String part : text.split(",", -1)) {
            String[] stepped = part.split("/", -1);
            int step = stepped.length == 1 ? 1 : number(stepped[1], 1, most, List.of());
            String[] range = stepped[0].equals("*") ? new String[] {"" + least, "" + most} : stepped[0].split("-", -1);
            int from = number(range[0], least, most, names);
            int to = range.length == 2 ? number(range[1], least, most, names) : stepped.length == 1 ? from : most;
            if (stepped.length > 2 || range.length > 2) {
                throw new IllegalArgumentException("a part must be a number, a range or a step, got " + part);
            }
            if (to < from) {
                throw new IllegalArgumentException("a range must rise, got " + part);
            }
            for (int value = from; value <= to; value += step) {
                allowed.set(value);
            }
        }
        return new CronField(allowed);
    }

    static int number(String text, int least, int most, List<String> names) {
        int named = names.indexOf(text.toUpperCase(Locale.ROOT));
        if (named >= 0) {
            return least + named;
        }
        if (text.matches("[0-9]{1,4}")) {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new IllegalArgumentException("each number must be " + least + " to " + most + ", got " + text);
    }

    boolean contains(int value) {
        return allowed.get(value);
    }

    /** The numbers in ascending order. */
    IntStream values() {
        return allowed.stream();
    }
}
