// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceBill;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the dollars assume, and how many more scenarios Stoker would lose if it were otherwise. */
final class PricesSection extends PageSection {
    /** Zappa's default is an interval of 4 minutes, and so is the trick's; the others' own documents have 5. */
    private static final Set<Contestant> FOUR_MINUTES = Set.of(Contestant.ZAPPA, Contestant.TRICK);

    PricesSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        Cheapest now = cheapest(PageSection::virtual, 0);
        if (now.raced() == 0) {
            return;
        }
        line("## What the prices assume");
        line("");
        Cheapest withAlarms = cheapest(PageSection::virtual, RaceBill.alarmsOfAMonth());
        line(String.format(
                Locale.ROOT,
                "- **No alarms.** Stoker's stack has %d, which cost $%.2f a month, whatever N is and however many functions it warms. No other"
                        + " tool has any. With them, and one function, Stoker is the cheapest of those that held N in %d of %d scenarios on"
                        + " virtual time, instead of %d.",
                RaceBill.ALARMS,
                RaceBill.alarmsOfAMonth(),
                withAlarms.ofHolders(),
                withAlarms.raced(),
                now.ofHolders()));
        line(String.format(
                Locale.ROOT,
                "- **The same schedule for all**: a cycle every 4 minutes, which is the default of Stoker and of Zappa, and $%.4f a month for the"
                        + " ticks of each schedule, the price of EventBridge Scheduler. The documents of lambda-warmer, serverless-plugin-warmup and"
                        + " lambda-warmer-py have 5 minutes, a fifth fewer cycles, and rules of EventBridge, for which AWS's price list has"
                        + " no price. Below is what this changes.",
                RaceBill.ticksOfAMonth(Contestant.STOKER)));
        reclaimed();
        line(
                "- **No Free Tier**, and no logs of functions, for any tool. Stoker's price has the logs of its state machines.");
        line("");
        withoutTicks();
    }

    /** Those that would be cheaper than Stoker, too, by the assumptions that are best for them. */
    private void withoutTicks() {
        List<String> more = new ArrayList<>();
        race().rows()
                .forEach((scenario, rows) -> race().later(scenario, Contestant.STOKER)
                        .filter(any -> scenario.n() > 1)
                        .ifPresent(own -> figures(rows, PageSection::virtual).forEach((other, figures) -> {
                            double least = withoutTicks(other, figures);
                            if (other != Contestant.STOKER
                                    && figures.holdsAll()
                                    && figures.monthUsd() >= own.monthUsd()
                                    && least < own.monthUsd()) {
                                more.add(String.join(
                                        " | ",
                                        "| " + name(scenario),
                                        other.title(),
                                        usd(least),
                                        usd(own.monthUsd()) + " |"));
                            }
                        })));
        String assumed =
                "Without the price of their ticks, and with cycles every 5 minutes for all but Stoker, Zappa and the trick, ";
        if (more.isEmpty()) {
            line(assumed + "no other tool would cost less than Stoker and hold an N of more than 1.");
        } else {
            line(assumed
                    + "these too would cost less than Stoker on virtual time and hold an N of more than 1, if they hold as much every"
                    + " 5 minutes, which was not measured:");
            line("");
            line("| scenario | contestant | its dollars | Stoker's |");
            line("|---|---|---|---|");
            more.forEach(this::line);
        }
        line("");
    }

    private static double withoutTicks(Contestant other, RaceFigures figures) {
        double each = figures.monthUsd() - RaceBill.ticksOfAMonth(other) / figures.held();
        return FOUR_MINUTES.contains(other) ? each : each * 4 / 5;
    }

    /** What the assumption on idle time costs those that do not reach all environments. */
    private void reclaimed() {
        StringBuilder text = new StringBuilder(
                "- **An environment ends after 6 idle minutes.** AWS publishes no such time; users have observed 5 minutes to an hour, and"
                        + " [`stoker calibrate`](../../calibrate.md) measures it. A tool that does not reach an environment in a cycle loses it"
                        + " before the next but one, and pays for the start of another.");
        Scenario shown = Scenario.of(RacePlan.DAY_N, RacePlan.DAY_SPREAD);
        Map<Contestant, RaceFigures> inARow =
                figures(race().rows().getOrDefault(shown, Collections.emptySortedMap()), PageSection::inARow);
        race().later(shown, Contestant.LAMBDA_WARMER)
                .ifPresent(later -> Optional.ofNullable(inARow.get(Contestant.LAMBDA_WARMER))
                        .ifPresent(kept -> text.append(String.format(
                                Locale.ROOT,
                                " With %s, lambda-warmer is billed %.0f ms for each environment held, and %.0f ms if nothing is"
                                        + " reclaimed.",
                                name(shown),
                                later.billedMillis(),
                                kept.billedMillis()))));
        Cheapest kept = cheapest(PageSection::inARow, 0);
        if (kept.raced() > 0) {
            text.append(String.format(
                    Locale.ROOT,
                    " If nothing is reclaimed, Stoker is the cheapest of those that held N in %d of %d scenarios on virtual time, and"
                            + " the cheapest of all in %d.",
                    kept.ofHolders(),
                    kept.raced(),
                    kept.ofAll()));
        }
        line(text.toString());
    }
}
