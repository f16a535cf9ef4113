// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.Burst;
import dev.stoker.cli.local.Crowd;
import dev.stoker.cli.local.LocalAws;
import dev.stoker.cli.local.LocalSettings;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.Doing;
import java.util.concurrent.CompletableFuture;

/**
 * The events of the demo and their times.
 *
 * <p>The first burst finds no environments. When its last user has an answer, ten minutes begin, in which the schedule
 * ticks at minutes 0, 4 and 8. Then the schedule pauses, and the second burst begins as soon as no cycle holds
 * environments: with minutes of one second a cycle takes a large part of a minute, while on AWS it takes half a second
 * of four minutes. All instants are those of the embedded AWS, so everything that was due before the second burst
 * happens before it, even on a busy machine.
 */
final class Story {
    /** Environments are reclaimed after this idle time. */
    static final long IDLE_MINUTES = 6;

    /** From the end of the first burst to the second. */
    static final long QUIET_MINUTES = 10;

    /** The default concurrency of an AWS account. */
    static final long MOST_USERS = 1000;

    private final LocalAws aws;
    private final LocalSettings settings;
    private final Environments environments;
    private final Cycles cycles;
    private final int users;
    private final long minuteMillis;
    private volatile Act act = Act.FIRST_BURST;
    private volatile long quietSince;

    private enum Act {
        FIRST_BURST,
        QUIET,
        SECOND_BURST
    }

    Story(
            LocalAws aws,
            LocalSettings settings,
            Environments environments,
            Cycles cycles,
            int users,
            long minuteMillis) {
        this.aws = aws;
        this.settings = settings;
        this.environments = environments;
        this.cycles = cycles;
        this.users = users;
        this.minuteMillis = minuteMillis;
    }

    /** Receives what happens next, a title and a few sentences. */
    @FunctionalInterface
    interface Narrator {
        /** Ignores all parts. */
        Narrator NONE = (title, text) -> {};

        /** Receives the next part. */
        void tell(String title, String text);
    }

    /** Runs the demo. */
    Outcome run(boolean withSchedule, Narrator narrator) {
        narrator.tell(
                "Minute 0: " + Count.of(users, "user") + " at once",
                "No environment exists. Lambda starts one for each request, and each user waits for its INIT.");
        Crowd crowd = new Crowd(aws, environments::startedFor);
        Burst cold = crowd.come(users).join();
        quietSince = aws.nowMillis();
        act = Act.QUIET;
        narrator.tell("Minutes 0 to " + QUIET_MINUTES + ": no users", quiet(withSchedule));
        if (withSchedule) {
            aws.schedule().update(true, users);
        }
        CompletableFuture<Burst> second = new CompletableFuture<>();
        aws.at(quietSince + QUIET_MINUTES * minuteMillis, () -> {
            aws.schedule().pause();
            cycles.whenNoneRuns(() -> {
                act = Act.SECOND_BURST;
                narrator.tell(
                        "Minute " + QUIET_MINUTES + ": the same " + Count.of(users, "user") + " again",
                        "A user who gets a free environment waits only for the work. Other users also wait for INIT.");
                var unused = crowd.come(users).thenAccept(second::complete);
            });
        });
        Burst warm = second.join();
        return new Outcome(
                cold,
                warm,
                withSchedule,
                cycles.seen(quietSince, minuteMillis),
                environments.reclaimedSince(quietSince),
                settings.own().isEmpty(),
                settings.isBehindLibrary(),
                settings.event().isPresent(),
                settings.kind());
    }

    /** What is happening now, for the progress line. */
    Doing doing() {
        return switch (act) {
            case FIRST_BURST -> new Doing("Minute 0: " + Count.of(users, "user") + " at once", 0);
            case QUIET -> new Doing("Minute " + minute() + ": no users; " + cycles.summary(), 1);
            case SECOND_BURST -> new Doing("Minute " + QUIET_MINUTES + ": the same burst again", 2);
        };
    }

    private String quiet(boolean withSchedule) {
        return withSchedule
                ? "The schedule ticks at minutes 0, 4 and 8. Each cycle holds " + Count.of(users, "environment")
                        + " until the same instant, counts them and lets them go. Lambda would reclaim an environment"
                        + " after " + IDLE_MINUTES + " idle minutes."
                : "The schedule is off. Lambda reclaims each environment after " + IDLE_MINUTES + " idle minutes.";
    }

    private long minute() {
        return Math.min(QUIET_MINUTES, (aws.nowMillis() - quietSince) / minuteMillis);
    }
}
