// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.choose.Advice;
import java.time.Duration;

/**
 * Users who wait because of the warming: they arrive while sleep tasks hold, and find no free environment.
 *
 * <p>N sleep tasks occupy N free environments. The environments beside them are those that were busy at the last tick.
 * So a user is displaced if at least as many are busy now: for two Poisson variables with the same mean A, the
 * probability is (1 + P(equal)) / 2, where P(equal) = exp(-2A) I0(2A). An environment that stays from an earlier tick
 * lowers the probability, so this estimate is rather too high.
 *
 * @param duringHolds users a month who arrive during a hold, the maximum of displaced users
 * @param expected users a month who are displaced
 * @param share the displaced share of all users, 0 to 1
 * @param holdShare the share of the time in which sleep tasks hold, 0 to 1
 */
record Displacement(double duringHolds, double expected, double share, double holdShare) {
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

    /** Without warming: users a month who arrive after such a long pause that no environment is left. */
    static double coldWithout(Users users) {
        return users.within(MONTH) * Math.exp(-users.within(Advice.SHORTEST_IDLE));
    }

    /** The probability that two Poisson variables with mean a are equal: the sum over k of (exp(-a) a^k / k!)^2. */
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
