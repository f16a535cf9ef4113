// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.advise.traffic.Interval;
import dev.stoker.cli.advise.traffic.Traffic;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The users of a day, always the same: one alone every 2 s on average, and N at once every 9 to 11 minutes, which is longer than an idle
 * environment lives. Each needs 200 ms of work.
 */
public final class DayUsers {
    /** The work of a user. */
    static final long WORK_MILLIS = 200;

    /** The length of the day. */
    static final long DAY_MILLIS = 24L * 3_600_000;

    private static final long ALONE_EVERY_MILLIS = 2_000;
    private static final int DAYS_OF_A_WEEK = 7;

    private final long[] arrivals;

    private DayUsers(long[] arrivals) {
        this.arrivals = arrivals;
    }

    static DayUsers of(int n) {
        Random random = new Random(7);
        List<Long> arrivals = new ArrayList<>();
        for (double at = 0; at < DAY_MILLIS; at += -Math.log(1 - random.nextDouble()) * ALONE_EVERY_MILLIS) {
            arrivals.add((long) at);
        }
        for (long at = 300_000; at < DAY_MILLIS; at += 540_000 + random.nextInt(120_000)) {
            for (int i = 0; i < n; i++) {
                arrivals.add(at);
            }
        }
        return new DayUsers(
                arrivals.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /** When they come, in milliseconds of the day. */
    long[] arrivals() {
        return arrivals.clone();
    }

    /** A week of such days, as {@code stoker advise} reads traffic. */
    public static Traffic week(int n) {
        long[] arrivals = of(n).arrivals;
        long step = Traffic.INTERVAL.toMillis();
        List<Interval> intervals = new ArrayList<>();
        int before = -1;
        for (int day = 0; day < DAYS_OF_A_WEEK; day++) {
            for (long start = 0; start < DAY_MILLIS; start += step) {
                long from = start;
                long[] here = Arrays.stream(arrivals)
                        .filter(at -> at >= from && at < from + step)
                        .toArray();
                int peak = peak(here);
                int hour = day * 24 + (int) (start / 3_600_000);
                intervals.add(new Interval(
                        hour,
                        here.length,
                        (double) here.length * WORK_MILLIS / step,
                        peak,
                        before < 0 ? peak : before));
                before = peak;
            }
        }
        return new Traffic(intervals, (double) arrivals.length * DAYS_OF_A_WEEK, 0, ZoneOffset.UTC);
    }

    /** The largest number at once. */
    private static int peak(long[] sorted) {
        int most = 0;
        int first = 0;
        for (int i = 0; i < sorted.length; i++) {
            while (sorted[first] + WORK_MILLIS <= sorted[i]) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return most;
    }
}
