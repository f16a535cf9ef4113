// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import dev.stoker.cli.advise.traffic.CloudWatchTraffic;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.output.Durations;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read and what is wanted, as it is typed. */
final class AdviceOptions {
    private static final Duration SHORTEST = Duration.ofDays(7);
    private static final String DEFAULT_SINCE = "14d";
    private static final double DEFAULT_SHARE = 0.00001;
    private static final double MOST_SERVICE_MILLIS = 900_000;
    private static final double MOST_SCALE = 1e6;
    private static final long MOST_WINDOWS = 6;
    private static final long DEFAULT_WINDOWS = 2;
    private static final long LEAST_MB = 128;
    private static final long MOST_MB = 10_240;
    private static final FunctionSize USUAL = new FunctionSize(512, Architecture.X86_64);

    @Parameters(
            arity = "0..1",
            paramLabel = "FUNCTION",
            description =
                    "Name, partial ARN or ARN. CloudWatch counts all versions of a function together. With --csv it is"
                            + " only for the template.")
    private @Nullable String function;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description =
                    "The stack that warms the function. The sleep tasks in its log are subtracted from the metrics.")
    private @Nullable String stack;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "How far back to read CloudWatch, 7d to 63d; data points of a minute are kept for 15d (14d).")
    private @Nullable String since;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Instead of CloudWatch: a CSV with a time and a number of requests in each line.")
    private @Nullable String csv;

    @Option(names = "--scale", paramLabel = "F", description = "With --csv: multiply the numbers (1).")
    private @Nullable Double scale;

    @Option(
            names = "--service-millis",
            paramLabel = "MS",
            description = "With --csv: how long a request takes, up to 900000 ms; required.")
    private @Nullable Double service;

    @Option(
            names = "--share",
            paramLabel = "P",
            description = "The share of requests that may meet a cold start, between 0 and 1 (0.00001, 1 in 100,000).")
    private @Nullable Double share;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            description = "IANA time zone of the hours, such as Asia/Seoul (UTC). Times of a CSV without an offset"
                    + " are in this zone.")
    private String timezone = "UTC";

    @Option(
            names = "--windows",
            paramLabel = "K",
            description =
                    "Write windows with at most K different numbers, 1 to 6, as a template; without it, 2 are compared"
                            + " and nothing is written.")
    private @Nullable Long windows;

    @Option(
            names = "--template",
            paramLabel = "FILE",
            description = "With --windows: the template to write (windows.yaml).")
    private @Nullable String template;

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description = "The function's memory, 128 to 10240 (its own; 512 with --csv).")
    private @Nullable Long memory;

    @Option(
            names = "--architecture",
            paramLabel = "ARCH",
            description = "The function's architecture, x86_64 or arm64 (its own; x86_64 with --csv).")
    private @Nullable String architecture;

    @Option(names = "--seed", paramLabel = "N", description = "The seed of peaks that were not measured (1).")
    private Long seed = 1L;

    private final List<String> problems = new ArrayList<>();

    /**
     * What the options mean.
     *
     * @param function the function, if it is named
     * @param stack the stack that warms it, if it is named
     * @param back how far to read CloudWatch
     * @param csv the file, if there is one; otherwise there is a function
     * @param scale a factor of its numbers
     * @param serviceMillis how long its requests take
     * @param share of requests that may meet a cold start
     * @param zone of the hours
     * @param windows different numbers at most
     * @param template the file to write; empty for none
     * @param size the size of the function, if it is named
     * @param seed of random numbers
     */
    record Wanted(
            Optional<FunctionName> function,
            Optional<String> stack,
            Duration back,
            Optional<String> csv,
            double scale,
            double serviceMillis,
            double share,
            ZoneId zone,
            int windows,
            Optional<String> template,
            Optional<FunctionSize> size,
            long seed) {}

    /**
     * Checks the options.
     *
     * @throws Failure with all problems
     */
    Wanted wanted() {
        Optional<FunctionName> name = name();
        sources();
        Wanted wanted = new Wanted(
                name,
                Optional.ofNullable(stack),
                back(),
                Optional.ofNullable(csv),
                within("--scale", scale, 1, MOST_SCALE, "Give a factor such as 10."),
                within("--service-millis", service, 1, MOST_SERVICE_MILLIS, "Give the mean duration of a request."),
                shareOfRequests(),
                zone(),
                numbers(),
                windows == null ? Optional.empty() : Optional.of(template == null ? "windows.yaml" : template),
                size(),
                seed);
        if (!problems.isEmpty()) {
            throw new Failure(ExitCode.WRONG_USE, "Stoker.WrongUse", "No advice can be given. See --help.", problems);
        }
        return wanted;
    }

    private Optional<FunctionName> name() {
        if (function == null) {
            if (csv == null) {
                problem("FUNCTION", "is required", "nothing", "Name a function, or a file with --csv.");
            }
            return Optional.empty();
        }
        Optional<FunctionName> name = FunctionName.parse(function);
        if (name.isEmpty()) {
            problem(
                    "FUNCTION",
                    "must be a name, partial ARN or ARN of a function",
                    function,
                    "See aws lambda list-functions.");
        }
        return name;
    }

    private void sources() {
        if (csv == null) {
            refuse("--scale", scale, "is valid only with --csv");
            refuse("--service-millis", service, "is valid only with --csv, since CloudWatch has the durations");
        } else {
            refuse("--stack", stack, "must be left out with --csv, whose numbers are taken as they are");
            refuse("--since", since, "must be left out with --csv, which is read as a whole");
            if (service == null) {
                problem(
                        "--service-millis",
                        "is required with --csv",
                        "nothing",
                        "Give the mean duration of a request.");
            }
        }
        if (windows == null) {
            refuse("--template", template, "is valid only with --windows");
        }
    }

    private Duration back() {
        String text = since == null ? DEFAULT_SINCE : since;
        return Durations.read(text, "")
                .filter(time -> time.compareTo(SHORTEST) >= 0 && time.compareTo(CloudWatchTraffic.LONGEST) <= 0)
                .orElseGet(() -> {
                    problem("--since", "must be a time from 7d to 63d", text, "Write a number with d, such as 28d.");
                    return SHORTEST;
                });
    }

    private double within(String option, @Nullable Double value, double otherwise, double most, String remedy) {
        double number = value == null ? otherwise : value;
        if (!(number > 0 && number <= most)) {
            problem(option, "must be above 0 and at most " + (long) most, number, remedy);
        }
        return number;
    }

    private double shareOfRequests() {
        double number = share == null ? DEFAULT_SHARE : share;
        if (!(number > 0 && number < 1)) {
            problem("--share", "must be between 0 and 1", number, "Write 0.001 for 1 in 1,000.");
        }
        return number;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException none) {
            problem("--timezone", "must be an IANA time zone", timezone, "For example: Europe/Berlin.");
            return ZoneId.of("UTC");
        }
    }

    private int numbers() {
        long number = windows == null ? DEFAULT_WINDOWS : windows;
        if (number < 1 || number > MOST_WINDOWS) {
            problem("--windows", "must be from 1 to " + MOST_WINDOWS, number, "Start with 3.");
        }
        return (int) number;
    }

    private Optional<FunctionSize> size() {
        if (memory != null && (memory < LEAST_MB || memory > MOST_MB)) {
            problem("--memory", "must be from 128 to 10,240", memory, "Give the function's own memory, in MB.");
        }
        Optional<Architecture> processor = Optional.ofNullable(architecture).flatMap(Architecture::of);
        if (architecture != null && processor.isEmpty()) {
            problem("--architecture", "must be x86_64 or arm64", architecture, "Give the function's own architecture.");
        }
        if (csv == null && memory == null && architecture == null) {
            return Optional.empty();
        }
        return Optional.of(
                new FunctionSize(memory == null ? USUAL.memoryMb() : memory, processor.orElse(USUAL.architecture())));
    }

    private void refuse(String option, @Nullable Object given, String rule) {
        if (given != null) {
            problem(option, rule, given, "Leave it out.");
        }
    }

    private void problem(String option, String rule, Object got, String remedy) {
        problems.add(option + ": " + rule + ", got " + OneLine.of(String.valueOf(got)) + ". " + remedy);
    }
}
