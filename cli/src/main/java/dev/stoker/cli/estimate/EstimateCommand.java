// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.price.Borrowed;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.price.PricedRegion;
import dev.stoker.cli.price.Tariff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker estimate}. */
@Command(
        name = "estimate",
        description = {
            "Estimate what keeping N environments warm costs in a month, line by line, compared with provisioned"
                    + " concurrency and other alternatives. The estimate calls nothing.",
            "The monthly free tier of AWS is not subtracted, unless you give --free-tier."
        },
        customSynopsis = "stoker estimate --concurrency N [--window W]... [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker estimate --concurrency 100 --memory 1536",
            "  stoker estimate --concurrency 5 --window \"MON-FRI 08-19=100\" --architecture arm64",
            "  stoker estimate --concurrency 20 --requests-per-second 3 --request-duration 250ms",
            "  stoker estimate --print-prices > prices.json",
            "",
            "Exit codes: 0 done, 2 wrong use. docs/cost.md explains each line."
        })
public final class EstimateCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private WorkloadOptions workload;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The region of the prices; default: AWS_REGION, the profile's region, or us-east-1.")
    private String region;

    @Option(names = "--free-tier", description = "Subtract the monthly free tier of AWS, if nothing else uses it.")
    private boolean freeTier;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "A file with your own prices, in the format of --print-prices.")
    private String prices;

    @Option(names = "--print-prices", description = "Print Stoker's prices with their sources, and exit.")
    private boolean printPrices;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public EstimateCommand(Console console) {
        this(console, Clock.systemUTC());
    }

    /**
     * @param clock the clock for the age of the prices
     */
    EstimateCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (printPrices) {
            console.document(PriceFile.carriedText().strip());
            return ExitCode.DONE.code();
        }
        Workload work = workload.workload();
        PriceList list = prices == null ? PriceFile.carried() : PriceFile.read(prices);
        PricedRegion place = PricedRegion.find(Optional.ofNullable(region), list);
        Tariff tariff = freeTier ? list.of(place.name()).withFreeTier() : list.of(place.name());
        Estimate estimate = Estimate.of(work, tariff);
        List<String> warnings = Stream.of(
                        place.warning(),
                        Borrowed.sentence(place.name(), estimate.lines()),
                        list.oldWarning(LocalDate.now(clock)))
                .flatMap(Optional::stream)
                .toList();
        if (output.json()) {
            console.document(
                    EstimateJson.of(estimate, list, place.name(), warnings).toString());
        } else {
            new EstimateScreen(console)
                    .show(estimate, place.name(), list.readOn().toString());
        }
        warnings.forEach(warning -> console.note("Warning: " + warning));
        return ExitCode.DONE.code();
    }
}
