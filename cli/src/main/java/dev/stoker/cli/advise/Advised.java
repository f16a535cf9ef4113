// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import dev.stoker.cli.advise.AdviceOptions.WantedAdvice;
import dev.stoker.cli.advise.plan.PricedWay;
import dev.stoker.cli.advise.plan.Recommendation;
import dev.stoker.cli.advise.plan.Ways;
import dev.stoker.cli.advise.plan.Week;
import dev.stoker.cli.advise.plan.WindowSchedule;
import dev.stoker.cli.advise.traffic.Traffic;
import dev.stoker.cli.estimate.MonthPrice;
import dev.stoker.cli.price.FunctionSize;
import java.util.List;

/**
 * The advice.
 *
 * @param wanted the options
 * @param traffic what was read
 * @param size the function's size
 * @param fixed the smallest number that is enough at all times; 0 if none is needed
 * @param byHour the smallest numbers that are enough by hour of the week
 * @param windows the same with a few different numbers
 * @param ways all ways, the simplest first
 * @param taken which of them to take
 */
record Advised(
        WantedAdvice wanted,
        Traffic traffic,
        FunctionSize size,
        int fixed,
        Week byHour,
        Week windows,
        List<PricedWay> ways,
        Recommendation taken) {
    Advised {
        ways = List.copyOf(ways);
    }

    static Advised of(WantedAdvice wanted, Traffic traffic, FunctionSize size, MonthPrice price) {
        Ways compared = new Ways(traffic, wanted.share(), price);
        Week windows = compared.windows(wanted.windows());
        List<PricedWay> ways = compared.all(windows);
        return new Advised(
                wanted, traffic, size, compared.fixed(), compared.byHour(), windows, ways, Recommendation.of(ways));
    }

    /** The windows as schedules. */
    List<WindowSchedule> schedules() {
        return WindowSchedule.of(windows);
    }
}
