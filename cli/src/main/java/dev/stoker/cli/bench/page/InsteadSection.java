// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.advise.plan.PricedWay;
import dev.stoker.cli.advise.plan.Ways;
import dev.stoker.cli.bench.race.DayUsers;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceBill;
import dev.stoker.cli.choose.ColdStartRemedy;
import dev.stoker.cli.choose.Costs;
import dev.stoker.cli.estimate.MonthPrice;
import dev.stoker.cli.estimate.UsualMonth;
import dev.stoker.cli.price.Dollars;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a user would choose instead of a warmer, by price and promise. */
final class InsteadSection extends PageSection {
    InsteadSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        Costs costs = UsualMonth.costs(race().dayN(), RaceBill.TARGET, PriceList.DEFAULT_REGION);
        line("## What you would choose instead");
        line("");
        line("For " + race().dayN()
                + " environments of 512 MB, by price and promise, as `stoker estimate` and [Which one do I need?](../../choose.md)"
                + " have them:");
        line("");
        line("| way | dollars a month | what it promises |");
        line("|---|---|---|");
        choice(ColdStartRemedy.NOTHING, "$0");
        choice(ColdStartRemedy.STOKER, Dollars.text(costs.warming()) + ", alarms and logs included");
        choice(
                ColdStartRemedy.PROVISIONED,
                costs.provisioned().stream()
                                .map(offer -> Dollars.text(offer.usd()) + " "
                                        + offer.text().replace("Provisioned concurrency, ", ""))
                                .collect(Collectors.joining("; "))
                        + "; by target tracking between these and by your traffic, see `stoker advise`");
        choice(ColdStartRemedy.SNAPSTART, "$0 with Java; Python and .NET pay");
        line("");
        line(
                "Stoker costs more here than in the chart of dollars above: with its alarms, and with new starts of the environments that"
                        + " Lambda ends within hours, which the race does not have.");
        line("");
        others(race().dayN());
        line(
                "How long a restore takes was not measured here. [AWS's samples of Java frameworks](https://github.com/aws-samples/serverless-java-frameworks-samples)"
                        + " measured cold starts with SnapStart of 487 ms (Quarkus) to 1,048 ms (Spring Boot) in the median and 733 to 1,598 ms in the 99th"
                        + " percentile, and without it 2,525 to 5,312 ms in the median (Java 17, 100 requests a second for 10 minutes, read 2026-11).");
        line("");
    }

    /** The same users for a week, by the coarse model of stoker advise. */
    private void others(int n) {
        Ways ways = new Ways(
                DayUsers.week(n),
                0.001,
                new MonthPrice(RaceBill.TARGET, PriceFile.carried().of(PriceList.DEFAULT_REGION)));
        line(
                "The users of the day above, a week of them, by the model of `stoker advise` on intervals of 4 minutes, for at most 1 cold start in 1,000"
                        + " requests. This model is coarser: it finds fewer cold starts. Compare only rows of this table. Provisioned concurrency is cheaper here than above"
                        + " because what users run there costs less than on demand, and this is subtracted:");
        line("");
        line("| way | dollars a month | users' cold starts, of 1,000 |");
        line("|---|---|---|");
        for (PricedWay way : ways.all(ways.windows(3))) {
            line(String.format(
                    Locale.ROOT, "| %s | %s | %.2f |", way.text(), Dollars.text(way.usd()), 1000 * way.coldShare()));
        }
        line("");
    }

    private void choice(ColdStartRemedy remedy, String dollars) {
        line("| " + remedy.title() + " | " + dollars + " | " + remedy.promise() + " |");
    }
}
