// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise;

import dev.stoker.cli.advise.traffic.CloudWatchTraffic;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.input.Problems;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read and what is wanted, as it is typed. */
final class AdviceOptions {
    private static final Duration SHORTEST = Duration.ofDays(7);
    private static final String DEFAULT_SINCE = "14d";
    private static final double DEFAULT_SHARE = 0.00001;
    private static final long MOST_SERVICE_MILLIS = 900_000;
    private static final long MOST_SCALE = 1_000_000;
    private static final long MOST_WINDOWS = 6;
    private static final long DEFAULT_WINDOWS = 2;
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

    private final Problems problems = new Problems();

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
    record WantedAdvice(
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
    WantedAdvice wanted() {
        Optional<FunctionName> name = name();
        sources();
        WantedAdvice wanted = new WantedAdvice(
                name,
                Optional.ofNullable(stack),
                problems.duration(
                        "--since", since == null ? DEFAULT_SINCE : since, "", SHORTEST, CloudWatchTraffic.LONGEST),
                Optional.ofNullable(csv),
                problems.positive("--scale", scale == null ? 1 : scale, MOST_SCALE, "Give a factor such as 10."),
                problems.positive(
                        "--service-millis",
                        service == null ? 1 : service,
                        MOST_SERVICE_MILLIS,
                        "Give the mean duration of a request."),
                problems.share("--share", share == null ? DEFAULT_SHARE : share, "Write 0.001 for 1 in 1,000."),
                zone(),
                (int) problems.within(
                        "--windows", windows == null ? DEFAULT_WINDOWS : windows, 1, MOST_WINDOWS, "Start with 3."),
                windows == null ? Optional.empty() : Optional.of(template == null ? "windows.yaml" : template),
                size(),
                seed);
        problems.refuse("No advice can be given. See --help.");
        return wanted;
    }

    private Optional<FunctionName> name() {
        if (function == null) {
            if (csv == null) {
                problems.add("FUNCTION", "is required", "nothing", "Name a function, or a file with --csv.");
            }
            return Optional.empty();
        }
        return FunctionName.parse("FUNCTION", function, problems);
    }

    private void sources() {
        if (csv == null) {
            refuse("--scale", scale, "is valid only with --csv");
            refuse("--service-millis", service, "is valid only with --csv, since CloudWatch has the durations");
        } else {
            refuse("--stack", stack, "must be left out with --csv, whose numbers are taken as they are");
            refuse("--since", since, "must be left out with --csv, which is read as a whole");
            if (service == null) {
                problems.add(
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

    private ZoneId zone() {
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException none) {
            problems.add("--timezone", "must be an IANA time zone", timezone, "For example: Europe/Berlin.");
            return ZoneId.of("UTC");
        }
    }

    private Optional<FunctionSize> size() {
        if (csv == null && memory == null && architecture == null) {
            return Optional.empty();
        }
        return Optional.of(FunctionSize.read(
                memory == null ? USUAL.memoryMb() : memory,
                architecture == null ? USUAL.architecture().text() : architecture,
                problems));
    }

    private void refuse(String option, @Nullable Object given, String rule) {
        if (given != null) {
            problems.add(option, rule, given, "Leave it out.");
        }
    }
}
