// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.advise.traffic.Interval;
import dev.stoker.cli.advise.traffic.Traffic;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The users of {@link UsersPlan#DAY} as {@code stoker advise} reads traffic. */
public final class DayUsers {
    private static final int DAYS_OF_A_WEEK = 7;

    private DayUsers() {}

    /** A week of such days, of N at once at most. */
    public static Traffic week(int n) {
        long[] arrivals = UsersPlan.DAY.arrivals(n);
        long step = Traffic.INTERVAL.toMillis();
        List<Interval> intervals = new ArrayList<>();
        int before = -1;
        for (int day = 0; day < DAYS_OF_A_WEEK; day++) {
            for (long start = 0; start < UsersPlan.DAY.lengthMillis(); start += step) {
                long from = start;
                long[] here = Arrays.stream(arrivals)
                        .filter(at -> at >= from && at < from + step)
                        .toArray();
                int peak = peak(here);
                int hour = day * 24 + (int) (start / 3_600_000);
                intervals.add(new Interval(
                        hour,
                        here.length,
                        (double) here.length * UsersPlan.WORK_MILLIS / step,
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
            while (sorted[first] + UsersPlan.WORK_MILLIS <= sorted[i]) {
                first++;
            }
            most = Math.max(most, i - first + 1);
        }
        return most;
    }
}
