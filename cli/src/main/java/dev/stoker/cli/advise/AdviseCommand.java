// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import dev.stoker.cli.advise.AdviceOptions.WantedAdvice;
import dev.stoker.cli.advise.traffic.CloudWatchTraffic;
import dev.stoker.cli.advise.traffic.CsvTraffic;
import dev.stoker.cli.advise.traffic.Interval;
import dev.stoker.cli.advise.traffic.Traffic;
import dev.stoker.cli.advise.traffic.WarmingShare;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.aws.FunctionLookup;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StackOutput;
import dev.stoker.cli.chart.ChartFile;
import dev.stoker.cli.cycles.CycleReader;
import dev.stoker.cli.cycles.StackLog;
import dev.stoker.cli.estimate.MonthPrice;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.price.Borrowed;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.price.PricedRegion;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker advise}. */
@Command(
        name = "advise",
        description = {
            "Show how many environments would have been enough for each hour and weekday. Compare the cost and the cold starts of a"
                    + " fixed N, windows, N that follows demand and provisioned concurrency, and recommend one of them.",
            "It reads Invocations, Duration and ConcurrentExecutions of a function from CloudWatch, or requests from a CSV."
                    + " With --windows it writes schedules as a template."
        },
        customSynopsis = {
            "stoker advise FUNCTION [--stack NAME] [--since TIME] [OPTIONS]",
            "       stoker advise --csv FILE --service-millis MS [--scale F] [OPTIONS]"
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker advise orders --stack stoker --since 28d --timezone Europe/Berlin --chart week.svg",
            "  stoker advise orders:live --stack stoker --windows 3 --template windows.yaml",
            "  stoker advise --csv requests.csv --service-millis 300 --json",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use. docs/advise.md explains the figures."
        })
public final class AdviseCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private AdviceOptions options;

    @Option(names = "--chart", paramLabel = "FILE", description = "An SVG file to draw the week to.")
    private @Nullable String chart;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** The traffic that was read, and warnings about it. */
    private record Read(
            Traffic traffic,
            FunctionSize size,
            Optional<WarmingShare> warming,
            long missing,
            Optional<String> keepWarm,
            List<String> warnings) {}

    /** The command, which prints its results to this console. */
    public AdviseCommand(Console console) {
        this(console, Clock.systemUTC());
    }

    AdviseCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ChartFile.check(chart);
        WantedAdvice wanted = options.wanted();
        AwsSettings settings = settings(wanted);
        Read read = Progress.during(
                console,
                "Reading the traffic",
                "Nothing was written.",
                () -> wanted.csv().isPresent() ? csv(wanted) : cloudWatch(wanted, new AwsClients(settings)));
        refuse(read.traffic());
        PriceList prices = PriceFile.carried();
        PricedRegion region = PricedRegion.find(settings.region(), prices);
        MonthPrice price = new MonthPrice(read.size(), prices.of(region.name()));
        Advised advised = Advised.of(wanted, read.traffic(), read.size(), price);
        write(advised, read);
        List<String> warnings = new ArrayList<>(read.warnings());
        few(advised).ifPresent(warnings::add);
        Stream.of(
                        region.warning(),
                        Borrowed.sentence(region.name(), price.lines()),
                        prices.oldWarning(LocalDate.now(clock)))
                .flatMap(Optional::stream)
                .forEach(warnings::add);
        if (output.json()) {
            console.document(AdviceJson.of(advised, read.warming(), read.missing(), prices, region.name(), warnings)
                    .toString());
        } else {
            new AdviceScreen(console).show(advised);
        }
        warnings.forEach(warning -> console.note("Warning: " + warning));
        return ExitCode.DONE.code();
    }

    /** The region of an ARN counts where none is given. */
    private AwsSettings settings(WantedAdvice wanted) {
        AwsSettings settings = aws.settings();
        return settings.region().isPresent()
                ? settings
                : wanted.function()
                        .flatMap(FunctionName::place)
                        .map(place -> settings.in(place.region()))
                        .orElse(settings);
    }

    private static Read csv(WantedAdvice wanted) {
        CsvTraffic file = new CsvTraffic(wanted.csv().orElseThrow(), wanted.scale(), wanted.serviceMillis());
        Traffic traffic = file.read(wanted.zone(), wanted.seed());
        List<String> warnings = file.missing() == 0
                ? List.of()
                : List.of(
                        "--csv has gaps: " + file.missing() + " lines are missing. They are not counted as idle time.");
        return new Read(
                traffic, wanted.size().orElseThrow(), Optional.empty(), file.missing(), Optional.empty(), warnings);
    }

    private Read cloudWatch(WantedAdvice wanted, AwsClients clients) {
        FunctionName function = wanted.function().orElseThrow();
        List<String> warnings = new ArrayList<>();
        FunctionSize size = wanted.size().orElseGet(() -> findSize(clients, function));
        CycleReader cycles = new CycleReader(cycle -> Optional.empty());
        wanted.stack()
                .ifPresentOrElse(
                        stack -> {
                            StackLog.Events events = new StackLog(clients, stack)
                                    .since(clock.instant().minus(wanted.back()));
                            events.messages().forEach(cycles::read);
                            if (events.onlyErrors()) {
                                warnings.add("The metrics may include sleep tasks. " + StackLog.ONLY_ERRORS);
                            }
                        },
                        () -> warnings.add(
                                "If a stack warms the function, the metrics include sleep tasks. Name the stack with"
                                        + " --stack to subtract them."));
        WarmingShare warming = new WarmingShare(cycles.cycles(), function);
        if (warming.cycles() > 0 && wanted.back().compareTo(CloudWatchTraffic.MINUTES_KEPT) > 0) {
            warnings.add(
                    "Data points older than 15 days cover 5 minutes. If cycles run every 4 minutes, sleep tasks are in"
                            + " all of them, so the users' peaks are estimated, not measured. For measured peaks, use --since 14d.");
        }
        Traffic traffic = new CloudWatchTraffic(clients, function)
                .read(clock.instant(), wanted.back(), warming, wanted.zone(), wanted.seed());
        Optional<String> keepWarm = wanted.template()
                .flatMap(file -> wanted.stack())
                .map(stack -> StackOutput.findKeepWarm(clients, stack).text());
        return new Read(traffic, size, wanted.stack().map(stack -> warming), 0, keepWarm, warnings);
    }

    private static FunctionSize findSize(AwsClients clients, FunctionName function) {
        try (FunctionLookup functions = new FunctionLookup(clients)) {
            return functions
                    .find(function)
                    .flatMap(FunctionSize::of)
                    .orElseThrow(() -> new Failure(
                            ExitCode.WRONG_USE,
                            "Stoker.NoSuchFunction",
                            "FUNCTION: must exist with its alias or version, got " + OneLine.of(function.text())
                                    + ". Check the name, --region and --profile."));
        }
    }

    private static void refuse(Traffic traffic) {
        if (traffic.hours() < Interval.HOURS || traffic.requests() == 0) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.TooLittleTraffic",
                    "The traffic must have requests and cover each hour of a week, got "
                            + (traffic.requests() == 0 ? "no request" : traffic.hours() + " of 168 hours")
                            + ". Read more days, or try it again when the function has been used for a week.");
        }
    }

    /** A warning if the traffic has so few requests that none of them may meet a cold start. */
    private static Optional<String> few(Advised advised) {
        double allowed = advised.wanted().share() * advised.traffic().requests();
        return allowed >= 1
                ? Optional.empty()
                : Optional.of(
                        "There were too few requests for this share: none of them may meet a cold start, so a single"
                                + " peak decides each number. Read more days, or give a larger --share.");
    }

    private void write(Advised advised, Read read) {
        String name = advised.wanted()
                .function()
                .map(function -> FunctionName.shortOf(function.text()))
                .or(() -> advised.wanted()
                        .csv()
                        .map(file -> String.valueOf(Path.of(file).getFileName())))
                .orElseThrow();
        if (chart != null) {
            ChartFile.write(chart, WeekChart.of(advised, name));
        }
        advised.wanted()
                .template()
                .ifPresent(file -> WindowsTemplate.write(
                        file,
                        WindowsTemplate.of(
                                file,
                                advised.windows(),
                                advised.wanted().function().map(FunctionName::text),
                                read.keepWarm(),
                                advised.wanted().zone().getId())));
    }
}
