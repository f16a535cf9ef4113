// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.history;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.aws.FunctionLookup;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.cycles.CycleReader;
import dev.stoker.cli.cycles.SizeOptions;
import dev.stoker.cli.cycles.StackLog;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.price.CycleCost;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.price.PricedRegion;
import dev.stoker.cli.price.Tariff;
import dev.stoker.cli.summary.SummaryOption;
import dev.stoker.cli.summary.SummaryOption.SummaryFile;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker history}. */
@Command(
        name = "history",
        description = {
            "Show what happened in the last hours of a stack: how many users met a warm environment; then cycles,"
                    + " shortfalls, throttles and cost.",
            "It reads the log of the stack, to which each cycle writes what environments report."
        },
        customSynopsis = "stoker history --stack NAME [--since TIME] [--warm-rate PERCENT] [OPTIONS]",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker history --stack stoker",
            "  stoker history --stack stoker --since 7d --warm-rate 99.9 --json",
            "  stoker history --stack stoker --warm-rate 99.9 --summary users.xml",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use, 3 fewer users met a warm environment than --warm-rate."
        })
public final class HistoryCommand implements Callable<Integer> {
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(100);

    private final Console console;
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            required = true,
            description = "The CloudFormation stack whose log is read.")
    private String stack;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "How far back to read the log, such as 90m or 7d (24h).")
    private @Nullable String since;

    @Option(
            names = "--warm-rate",
            paramLabel = "PERCENT",
            description =
                    "End with exit code 3 if a smaller percentage of requests met a warm environment, such as 99.9.")
    private @Nullable String warmRate;

    @Mixin
    private SizeOptions size;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private SummaryOption summary;

    @Mixin
    private OutputOptions output;

    /** The command, which prints its results to this console. */
    public HistoryCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return summary.around("stoker history", this::show).code();
    }

    private ExitCode show(SummaryFile file) {
        Optional<BigDecimal> wanted = Optional.ofNullable(warmRate).map(HistoryCommand::percent);
        Instant begin = clock.instant().minus(StackLog.back(since)).truncatedTo(ChronoUnit.SECONDS);
        Optional<FunctionSize> given = size.size();
        History history = Progress.during(
                console,
                "Reading the log of " + stack,
                "Nothing was changed.",
                () -> read(aws.settings(), begin, given, wanted));
        if (output.json()) {
            console.document(history.json().toString());
        } else {
            new HistoryScreen(console).show(history);
        }
        if (history.onlyErrors()) {
            console.note("Warning: " + StackLog.ONLY_ERRORS);
        }
        file.write(history.summary());
        return history.isMissed() ? ExitCode.SHORTFALL : ExitCode.DONE;
    }

    private History read(
            AwsSettings settings, Instant begin, Optional<FunctionSize> given, Optional<BigDecimal> wanted) {
        AwsClients clients = new AwsClients(settings);
        PriceList prices = PriceFile.carried();
        Tariff tariff = prices.of(PricedRegion.find(settings.region(), prices).name());
        StackLog.Events events = new StackLog(clients, stack).since(begin);
        try (Sizes sizes = new Sizes(clients, given)) {
            CycleReader reader = new CycleReader(cycle -> sizes.cost(cycle, tariff));
            events.messages().forEach(reader::read);
            History history = new History(stack, begin, reader.cycles(), events.onlyErrors(), wanted);
            refuse(history);
            return history;
        }
    }

    private void refuse(History history) {
        if (history.cycles().isEmpty()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.NoCycles",
                    "--stack: must have logged a cycle since " + history.since()
                            + ", got none. Go further back with --since," + " or see whether its schedule is enabled.");
        }
        if (history.onlyErrors() && history.wanted().isPresent()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.WarmRateUnknown",
                    "--warm-rate: cannot be compared, because the log has no successful cycle. "
                            + StackLog.ONLY_ERRORS);
        }
    }

    private static BigDecimal percent(String text) {
        try {
            BigDecimal percent = new BigDecimal(text.replaceFirst("\\s*%$", ""));
            if (percent.signum() > 0 && percent.compareTo(MOST_PERCENT) <= 0) {
                return percent;
            }
        } catch (NumberFormatException other) {
            // The same remedy.
        }
        throw Failure.wrongUse("--warm-rate: must be a percentage above 0 and at most 100, got " + OneLine.of(text)
                + ". For example: 99.9.");
    }

    /** The sizes of functions: the given one, or what Lambda says. A size that cannot be read is not known. */
    private static final class Sizes implements AutoCloseable {
        private final FunctionLookup functions;
        private final Optional<FunctionSize> given;
        private final Map<String, Optional<FunctionSize>> known = new HashMap<>();

        Sizes(AwsClients clients, Optional<FunctionSize> given) {
            this.functions = new FunctionLookup(clients);
            this.given = given;
        }

        Optional<BigDecimal> cost(JsonNode cycle, Tariff tariff) {
            return CycleCost.compute(cycle, name -> given.or(() -> known.computeIfAbsent(name, this::lookedUp)), tariff)
                    .map(CycleCost::usd);
        }

        private Optional<FunctionSize> lookedUp(String function) {
            try {
                return FunctionName.parse(function).flatMap(functions::find).flatMap(FunctionSize::of);
            } catch (Failure denied) {
                return Optional.empty();
            }
        }

        @Override
        public void close() {
            functions.close();
        }
    }
}
