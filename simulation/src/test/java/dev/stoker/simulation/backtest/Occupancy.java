// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.simulation.traffic.Requests;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** The concurrency of users when no request ever waits: what only knowledge of the future shows. */
final class Occupancy {
    private final int[] peaks;

    private Occupancy(int[] peaks) {
        this.peaks = peaks;
    }

    static Occupancy of(Scene scene) {
        int[] peaks = new int[scene.intervals()];
        Requests requests = scene.requests();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int reached = 0;
        while (requests.next()) {
            int interval = (int) ((requests.atMillis() - scene.series().startMillis()) / Scene.INTERVAL_MILLIS);
            while (reached < Math.min(interval, peaks.length - 1)) {
                reached++;
                leave(ends, scene.tick(reached));
                peaks[reached] = ends.size(); // those who are there when the interval begins
            }
            if (interval < peaks.length) {
                leave(ends, requests.atMillis());
                ends.add(requests.atMillis() + requests.serviceMillis());
                peaks[interval] = Math.max(peaks[interval], ends.size());
            }
        }
        return new Occupancy(peaks);
    }

    private static void leave(PriorityQueue<Long> ends, long now) {
        for (Long next = ends.peek(); next != null && next <= now; next = ends.peek()) {
            ends.poll();
        }
    }

    /** The maximum of an interval. */
    int peak(int interval) {
        return peaks[interval];
    }

    /** The smallest number that a share of the intervals that do not count stay within. */
    int quantileBefore(Scene scene, double share) {
        int[] before = IntStream.range(0, peaks.length)
                .filter(i -> !scene.measures(i))
                .map(i -> peaks[i])
                .sorted()
                .toArray();
        return before.length == 0 ? 1 : before[(int) Math.min(before.length - 1, Math.floor(share * before.length))];
    }
}
