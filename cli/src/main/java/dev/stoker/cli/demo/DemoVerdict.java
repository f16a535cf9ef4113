// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.local.Burst;
import dev.stoker.cli.output.Count;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the result of the demo in words. */
final class DemoVerdict {
    private DemoVerdict() {}

    static String of(Outcome outcome) {
        return Stream.of(first(outcome.cold()), second(outcome), errors(outcome))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String first(Burst burst) {
        return who(burst.coldStarts(), burst.requests()) + " of the first burst waited for a cold start.";
    }

    private static String second(Outcome outcome) {
        Burst burst = outcome.warm();
        String who = who(burst.coldStarts(), burst.requests());
        if (!outcome.withSchedule()) {
            return "The schedule was off: idle environments were reclaimed after " + Story.IDLE_MINUTES
                    + " minutes, and after "
                    + Story.QUIET_MINUTES + " minutes " + lower(who) + " of the second burst waited again. Without"
                    + " --no-schedule they do not.";
        }
        if (!outcome.proven()) {
            return "The schedule did not keep them warm: " + lastTick(outcome) + " " + who
                    + " of the second burst met a cold start.";
        }
        if (burst.coldStarts() > 0) {
            return "The schedule ran, but " + lower(who)
                    + " of the second burst met a cold start: fewer environments were warm than requested. A busy"
                    + " machine can be the cause; the cycles above show what was"
                    + " proven.";
        }
        return burst.answered()
                ? "The schedule kept " + Count.of(burst.requests(), "environment") + " warm without users, and "
                        + Story.QUIET_MINUTES
                        + " minutes later no user waited for one. Run it with --no-schedule to see the difference."
                : "The schedule kept " + Count.of(burst.requests(), "environment") + " warm without users.";
    }

    private static String lastTick(Outcome outcome) {
        if (outcome.ticks().isEmpty()) {
            return "it never ran.";
        }
        Tick last = outcome.ticks().get(outcome.ticks().size() - 1);
        return last.requested() == 0
                ? "its last cycle failed."
                : "its last cycle proved " + last.warm() + " of " + Count.of(last.requested(), "environment") + ".";
    }

    private static String errors(Outcome outcome) {
        if (!outcome.failed()) {
            return "";
        }
        String numbers = "Requests that failed: " + outcome.cold().failed() + " of "
                + outcome.cold().requests()
                + " in the first burst, " + outcome.warm().failed() + " of "
                + outcome.warm().requests() + " in the second.";
        boolean hint = !outcome.sample() && !outcome.withEvent();
        return numbers
                + (hint ? " Users sent {}. If the function expects another event, give it with --event FILE." : "");
    }

    /** What the waits on this machine mean for AWS. */
    static String whatItStandsFor(Outcome outcome) {
        String gate = outcome.environments().equals("process")
                ? " Here each environment is a process, and this machine starts only a few at a time. On Lambda each"
                        + " has its own CPU, so the last user waits no longer than the first."
                : " Here each environment is a class loader.";
        String sample = outcome.sample()
                ? "The sample waits 2 s when it starts, like a web framework, and 100 ms in each request, like a"
                        + " function that works."
                : "Your function ran unchanged"
                        + (outcome.behindLibrary()
                                ? ", behind Stoker's handler."
                                : ". Its own program must answer warm events.");
        return sample + gate + " One minute takes one second, but only for the schedule and for idle environments.";
    }

    private static String who(int some, int all) {
        if (some == all) {
            return all == 1 ? "The one user" : "All " + Count.plain((long) all) + " users";
        }
        return some == 0 ? "No user" : Count.plain((long) some) + " of " + Count.plain((long) all) + " users";
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
