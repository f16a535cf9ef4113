// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Heats;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import java.util.Locale;

/** What was not AWS, and not the tools themselves, and whom that favors. */
final class SimulatedSection extends PageSection {
    SimulatedSection(Race race, StringBuilder page) {
        super(race, page);
    }

    @Override
    void write() {
        line("## What was simulated");
        line("");
        line(
                "- **AWS.** Lambda, Step Functions and the scheduler are the embedded AWS, in all scenarios. We have not measured how AWS's own"
                        + " dispatch times spread, nor which free environment it chooses. Apart from idle environments none ends, though AWS"
                        + " ends each within hours; this would be the same for all.");
        line(
                "- **The queue of asynchronous invocations** is not modelled: such an invocation takes no more time than a synchronous one. This"
                        + " favors lambda-warmer, lambda-warmer-py and the trick.");
        line(
                "- **Schedules.** `stoker bench` itself sends the events of the other tools' schedules, and the calls of the trick's loops, which"
                        + " cost nothing here; the function that they call is real. The trick always has 5 schedules.");
        line(
                "- **The tools, on virtual time.** They are [models](#the-models), with times between sends that we chose so that models and"
                        + " packages hold about the same number. Stoker is no model: its deployed state machines run, with the sleep task of its"
                        + " library.");
        line(String.format(
                Locale.ROOT,
                "- **Cycles.** On virtual time %d count, after %d others. As processes 4 count, or 5 with `--full`, after 3 others; Stoker has"
                        + " 10 before, in which it learns how long to hold. [All figures](figures.md) has the first cycle on virtual time.",
                Heats.VIRTUAL_LAPS,
                Heats.LEARNING_LAPS));
        waits();
        line(
                "- **Interpreters.** Node.js and Python have the versions of this machine. AWS's SDK for Node.js is one file in the package; on"
                        + " AWS it is in Lambda's own runtime.");
        line("- **[The limit](limit.md)** is derived, and is the same for all.");
        line("");
    }

    /** Options of the tools that the race does not use. */
    private void waits() {
        Scenario wide = Scenario.of(RacePlan.DAY_N, Spread.UNIFORM_400);
        String stoker = race().later(wide, Contestant.STOKER)
                .map(own -> String.format(Locale.ROOT, " There, Stoker is billed %.0f ms.", own.billedMillis()))
                .orElse("");
        line(
                "- **Defaults.** Each tool waits as long as it does by default. lambda-warmer and lambda-warmer-py have the option `delay`, and the"
                        + " wait of serverless-plugin-warmup is the user's own code; OpenNext's is fixed. A wait longer than all sends and the"
                        + " latest dispatch would hold N, and each call would pay for it: with "
                        + name(wide) + ", more than 400 ms." + stoker);
    }
}
