// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.advise.traffic.Traffic;
import dev.stoker.cli.estimate.MonthPrice;
import dev.stoker.cli.output.Count;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares the ways. A coarse model on intervals of 4 minutes: environments that users started live for one more interval, a cycle
 * keeps its N environments for the whole interval, and each user who finds no environment of either kind waits.
 */
public final class Ways {
    /** The room above the newest peaks, from the least to the most. The first is the default of the field headroom. */
    private static final double[] HEADROOMS = {0.25, 0.5, 1};

    private final Traffic traffic;
    private final double share;
    private final MonthPrice price;
    private final WeekPlanner planner;

    /**
     * @param share the share of requests that may meet a cold start, 0 to 1
     * @param price what environments cost
     */
    public Ways(Traffic traffic, double share, MonthPrice price) {
        this.traffic = traffic;
        this.share = share;
        this.price = price;
        this.planner = new WeekPlanner(new ColdStarts(traffic), share);
    }

    /** The smallest number that is enough at all times; 0 if nothing has to be kept warm. */
    public int fixed() {
        return planner.fixed();
    }

    /** The smallest numbers that are enough, by hour of the week. */
    public Week byHour() {
        return planner.byHour();
    }

    /** The smallest numbers that are enough, at most so many different ones. */
    public Week windows(int most) {
        return planner.windows(most);
    }

    /** All ways, the simplest first. */
    public List<PricedWay> all(Week windows) {
        List<PricedWay> ways = new ArrayList<>();
        int fixed = fixed();
        Week steady = Week.steady(fixed);
        ways.add(way(
                "nothing", "Nothing at all", new Followed(traffic, new WeekPolicy(Week.steady(0))), BigDecimal.ZERO));
        if (fixed > 0) {
            ways.add(warmed(
                    "fixed",
                    "Stoker, fixed N = " + Count.plain((long) fixed),
                    new Followed(traffic, new WeekPolicy(steady))));
        }
        ways.add(demand());
        ways.add(warmed(
                "windows", "Stoker, windows " + numbers(windows), new Followed(traffic, new WeekPolicy(windows))));
        if (fixed > 0) {
            ways.add(provisioned(
                    "provisioned-fixed",
                    "Provisioned concurrency " + Count.plain((long) fixed),
                    new Followed(traffic, new WeekPolicy(steady))));
        }
        ways.add(provisioned(
                "provisioned-windows",
                "Provisioned by schedule, the same windows",
                new Followed(traffic, new WeekPolicy(windows))));
        ways.add(provisioned(
                "provisioned-tracking",
                "Provisioned, target tracking at 70 %",
                new Followed(traffic, new TrackingPolicy())));
        return ways;
    }

    /** The cheapest headroom that is enough; if none is, the one that leaves fewest cold. */
    private PricedWay demand() {
        List<PricedWay> tried = new ArrayList<>();
        for (double headroom : HEADROOMS) {
            tried.add(warmed(
                    "demand",
                    String.format(Locale.ROOT, "Stoker, N follows demand, headroom %s", headroom)
                            .replaceFirst("\\.0$", ""),
                    new Followed(traffic, new DemandPolicy(headroom))));
        }
        return tried.stream().filter(PricedWay::isEnough).findFirst().orElse(tried.get(tried.size() - 1));
    }

    private PricedWay warmed(String name, String text, Followed followed) {
        return way(name, text, followed, price.warming(followed.weekMinutes()));
    }

    private PricedWay provisioned(String name, String text, Followed followed) {
        return way(name, text, followed, price.provisioned(followed.weekMinutes(), followed.busyWeekMinutes()));
    }

    private PricedWay way(String name, String text, Followed followed, BigDecimal usd) {
        double coldShare = traffic.requests() == 0 ? 0 : followed.cold() / traffic.requests();
        return new PricedWay(
                name,
                text,
                usd,
                followed.weekMinutes().entrySet().stream()
                        .mapToDouble(part -> MonthPrice.monthHours(part.getKey() * part.getValue()))
                        .sum(),
                followed.cold(),
                coldShare,
                coldShare <= share);
    }

    private static String numbers(Week week) {
        return String.join(
                "/",
                week.levels().stream().map(level -> Count.plain((long) level)).toList());
    }
}
