// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import java.time.Duration;

/**
 * Users whom the warming itself makes wait: they arrive while the sleep tasks hold, and find no free environment.
 *
 * <p>N sleep tasks take N free environments, whatever N is; what users have left is what the last tick left beside them,
 * which is as many as were busy then. So a user is displaced if more users are served now than at the last tick: for
 * Poisson numbers of the same mean A, with a chance of (1 + P(equal)) / 2, where P(equal) = exp(-2A) I0(2A). An environment
 * that outlives the tick makes it less, so this is an estimate from above.
 *
 * @param duringHolds users a month who arrive during a hold: no more can be displaced
 * @param expected users a month who are displaced
 * @param share the part of all users that these are, 0 to 1
 * @param holdShare the part of the time in which a hold is on, 0 to 1
 */
record Displacement(double duringHolds, double expected, double share, double holdShare) {
    /** Idle time after which an environment was seen reclaimed, at the least. Source: published measurements, about 2021. */
    static final Duration SHORTEST_IDLE = Duration.ofMinutes(5);

    private static final Duration MONTH = Duration.ofDays(30);

    static Displacement of(Workload work, Month month) {
        Users users = work.users();
        double holds = month.cycles() * work.rounds();
        double during = holds * users.within(work.hold());
        double expected = during * (1 + equal(users.concurrency())) / 2;
        double all = users.within(MONTH);
        double holdShare = holds * work.hold().toMillis() / MONTH.toMillis();
        return new Displacement(during, expected, all == 0 ? 0 : expected / all, Math.min(1, holdShare));
    }

    /** Users a month who come after so long a lull that no environment is left, where nothing is kept warm. */
    static double coldWithout(Users users) {
        return users.within(MONTH) * Math.exp(-users.within(SHORTEST_IDLE));
    }

    /** The chance that two Poisson numbers of mean a are equal: the sum over k of (exp(-a) a^k / k!)^2. */
    static double equal(double a) {
        if (a == 0) {
            return 1;
        }
        double sum = 0;
        double log = -a;
        int last = (int) Math.ceil(a + 10 * Math.sqrt(a) + 10);
        for (int k = 0; k <= last; k++) {
            sum += Math.exp(2 * log);
            log += Math.log(a) - Math.log(k + 1.0);
        }
        return sum;
    }
}
