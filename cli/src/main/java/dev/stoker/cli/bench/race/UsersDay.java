// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.local.lambda.environments.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A day of {@link DayUsers} on virtual time, the same users for all contestants.
 *
 * @param users their number
 * @param coldByHour users of each hour who waited for a cold start
 * @param displaced those of them who came while the contestant held environments
 */
public record UsersDay(int users, List<Integer> coldByHour, int displaced) {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long INIT_MILLIS = 2_000;
    private static final int HOURS = 24;

    /** Copies the counts. */
    public UsersDay {
        coldByHour = List.copyOf(coldByHour);
    }

    /** Users who waited. */
    public int cold() {
        return coldByHour.stream().mapToInt(Integer::intValue).sum();
    }

    /** The line of results. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "users %d  cold starts %5d = %7.4f %%  displaced %4d  by hour %s",
                users,
                cold(),
                100.0 * cold() / users,
                displaced,
                coldByHour);
    }

    /**
     * The day of a contestant.
     *
     * @param contestant empty for no warming at all
     */
    public static UsersDay of(Optional<Contestant> contestant, int n, Spread spread) {
        Contestant runs = contestant.orElse(Contestant.TRICK);
        try (VirtualTrack track = new VirtualTrack(runs, n, INIT_MILLIS, FreeChoice.MOST_RECENT, true)) {
            track.dispatch(spread.delay());
            return new Day(track, n).live(contestant.isPresent());
        }
    }

    private static final class Day {
        private final VirtualTrack track;
        private final int n;
        private final int[] cold = new int[HOURS];
        private int users;
        private int displaced;

        Day(VirtualTrack track, int n) {
            this.track = track;
            this.n = n;
        }

        UsersDay live(boolean warmed) {
            long began = track.time().nowMillis();
            long end = began + DayUsers.DAY_MILLIS;
            for (long at : DayUsers.of(n).arrivals()) {
                send(began + at, began);
            }
            for (long at = began; at < end; at += VirtualTrack.INTERVAL_MILLIS) {
                if (warmed) {
                    track.start();
                }
                track.time().runUntil(at + VirtualTrack.INTERVAL_MILLIS);
            }
            return new UsersDay(users, Arrays.stream(cold).boxed().toList(), displaced);
        }

        private void send(long at, long began) {
            users++;
            boolean[] held = new boolean[1];
            track.time().at(at, () -> held[0] = track.holds());
            track.user(at, DayUsers.WORK_MILLIS, outcome -> {
                if (outcome instanceof InvokeOutcome.Answered answered
                        && track.truth().startedFor(answered.requestId())) {
                    cold[(int) ((at - began) / HOUR_MILLIS)]++;
                    displaced += held[0] ? 1 : 0;
                }
            });
        }
    }
}
