// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import dev.stoker.cli.output.Count;

/** Says in words what was seen, whatever it was. */
final class Verdict {
    private Verdict() {}

    static String of(Told told) {
        return first(told.cold()) + " " + second(told);
    }

    private static String first(Burst burst) {
        return who(burst.coldStarts(), burst.requests()) + " of the first burst waited for a cold start.";
    }

    private static String second(Told told) {
        Burst burst = told.warm();
        String failed = burst.failed() == 0 ? "" : " " + Count.of(burst.failed(), "request") + " failed.";
        if (!told.withSchedule()) {
            return "Nothing ticked, idle environments were reclaimed after " + Story.IDLE_MINUTES
                    + " minutes, and after "
                    + Story.QUIET_MINUTES + " minutes "
                    + lower(who(burst.coldStarts(), burst.requests())) + " of the second burst waited again. Without"
                    + " --no-schedule they do not." + failed;
        }
        if (burst.coldStarts() == 0) {
            return "The schedule kept " + Count.of(burst.requests(), "environment") + " warm while nobody came, and "
                    + Story.QUIET_MINUTES
                    + " minutes later nobody waited for one. See --no-schedule for the same without"
                    + " it." + failed;
        }
        return "The schedule ticked, and yet " + lower(who(burst.coldStarts(), burst.requests()))
                + " of the second burst met a cold start: fewer environments lived than were asked for. A busy machine may"
                + " be why; the ticks above tell what was proven." + failed;
    }

    /** What the waits mean elsewhere than on this machine. */
    static String whatItStandsFor(Told told) {
        String gate = told.environments().equals("process")
                ? " Each environment is a process of its own here, and this machine starts only a few at a time: on Lambda"
                        + " each has a CPU of its own, so the last user waits no longer than the first."
                : " Each environment is a class loader here.";
        String sample = told.sample()
                ? "The sample waits 2 s when it starts, which stands for the boot of a web framework, and 100 ms in each"
                        + " request, which stands for its work."
                : "Your function ran as it is, behind Stoker's handler.";
        return sample + gate
                + " A minute lasts a second for the schedule and for idle environments, and for nothing else.";
    }

    private static String who(int some, int all) {
        if (some == all) {
            return all == 1 ? "The one user" : "All " + Count.plain((long) all) + " users";
        }
        return some == 0 ? "Nobody" : Count.plain((long) some) + " of " + Count.plain((long) all) + " users";
    }

    private static String lower(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
