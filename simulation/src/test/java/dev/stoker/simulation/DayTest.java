// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A day of 360 cycles, with users, environments that end after two hours, and all kinds of rare faults. */
final class DayTest {
    private static final int HOURS = 24;
    private static final long LIFETIME_MILLIS = 7_200_000;
    private static final String FAULTS =
            "dispatch=lognormal:40:0.5,crash=0.001,service-error=0.002,handler-error=0.001,clock=20,seed=1";

    @Test
    @Thorough
    void a_day_with_users_beside_gives_the_figures_of_soak_txt() {
        long began = System.nanoTime();
        UsersRun day = UsersRun.run("a day, N = 40, reserved 60", FAULTS, HOURS, 60, 40, LIFETIME_MILLIS, true);
        double seconds = (System.nanoTime() - began) / 1e9;
        System.gc(); // what stays when a day is over is what a leak would show
        Runtime runtime = Runtime.getRuntime();
        long megabytes = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        Results.same(
                "soak.txt",
                List.of(
                        "--faults " + FAULTS,
                        day.users(),
                        Results.line(
                                day.cycles(),
                                String.format(Locale.ROOT, "%.1f s, %d MB in use afterwards", seconds, megabytes))));
    }
}
