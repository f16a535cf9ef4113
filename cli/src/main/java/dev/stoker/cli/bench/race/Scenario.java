// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;

/**
 * What all contestants meet.
 *
 * @param n environments to keep warm
 * @param spread how long requests take to reach an environment
 * @param initMillis how long a cold start takes; on wall-clock time, the function sleeps so long while it is loaded
 * @param choice which of several free environments gets a request
 */
public record Scenario(int n, Spread spread, long initMillis, FreeChoice choice) {
    /** The choice that was observed most often, and a cold start of 2 s. */
    public static Scenario of(int n, Spread spread) {
        return new Scenario(n, spread, 2_000, FreeChoice.MOST_RECENT);
    }

    /** Its name in names of files. */
    public String id() {
        String id = "n" + n + "-" + spread.id();
        id += initMillis == 2_000 ? "" : "-init-" + initMillis;
        return choice == FreeChoice.MOST_RECENT
                ? id
                : id + "-" + choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
