// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.cli.bench.page.RaceFiles;
import dev.stoker.cli.bench.race.Race;
import dev.stoker.cli.bench.race.RaceFigures;
import dev.stoker.cli.bench.race.RacePlan;
import dev.stoker.cli.bench.race.RaceRun;
import dev.stoker.cli.bench.race.Scenario;
import dev.stoker.cli.local.Clone;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.output.Table;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker bench}. */
@Command(
        name = "bench",
        description = {
            "Run the race: Stoker beside other tools that keep functions warm, with their own packages from npm and PyPI, on the"
                    + " embedded AWS. Results, charts and a page are written to docs/benchmarks/race.",
            "The first race fetches the packages with npm and pip. A tool whose language or registry is not there is skipped, with"
                    + " the reason."
        },
        customSynopsis = "stoker bench [--full] [--contestants LIST] [--output DIR] [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker bench",
            "  stoker bench --contestants stoker,lambda-warmer,opennext --output race",
            "  stoker bench --full",
            "",
            "Exit codes: 0 done; 1 failed; 2 wrong use; 3 Stoker held less than 99.9 %% of N in a scenario, or reported",
            "more than it held."
        })
public final class BenchCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--full",
            description =
                    "The long race: up to 100 environments as processes, and users beside them, which takes half an hour and 8 GB.")
    private boolean full;

    @Option(
            names = "--contestants",
            paramLabel = "LIST",
            split = ",",
            description =
                    "The tools that take part (all): lambda-warmer, serverless-plugin-warmup, serverless-plugin-warmup-25ms, opennext,"
                            + " lambda-warmer-py, zappa, trick, stoker, thundra.")
    private List<String> contestants = List.of();

    @Option(names = "--output", paramLabel = "DIR", description = "The folder for the files (docs/benchmarks/race).")
    private String folder;

    @Option(
            names = "--no-processes",
            description = "Virtual time only: no packages, and the same figures on every machine.")
    private boolean noProcesses;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console. */
    public BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path to = folder();
        RacePlan plan = plan();
        RaceRun run = new RaceRun(plan);
        Race race = Progress.during(console, run::doing, "The race ends, and nothing is written.", run::run);
        RaceFiles.write(race, to);
        if (output.json()) {
            console.document(BenchJson.of(race));
        } else {
            show(race);
        }
        console.note("Written to " + to + ".");
        return exit(race).code();
    }

    private Path folder() {
        if (folder == null) {
            return Clone.root().resolve("docs/benchmarks/race");
        }
        try {
            return Path.of(folder);
        } catch (InvalidPathException impossible) {
            throw Failure.wrongUse("--output: must be a folder, got " + OneLine.of(folder) + ". For example: race.");
        }
    }

    private RacePlan plan() {
        List<Contestant> all = contestants.isEmpty() ? List.of(Contestant.values()) : read();
        RacePlan plan = full ? RacePlan.full(all) : RacePlan.brief(all);
        return noProcesses ? plan.withoutProcesses() : plan;
    }

    private List<Contestant> read() {
        List<Contestant> read = new ArrayList<>();
        for (String name : contestants) {
            read.add(Contestant.of(name.strip())
                    .orElseThrow(() -> Failure.wrongUse("--contestants: must be among "
                            + Stream.of(Contestant.values()).map(Contestant::id).collect(Collectors.joining(", "))
                            + ", got " + OneLine.of(name) + ". Separate names with commas.")));
        }
        return read;
    }

    static ExitCode exit(Race race) {
        return race.meetsGoal(Contestant.STOKER) ? ExitCode.DONE : ExitCode.SHORTFALL;
    }

    private void show(Race race) {
        Scenario shown = Scenario.of(RacePlan.DAY_N, RacePlan.DAY_SPREAD);
        console.say("N = " + shown.n() + ", dispatch " + shown.spread().text() + ", on virtual time:");
        Table table = new Table(List.of("", "held", "says", "billed", "$ a month each", "ready after"));
        race.contestants()
                .forEach(contestant ->
                        race.later(shown, contestant).ifPresent(figures -> table.add(cells(contestant, figures))));
        table.lines(console.terminal().columns()).forEach(console::say);
        race.absent().forEach((contestant, reason) -> console.say("Not run: " + contestant.title() + ". " + reason));
    }

    private static List<String> cells(Contestant contestant, RaceFigures figures) {
        return List.of(
                contestant.id(),
                String.format(Locale.ROOT, "%.1f %%", 100 * figures.share()),
                figures.says().isPresent()
                        ? String.format(Locale.ROOT, "%.0f", figures.says().getAsDouble())
                        : Count.NONE,
                String.format(Locale.ROOT, "%.0f ms", figures.billedMillis()),
                String.format(Locale.ROOT, "$%.4f", figures.monthUsd()),
                String.format(Locale.ROOT, "%.0f ms", figures.readyMillis()));
    }
}
