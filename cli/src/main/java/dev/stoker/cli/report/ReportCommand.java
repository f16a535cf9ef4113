// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsOptions;
import dev.stoker.cli.aws.AwsSettings;
import dev.stoker.cli.cycles.Cycle;
import dev.stoker.cli.cycles.CycleReader;
import dev.stoker.cli.cycles.SizeOptions;
import dev.stoker.cli.cycles.StackLog;
import dev.stoker.cli.input.TextFile;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OutputOptions;
import dev.stoker.cli.output.Progress;
import dev.stoker.cli.price.CycleCost;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.price.PricedRegion;
import dev.stoker.cli.price.Tariff;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code stoker report}. */
@Command(
        name = "report",
        description = {
            "Draw cycles in one self-contained HTML file: a lane for each environment, INIT and hold as bars, the"
                    + " rendezvous as a line.",
            "It reads the log of a stack, or files with the JSON output of one of these commands: stoker run, aws logs"
                    + " filter-log-events, aws logs get-query-results, aws stepfunctions start-sync-execution, aws"
                    + " stepfunctions describe-execution."
        },
        customSynopsis = {
            "stoker report --stack NAME [--since TIME] [--out FILE] [OPTIONS]",
            "       stoker report --input FILE [--out FILE] [OPTIONS]"
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  stoker run --local --concurrency 20 --json | stoker report --input - --out report.html",
            "  stoker report --stack stoker --since 24h --memory 1536 --out day.html",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use."
        })
public final class ReportCommand implements Callable<Integer> {
    /** More than a day of wide cycles. Browsers have problems with larger pages. */
    private static final int MOST_BYTES = 128 * 1024 * 1024;

    private final Console console;
    private final Clock clock = Clock.systemUTC();

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "Draw the cycles in the log of this CloudFormation stack.")
    private String stack;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "With --stack: how far back to read the log, such as 90m or 7d (24h).")
    private String since;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Instead of --stack: a file to read; - reads stdin. Can be repeated.")
    private List<String> inputs = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", description = "The HTML file to write (report.html).")
    private String out = "report.html";

    @Mixin
    private SizeOptions size;

    @Mixin
    private AwsOptions aws;

    @Mixin
    private OutputOptions output;

    /** Creates the command with a console for its results. */
    public ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if ((stack == null) == inputs.isEmpty() || (since != null && stack == null)) {
            throw Failure.wrongUse("--stack, --input: must be exactly one, --since with --stack alone, got "
                    + (stack == null ? (inputs.isEmpty() ? "none" : "--since with --input") : "both")
                    + ". Name a stack, or a file that stoker run --json wrote.");
        }
        AwsSettings settings = aws.settings();
        CycleReader reader = new CycleReader(price(settings));
        boolean onlyErrors = stack == null ? readFiles(reader) : readLog(reader, settings);
        List<Cycle> cycles = reader.cycles();
        if (cycles.isEmpty()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.NoCycles",
                    (stack == null
                                    ? "--input: must contain the output of a cycle"
                                    : "--stack: must have logged a cycle")
                            + ", got none. Use the output of stoker run --json, or go further back with --since.");
        }
        Optional<String> missing = onlyErrors ? Optional.of(StackLog.ONLY_ERRORS) : Optional.empty();
        write(ReportPage.render(cycles, missing, version()));
        print(cycles, reader.others(), missing);
        return ExitCode.DONE.code();
    }

    private boolean readFiles(CycleReader reader) {
        TextFile file = new TextFile("--input", Optional.of(System.in), MOST_BYTES, "Draw fewer cycles.");
        inputs.forEach(name -> reader.read(file.read(name)));
        return false;
    }

    /**
     * Reads the log.
     *
     * @return whether it contains only failed executions
     */
    private boolean readLog(CycleReader reader, AwsSettings settings) {
        Duration back = StackLog.back(since);
        StackLog.Events events = Progress.during(
                console,
                "Reading the log of " + stack,
                "Nothing was written.",
                () -> new StackLog(new AwsClients(settings), stack)
                        .since(clock.instant().minus(back)));
        events.messages().forEach(reader::read);
        return events.onlyErrors();
    }

    private Function<JsonNode, Optional<BigDecimal>> price(AwsSettings settings) {
        Optional<FunctionSize> given = size.size();
        if (given.isEmpty()) {
            return cycle -> Optional.empty();
        }
        PriceList prices = PriceFile.carried();
        Tariff tariff = prices.of(PricedRegion.find(settings.region(), prices).name());
        return cycle -> CycleCost.compute(cycle, name -> given, tariff).map(CycleCost::usd);
    }

    private void write(String page) {
        try {
            Files.writeString(Path.of(out), page);
        } catch (IOException | InvalidPathException unwritable) {
            throw Failure.notWritten("--out", out, unwritable);
        }
    }

    private void print(List<Cycle> cycles, long others, Optional<String> missing) {
        Headline headline = new Headline(cycles);
        String title = headline.title();
        if (output.json()) {
            ObjectNode document = Json.object();
            document.put("file", out);
            document.put("title", title);
            document.put("cycles", cycles.size());
            headline.users().into(document.putObject("users"));
            document.put("passedOver", others);
            document.put("onlyErrors", missing.isPresent());
            console.document(document.toString());
        } else {
            console.say(title);
            console.say(headline.users().sentence());
            console.say("Written to " + out + ".");
        }
        missing.ifPresent(warning -> console.note("Warning: " + warning));
        if (others > 0) {
            console.note(
                    others == 1
                            ? "1 line or event was not a cycle and was skipped."
                            : others + " lines or events were not cycles and were skipped.");
        }
    }

    private static String version() {
        return Optional.ofNullable(ReportCommand.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
    }
}
