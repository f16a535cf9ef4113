// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.UsersDay;
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
                "On virtual time, N = %d: one user every 2 s on average, and %d at once every 9 to 11 minutes, %,d in all. Without"
                        + " any warming %,d wait"
                        + " for a cold start of 2 s. *Displaced* users are those who waited because the contestant held environments.",
                race().dayN(),
                race().dayN(),
                nothing.users(),
                nothing.cold()));
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
                        + " every 10 s, and an environment is reclaimed after 15 idle seconds. A difference of more than five users"
                        + " and a quarter is marked.");
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
