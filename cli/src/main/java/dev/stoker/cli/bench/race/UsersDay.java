// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The users of a {@link UsersPlan} beside the cycles of a contestant.
 *
 * @param users their number
 * @param coldByHour users of each hour who waited for a cold start
 * @param displaced those of them who came while the contestant held environments; not known on wall-clock time
 */
public record UsersDay(int users, List<Integer> coldByHour, int displaced) {
    private static final long HOUR_MILLIS = 3_600_000;
    private static final Pattern TEXT =
            Pattern.compile("users (\\d+)  cold starts .*  displaced +(\\d+)  by hour \\[([0-9, ]*)]");

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
     * What {@link #text()} has written.
     *
     * @throws IllegalArgumentException if it has not written this
     */
    public static UsersDay read(String text) {
        Matcher day = TEXT.matcher(text);
        if (!day.matches()) {
            throw new IllegalArgumentException("no users of a race: " + text);
        }
        return new UsersDay(
                Integer.parseInt(day.group(1)),
                Arrays.stream(day.group(3).split(", ", -1))
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(day.group(2)));
    }

    /**
     * The users beside a contestant on virtual time.
     *
     * @param contestant empty for no warming at all
     */
    public static UsersDay virtual(UsersPlan plan, Optional<Contestant> contestant, Scenario scenario) {
        Contestant runs = contestant.orElse(Contestant.TRICK);
        try (VirtualTrack track = new VirtualTrack(runs, scenario, OptionalLong.empty(), plan, true)) {
            track.dispatch(scenario.spread().delay());
            long began = track.time().nowMillis();
            DayCount count = new DayCount(plan, began);
            for (long arrival : plan.arrivals(scenario.n())) {
                long at = began + arrival;
                boolean[] held = new boolean[1];
                track.time().at(at, () -> held[0] = track.holds());
                track.user(at, UsersPlan.WORK_MILLIS, outcome -> count.add(at, outcome, track.truth(), held[0]));
            }
            long end = began + plan.lengthMillis();
            for (long at = began; at < end; at += plan.intervalMillis()) {
                if (contestant.isPresent()) {
                    track.start();
                }
                track.time().runUntil(at + plan.intervalMillis());
            }
            return count.sum();
        }
    }

    /**
     * The users beside a contestant on wall-clock time.
     *
     * @param contestant empty for no warming at all
     * @param kit of the contestant; without one, of a function that is not warmed
     */
    static UsersDay wall(UsersPlan plan, Optional<Contestant> contestant, Kit kit, Scenario scenario) {
        try (WallTrack track = new WallTrack(contestant.orElse(Contestant.TRICK), kit, scenario, plan.idleMillis())) {
            track.dispatch(scenario.spread().delay());
            long began = track.nowMillis();
            DayCount count = new DayCount(plan, began);
            CountDownLatch open = new CountDownLatch(plan.arrivals(scenario.n()).length);
            for (long arrival : plan.arrivals(scenario.n())) {
                long at = began + arrival;
                track.user(at, outcome -> {
                    count.add(at, outcome, track.truth(), false);
                    open.countDown();
                });
            }
            if (contestant.isPresent()) {
                track.warmEvery(plan.intervalMillis(), began + plan.lengthMillis());
            }
            open.await();
            return count.sum();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the race was interrupted");
        }
    }

    private static final class DayCount {
        private final long began;
        private final int[] cold;
        private int users;
        private int displaced;

        DayCount(UsersPlan plan, long began) {
            this.began = began;
            cold = new int[(int) ((plan.lengthMillis() + HOUR_MILLIS - 1) / HOUR_MILLIS)];
        }

        synchronized void add(long at, InvokeOutcome outcome, Truth counted, boolean held) {
            users++;
            if (outcome instanceof InvokeOutcome.Answered answered && counted.startedFor(answered.requestId())) {
                cold[(int) ((at - began) / HOUR_MILLIS)]++;
                displaced += held ? 1 : 0;
            }
        }

        synchronized UsersDay sum() {
            return new UsersDay(users, Arrays.stream(cold).boxed().toList(), displaced);
        }
    }
}
