// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Users beside the cycles, always the same: one alone at times, and N at once at longer intervals than an idle environment lives. Each needs 200 ms of
 * work.
 *
 * @param lengthMillis how long they come
 * @param aloneEveryMillis the mean time from one who comes alone to the next
 * @param firstCrowdMillis when N come at once for the first time
 * @param crowdEveryMillis the least time until N come at once again
 * @param crowdSpreadMillis it is up to so much longer
 * @param intervalMillis from cycle to cycle
 * @param idleMillis after which an idle environment is reclaimed
 */
public record UsersPlan(
        long lengthMillis,
        long aloneEveryMillis,
        long firstCrowdMillis,
        long crowdEveryMillis,
        int crowdSpreadMillis,
        long intervalMillis,
        long idleMillis) {
    /** A day: one every 2 s on average, and N at once every 9 to 11 minutes; a cycle every 4 minutes, 6 idle minutes. */
    public static final UsersPlan DAY =
            new UsersPlan(24 * 3_600_000L, 2_000, 300_000, 540_000, 120_000, 240_000, 360_000);

    /** The day's intervals, shortened to 1/24, for 50 s of wall-clock time: N at once every 22.5 to 27.5 s, a cycle every 10 s, 15 idle seconds. */
    public static final UsersPlan MINUTE = new UsersPlan(50_000, 2_000, 12_500, 22_500, 5_000, 10_000, 15_000);

    /** The work of a user. */
    public static final long WORK_MILLIS = 200;

    /** When users come, in milliseconds from the begin. */
    long[] arrivals(int n) {
        Random random = new Random(7);
        List<Long> arrivals = new ArrayList<>();
        for (double at = 0; at < lengthMillis; at += -Math.log(1 - random.nextDouble()) * aloneEveryMillis) {
            arrivals.add((long) at);
        }
        for (long at = firstCrowdMillis;
                at < lengthMillis;
                at += crowdEveryMillis + random.nextInt(crowdSpreadMillis)) {
            for (int i = 0; i < n; i++) {
                arrivals.add(at);
            }
        }
        return arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
    }
}
