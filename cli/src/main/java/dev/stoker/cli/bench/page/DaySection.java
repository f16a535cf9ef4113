// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.UsersDay;
import dev.stoker.cli.bench.race.UsersPlan;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** A day of users beside the cycles. */
final class DaySection extends PageSection {
    DaySection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        if (race().days().isEmpty()) {
            return;
        }
        line("## A day of users");
        line("");
        UsersDay nothing = Objects.requireNonNull(race().days().get(Optional.<Contestant>empty()), "nothing");
        line(String.format(
                Locale.ROOT,
                "On virtual time, N = %d, dispatch %s: one user every 2 s on average, and %d at once every 9 to 11 minutes, %,d in all. Each"
                        + " needs %d ms of work. Without any warming %,d of them wait for a cold start of 2 s. *Displaced* users are those who"
                        + " met a cold start while the contestant held environments.",
                race().dayN(),
                RacePlan.DAY_SPREAD.text(),
                race().dayN(),
                nothing.users(),
                UsersPlan.WORK_MILLIS,
                nothing.cold()));
        line("");
        line(
                "We chose this day so that warming matters: a crowd is as large as N, and comes at longer intervals than the 6 minutes after"
                        + " which an idle environment ends. A crowd and one more user are more than N, so some wait whichever tool warms. For"
                        + " users who come evenly, or where environments live longer, all tools differ less.");
        line("");
        line("![Users who waited for a cold start, by hour](day.svg)");
        line("");
        line("| contestant | users' cold starts | displaced |");
        line("|---|---|---|");
        race().days()
                .forEach((contestant, of) -> line(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d |",
                        contestant.map(Contestant::title).orElse("nothing"),
                        of.cold(),
                        of.displaced())));
        line("");
        if (!race().minutes().isEmpty()) {
            minutes();
        }
    }

    private void minutes() {
        line(
                "The same kind of users beside the contestants' own packages, in 50 s of wall-clock time: intervals are 1/24 of the"
                        + " day's, so there is a cycle"
                        + " every 10 s, and an environment is reclaimed after 15 idle seconds. The last column marks a difference of more"
                        + " than five users and more than a quarter.");
        line("");
        line("| contestant | users | cold starts, wall | cold starts, virtual | |");
        line("|---|---|---|---|---|");
        race().minutes()
                .forEach((contestant, sides) -> line(String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d | %,d | %s |",
                        contestant.map(Contestant::title).orElse("nothing"),
                        sides.wall().users(),
                        sides.wall().cold(),
                        sides.virtual().cold(),
                        sides.differ() ? "differs" : "")));
        line("");
    }
}
