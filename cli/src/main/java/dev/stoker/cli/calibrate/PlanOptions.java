// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.calibrate.measure.CalibrationPlan;
import dev.stoker.cli.input.MaxHoldOption;
import dev.stoker.cli.input.Problems;
import dev.stoker.cli.output.Failure;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is to be measured, as it is typed. */
final class PlanOptions {
    private static final long MOST_WAITS = 20;
    private static final long MOST_PASSES = 100;
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final long DEFAULT_CONCURRENCY = 20;
    private static final long DEFAULT_PASSES = 3;
    private static final double DEFAULT_SHARE = 0.95;
    private static final String HOW_TO_WRITE_A_SHARE = "Write 0.95 for 95 %.";
    private static final String DEFAULT_WAITS = "5m,8m,12m,20m,30m";
    private static final String DEFAULT_AGE = "90m";

    @Parameters(
            arity = "0..1",
            paramLabel = "FUNCTION",
            description = "Name, partial ARN or ARN, with :alias or :version if users call one.")
    private String function;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Environments to warm and to leave idle, 1 to " + CalibrationPlan.MOST_CONCURRENCY + " ("
                    + DEFAULT_CONCURRENCY + ").")
    private Long concurrency;

    @Option(
            names = "--waits",
            paramLabel = "LIST",
            description =
                    "How long environments are left idle, from the shortest to the longest (" + DEFAULT_WAITS + ").")
    private String waits;

    @Option(
            names = "--passes",
            paramLabel = "N",
            description = "How often to go through the waits, 1 to 100 (3). A pass ends at the first wait that no"
                    + " environment outlives.")
    private Long passes;

    @Option(
            names = "--confidence",
            paramLabel = "C",
            description = "The confidence of every interval and statement, between 0 and 1 (0.95).")
    private Double confidence;

    @Option(
            names = "--share",
            paramLabel = "P",
            description = "The share of idle environments that has to outlive the interval, between 0 and 1 (0.95).")
    private Double share;

    @Option(
            names = "--max-age",
            paramLabel = "TIME",
            description = "Environments older than this are not in the curve, since Lambda also ends environments for"
                    + " their age (" + DEFAULT_AGE + ").")
    private String maxAge;

    @Mixin
    private MaxHoldOption hold;

    private final Problems problems = new Problems();

    /** Which of the options are there. */
    List<String> given() {
        Map<String, Boolean> all = new LinkedHashMap<>();
        all.put("FUNCTION", function != null);
        all.put("--concurrency", concurrency != null);
        all.put("--waits", waits != null);
        all.put("--passes", passes != null);
        all.put("--confidence", confidence != null);
        all.put("--share", share != null);
        all.put("--max-age", maxAge != null);
        all.put(MaxHoldOption.NAME, hold.given().isPresent());
        return all.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The plan, whose state machine is not known yet.
     *
     * @param otherwise the function where none is named; empty where one has to be
     * @throws Failure with all that is wrong
     */
    CalibrationPlan plan(Optional<String> otherwise) {
        CalibrationPlan plan = new CalibrationPlan(
                function(otherwise),
                "",
                problems.within(
                        "--concurrency",
                        concurrency == null ? DEFAULT_CONCURRENCY : concurrency,
                        1,
                        CalibrationPlan.MOST_CONCURRENCY,
                        "The output of a cycle lists no more environments."),
                waits(),
                (int) problems.within(
                        "--passes", passes == null ? DEFAULT_PASSES : passes, 1, MOST_PASSES, "Start with 3."),
                hold.millis(),
                duration("--max-age", maxAge == null ? DEFAULT_AGE : maxAge).toMillis(),
                problems.share("--confidence", confidence == null ? DEFAULT_SHARE : confidence, HOW_TO_WRITE_A_SHARE),
                problems.share("--share", share == null ? DEFAULT_SHARE : share, HOW_TO_WRITE_A_SHARE));
        problems.refuse("This cannot be calibrated. See --help.");
        return plan;
    }

    private String function(Optional<String> otherwise) {
        if (function == null) {
            if (otherwise.isEmpty()) {
                problems.add("FUNCTION", "is required", "nothing", "Give the name of a function, or try --local.");
            }
            return otherwise.orElse("");
        }
        if (otherwise.isPresent()) {
            problems.add(
                    "FUNCTION",
                    "must be left out with --local, which has a function of its own",
                    function,
                    "Leave it out.");
        } else {
            FunctionName.parse("FUNCTION", function, problems);
        }
        return function;
    }

    private List<Long> waits() {
        String text = waits == null ? DEFAULT_WAITS : waits;
        int before = problems.all().size();
        List<Long> read = Arrays.stream(text.split(",", -1))
                .map(wait -> duration("--waits", wait).toMillis())
                .toList();
        // One that cannot be read has no place in the order.
        if (problems.all().size() == before && !rises(read)) {
            problems.add(
                    "--waits",
                    "must rise from each wait to the next",
                    text,
                    "Sort them. For example: " + DEFAULT_WAITS + ".");
        }
        if (read.size() > MOST_WAITS) {
            problems.add("--waits", "must be at most " + MOST_WAITS + " waits", read.size(), "Leave some out.");
        }
        return read;
    }

    private static boolean rises(List<Long> waits) {
        return IntStream.range(1, waits.size()).allMatch(i -> waits.get(i - 1) < waits.get(i));
    }

    private Duration duration(String option, String text) {
        return problems.duration(option, text, "m", SHORTEST_WAIT, LONGEST_WAIT);
    }
}
