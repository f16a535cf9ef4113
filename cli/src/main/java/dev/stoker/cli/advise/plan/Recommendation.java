// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import dev.stoker.cli.output.Count;
import dev.stoker.cli.price.Dollars;
import java.math.BigDecimal;
import java.util.List;

/**
 * Which way to take.
 *
 * @param way the way
 * @param sentence why
 */
public record Recommendation(PricedWay way, String sentence) {
    /** A way that is more complicated has to save this share and this many dollars a month. */
    private static final BigDecimal MUCH_CHEAPER = new BigDecimal("0.9");

    private static final BigDecimal WORTH_WHILE = BigDecimal.ONE;
    private static final String NOTHING = "nothing";
    private static final String PROVISIONED = "provisioned";

    /**
     * The simplest way that is enough. A more complicated one is recommended if it costs clearly less, or if it costs no more and has at
     * most half as many cold starts.
     *
     * @param ways the simplest first
     */
    public static Recommendation of(List<PricedWay> ways) {
        List<PricedWay> enough = ways.stream().filter(PricedWay::isEnough).toList();
        if (enough.isEmpty()) {
            PricedWay best = ways.get(0);
            for (PricedWay way : ways) {
                best = way.coldShare() < best.coldShare() ? way : best;
            }
            return new Recommendation(
                    best, best.text() + ". No way reaches this share. This one has the fewest cold starts.");
        }
        PricedWay taken = enough.get(0);
        for (PricedWay way : enough) {
            if (isClearlyCheaper(way, taken) || isClearlyWarmer(way, taken)) {
                taken = way;
            }
        }
        for (PricedWay way : enough) {
            if (way.name().startsWith(PROVISIONED) && way.usd().compareTo(taken.usd()) <= 0) {
                return new Recommendation(
                        way,
                        way.text() + ". At " + Dollars.text(way.usd())
                                + " a month it costs no more than warming, and AWS" + " guarantees it.");
            }
        }
        return new Recommendation(taken, taken.text() + ". " + why(taken, ways.get(0)));
    }

    private static boolean isClearlyCheaper(PricedWay way, PricedWay than) {
        return way.usd().compareTo(than.usd().multiply(MUCH_CHEAPER)) < 0
                && than.usd().subtract(way.usd()).compareTo(WORTH_WHILE) >= 0;
    }

    /** No dearer, and at most half as many cold starts. */
    private static boolean isClearlyWarmer(PricedWay way, PricedWay than) {
        return way.usd().compareTo(than.usd()) <= 0 && way.cold() * 2 <= than.cold() && way.cold() < than.cold();
    }

    private static String why(PricedWay taken, PricedWay nothing) {
        if (taken.name().equals(NOTHING)) {
            return "The function's own traffic keeps enough environments warm for this share.";
        }
        return Count.plain(Math.round(taken.cold())) + " requests meet a cold start instead of "
                + Count.plain(Math.round(nothing.cold())) + " without warming, for " + Dollars.text(taken.usd())
                + " a month.";
    }
}
