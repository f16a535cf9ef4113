// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.page;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.Race.Sides;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.bench.race.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The race compared with an earlier run of the same packages on another small Lambda. */
final class EarlierPage extends PageSection {
    private static final List<Earlier> RUNS = List.of(
            new Earlier(Contestant.LAMBDA_WARMER, 50, Spread.NONE, 50, 88),
            new Earlier(Contestant.LAMBDA_WARMER, 50, Spread.UNIFORM_100, 44, 93),
            new Earlier(Contestant.LAMBDA_WARMER, 50, Spread.UNIFORM_400, 16, 286),
            new Earlier(Contestant.WARMUP_25, 50, Spread.NONE, 50, 37),
            new Earlier(Contestant.WARMUP_25, 50, Spread.UNIFORM_100, 20, 70),
            new Earlier(Contestant.WARMUP_25, 50, Spread.UNIFORM_400, 8, 174),
            new Earlier(Contestant.TRICK, 100, Spread.NONE, 35, 295),
            new Earlier(Contestant.TRICK, 100, Spread.UNIFORM_100, 36, 281),
            new Earlier(Contestant.TRICK, 100, Spread.UNIFORM_400, 29, 363));

    /** Connections of one client of AWS's SDK, and so the most that serverless-plugin-warmup held in the earlier run. */
    private static final int SOCKETS = 50;

    /** What the earlier run held and was billed. */
    private record Earlier(Contestant one, int n, Spread spread, int held, int billedMillis) {
        Scenario scenario() {
            return Scenario.of(n, spread);
        }

        /** Whether as many are held, by an environment or a tenth. */
        boolean holdsAs(RaceFigures now) {
            return Math.abs(now.held() - held) <= Math.max(1, held / 10.0);
        }

        /** Whether as much is billed, by 5 ms or a tenth. */
        boolean isBilledAs(RaceFigures now) {
            return Math.abs(now.billedMillis() - billedMillis) <= Math.max(5, billedMillis / 10.0);
        }
    }

    /** A row of the earlier run that ran in this race too. */
    private record Pair(Earlier earlier, Sides sides) {
        RaceFigures wall() {
            return sides.wall().later();
        }

        String name() {
            return earlier.one().title() + ", " + PageSection.name(earlier.scenario());
        }
    }

    EarlierPage(Race race) {
        super(race, new StringBuilder());
    }

    @Override
    void write() {
        line("# An earlier run");
        line("");
        line(
                "Before this race there was a run with the same packages on another small Lambda, in warm cycles. If the figures of"
                        + " [the race](README.md) differ from it, one of the two is wrong. This page compares them.");
        line("");
        line(
                "*Package* is the contestant's own package as processes, and *model* its model on virtual time, both in cycles that follow"
                        + " each other at once, as in [Packages as processes](processes.md). Each cell has the environments held, and in brackets"
                        + " the billed milliseconds for each.");
        line("");
        line("| contestant | N | dispatch | earlier | package | model |");
        line("|---|---|---|---|---|---|");
        List<Pair> pairs = new ArrayList<>();
        for (Earlier earlier : RUNS) {
            Optional<Sides> sides = sides(earlier.scenario(), earlier.one());
            sides.ifPresent(now -> pairs.add(new Pair(earlier, now)));
            line(row(earlier.one(), earlier.scenario(), earlier.held() + " (" + earlier.billedMillis() + ")", sides));
        }
        Scenario hundred = Scenario.of(100, Spread.NONE);
        Optional<Sides> sockets = sides(hundred, Contestant.WARMUP_25);
        line(row(Contestant.WARMUP_25, hundred, "never above " + SOCKETS, sockets));
        line("");
        if (pairs.isEmpty()) {
            line("These scenarios did not run as processes. `./stoker bench --full` runs them.");
            return;
        }
        compare(pairs);
        sockets.ifPresent(now -> line("- **The SDK's " + SOCKETS + " connections** "
                + (now.wall().later().held() <= SOCKETS
                        ? "limit serverless-plugin-warmup as before."
                        : "did not limit serverless-plugin-warmup.")));
        models(pairs);
    }

    private void compare(List<Pair> pairs) {
        List<Pair> others = some(pairs, pair -> !pair.earlier().holdsAs(pair.wall()));
        line("- **Held:** in " + (pairs.size() - others.size()) + " of " + pairs.size()
                + " rows the package holds what it held in the earlier run, within a tenth or one environment. So "
                + (others.isEmpty()
                        ? "the two small Lambdas agree on what the packages do."
                        : "the two small Lambdas agree on what the packages do, except for "
                                + others.stream()
                                        .map(pair -> String.format(
                                                Locale.ROOT,
                                                "%s (%d before, %.1f now)",
                                                pair.name(),
                                                pair.earlier().held(),
                                                pair.wall().held()))
                                        .collect(Collectors.joining("; "))
                                + ". There, we do not know which is wrong."));
        List<Pair> billed = some(pairs, pair -> !pair.earlier().isBilledAs(pair.wall()));
        line("- **Billed:** in " + (pairs.size() - billed.size()) + " of " + pairs.size()
                + " rows it is billed what it was billed, within a tenth or 5 ms."
                + billed.stream()
                        .map(pair -> String.format(
                                Locale.ROOT,
                                " %s: %d ms before, %.0f ms now, with %.1f environments in the mean of a few cycles.",
                                pair.name(),
                                pair.earlier().billedMillis(),
                                pair.wall().billedMillis(),
                                pair.wall().held()))
                        .collect(Collectors.joining())
                + (billed.isEmpty() ? "" : " We do not know the cause."));
    }

    private void models(List<Pair> pairs) {
        List<Pair> wrong = some(pairs, pair -> pair.sides().heldDiffers());
        line("- **Models:** "
                + (wrong.isEmpty()
                        ? "each holds what its package holds, within a tenth of N."
                        : "wrong for " + names(wrong) + ". There, believe the package.")
                + " Without a spread, those of lambda-warmer and serverless-plugin-warmup are billed less than the packages,"
                + " because a process needs time to begin and to answer. This is true of Stoker too.");
        line(
                "- **The models' times between sends** were chosen with the earlier run and this race in view. So it shows nothing that a"
                        + " model agrees with the earlier run. That the packages agree with it does show something.");
        line(
                "- **[All figures](figures.md)** has larger bills than this table, because a cycle comes every 4 minutes there."
                        + " Environments that a cycle does not reach are reclaimed, and others start for 2 s in their place. The cycles of the"
                        + " earlier run were all warm.");
    }

    private static List<Pair> some(List<Pair> pairs, Predicate<Pair> wanted) {
        return pairs.stream().filter(wanted).toList();
    }

    private static String names(List<Pair> pairs) {
        return pairs.stream().map(Pair::name).collect(Collectors.joining("; "));
    }

    private Optional<Sides> sides(Scenario scenario, Contestant one) {
        return Optional.ofNullable(race().rows().get(scenario))
                .flatMap(rows -> Optional.ofNullable(rows.get(one)))
                .flatMap(row -> row.sides());
    }

    private static String row(Contestant one, Scenario scenario, String earlier, Optional<Sides> sides) {
        return "| " + one.title() + " | " + scenario.n() + " | "
                + scenario.spread().text() + " | " + earlier + " | "
                + sides.map(now -> cell(now.wall().later()) + " | " + cell(now.virtual()))
                        .orElse("– | –") + " |";
    }

    private static String cell(RaceFigures figures) {
        return String.format(Locale.ROOT, "%.1f (%.0f)", figures.held(), figures.billedMillis());
    }
}
