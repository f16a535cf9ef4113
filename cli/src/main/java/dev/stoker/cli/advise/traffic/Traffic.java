// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.traffic;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The traffic of some weeks.
 *
 * @param intervals in the order of time
 * @param requests users' requests in all of them
 * @param firstMillis when the first began, since the epoch
 * @param zone the time zone of {@link Interval#hourOfWeek()}
 */
public record Traffic(List<Interval> intervals, double requests, long firstMillis, ZoneId zone) {
    /** The interval between two cycles. Source: the default of Schedule in infra/template.yaml. */
    public static final Duration INTERVAL = Duration.ofMinutes(4);

    private static final long STEP = INTERVAL.toMillis();
    private static final int HOURS_PER_DAY = 24;
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    /** Copies the intervals. */
    public Traffic {
        intervals = List.copyOf(intervals);
    }

    /** How many days it covers, without gaps. */
    public double days() {
        return intervals.size() * STEP / MILLIS_PER_DAY;
    }

    /** The largest number of requests at once. */
    public int peak() {
        return intervals.stream().mapToInt(Interval::peak).max().orElse(0);
    }

    /** The mean number of requests at once. */
    public double mean() {
        return intervals.stream().mapToDouble(Interval::mean).average().orElse(0);
    }

    /** How many of the 168 hours of a week it covers. */
    public long hours() {
        return intervals.stream().mapToInt(Interval::hourOfWeek).distinct().count();
    }

    /**
     * Divides rows into intervals. The requests of a row are spread evenly over it.
     *
     * @param rows in the order of time, without overlaps
     * @param seed of the peaks that are drawn
     */
    static Traffic of(List<TrafficRow> rows, ZoneId zone, long seed) {
        PeakModel model = new PeakModel(seed);
        List<Interval> intervals = new ArrayList<>();
        double all = 0;
        for (int first = 0; first < rows.size(); ) {
            int end = first + 1;
            while (end < rows.size()
                    && rows.get(end).startMillis() == rows.get(end - 1).endMillis()) {
                end++;
            }
            all += cut(rows.subList(first, end), zone, model, intervals);
            first = end;
        }
        return new Traffic(intervals, all, rows.isEmpty() ? 0 : rows.get(0).startMillis(), zone);
    }

    /**
     * Cuts rows without gaps.
     *
     * @return the requests of all intervals
     */
    private static double cut(List<TrafficRow> rows, ZoneId zone, PeakModel model, List<Interval> into) {
        long last = rows.get(rows.size() - 1).endMillis();
        int at = 0;
        int before = -1;
        double all = 0;
        for (long start = rows.get(0).startMillis(); start + STEP <= last; start += STEP) {
            double requests = 0;
            double busy = 0;
            int peak = 0;
            while (rows.get(at).endMillis() <= start) {
                at++;
            }
            for (int i = at; i < rows.size() && rows.get(i).startMillis() < start + STEP; i++) {
                TrafficRow row = rows.get(i);
                double share = (double) (Math.min(row.endMillis(), start + STEP) - Math.max(row.startMillis(), start))
                        / row.lengthMillis();
                requests += share * row.requests();
                busy += share * row.busyMillis();
                peak = Math.max(
                        peak,
                        row.peak().isPresent()
                                ? row.peak().getAsInt()
                                : model.draw(row.mean(), share * row.requests()));
            }
            into.add(new Interval(hourOfWeek(start, zone), requests, busy / STEP, peak, before < 0 ? peak : before));
            before = peak;
            all += requests;
        }
        return all;
    }

    private static int hourOfWeek(long millis, ZoneId zone) {
        ZonedDateTime time = Instant.ofEpochMilli(millis).atZone(zone);
        return (time.getDayOfWeek().getValue() - 1) * HOURS_PER_DAY + time.getHour();
    }
}
