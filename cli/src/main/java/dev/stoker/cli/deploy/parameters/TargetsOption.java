// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.deploy.parameters.TargetsPlan.WantedTarget;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.input.Problems;
import dev.stoker.cli.output.Failure;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** The options that fill in the template's parameters. */
public final class TargetsOption {
    @Option(
            names = "--function",
            paramLabel = "F",
            description =
                    "A function to keep warm: name, partial ARN or ARN, with :alias or :version if users call one. Give"
                            + " it again for more functions. They replace all that the stack keeps warm. Without any, a"
                            + " new stack has a sample function.")
    private List<String> functions = List.of();

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "Environments to keep warm, one number for each --function, in the same order, 1 to "
                    + CycleLimits.MOST_ENVIRONMENTS_TEXT + ".")
    private List<Long> concurrencies = List.of();

    @Option(
            names = "--peak",
            paramLabel = "N",
            description = "Environments in peak hours, one number for each --function, in the same order.")
    private List<Long> peaks = List.of();

    @Option(names = "--peak-hours", paramLabel = "FROM-TO", description = "The peak hours of weekdays (8-19).")
    private String peakHours;

    @Option(
            names = "--timezone",
            paramLabel = "ZONE",
            description = "The time zone of the hours, such as Asia/Seoul (UTC).")
    private String timezone;

    @Option(
            names = "--parameter",
            paramLabel = "NAME=VALUE",
            description = "Any other parameter of the template. What is not named keeps its value.")
    private Map<String, String> named = new LinkedHashMap<>();

    @Option(
            names = "--parameters",
            paramLabel = "FILE",
            description = "A YAML or JSON file with more parameters, in the format that stoker targets writes.")
    private String file;

    private final Map<String, String> others = new LinkedHashMap<>();

    /**
     * Checks all options.
     *
     * @param declared the template's parameters
     * @throws Failure with all problems, if there is any
     */
    public void check(List<String> declared) {
        if (file != null) {
            others.putAll(ParametersFile.read(file));
        }
        others.putAll(named);
        Problems problems = new Problems();
        functions.forEach(function -> FunctionName.parse("--function", function, problems));
        checkFunctions(problems);
        if (concurrencies.size() != functions.size()) {
            problems.add(
                    "--concurrency",
                    "must be given once for each --function",
                    concurrencies.size() + " for " + functions.size(),
                    "Write for example --function orders:live --concurrency 20.");
        }
        if (!peaks.isEmpty() && peaks.size() != functions.size()) {
            problems.add(
                    "--peak",
                    "must be given once for each --function or not at all",
                    peaks.size() + " for " + functions.size(),
                    "Write --concurrency's number for a function without a peak.");
        }
        checkNumbers("--concurrency", concurrencies, problems);
        checkNumbers("--peak", peaks, problems);
        checkHours(problems);
        Set<String> unknown = new TreeSet<>(others.keySet());
        declared.forEach(unknown::remove);
        unknown.forEach(name -> problems.add(
                optionOf(name),
                "must name a parameter of the template",
                name,
                "The names are " + String.join(", ", declared) + "."));
        Set<String> twice = new TreeSet<>(others.keySet());
        twice.retainAll(written());
        twice.forEach(name -> problems.add(
                optionOf(name),
                "must not be a parameter that other options set",
                name,
                "Remove it, or the other options."));
        problems.refuse();
    }

    /** With more than a cycle accepts, a stack would be deployed and warm nothing. */
    private void checkFunctions(Problems problems) {
        if (functions.size() > CycleLimits.MOST_TARGETS) {
            problems.add(
                    "--function",
                    "must be given at most " + CycleLimits.MOST_TARGETS + " times",
                    functions.size() + " times",
                    "Deploy the other functions as another stack, with --stack-name.");
        }
        functions.stream()
                .distinct()
                .filter(function -> Collections.frequency(functions, function) > 1)
                .forEach(function -> problems.add(
                        "--function",
                        "must name each function once",
                        function,
                        "Give it once, with the number of environments that it needs in all."));
        checkSum("--concurrency", concurrencies, problems);
        checkSum("--peak", peaks, problems);
    }

    private static void checkSum(String option, List<Long> numbers, Problems problems) {
        long sum = numbers.stream().mapToLong(Long::longValue).sum();
        if (numbers.size() > 1 && sum > CycleLimits.MOST_ENVIRONMENTS) {
            problems.add(
                    option,
                    "must be at most " + CycleLimits.MOST_ENVIRONMENTS_TEXT + " environments in all",
                    sum,
                    "Choose smaller numbers, or deploy some functions as another stack, with --stack-name.");
        }
    }

    private static void checkNumbers(String option, List<Long> numbers, Problems problems) {
        numbers.forEach(number -> problems.within(
                option, number, 1, CycleLimits.MOST_ENVIRONMENTS, "Choose as many as users need at once."));
    }

    private void checkHours(Problems problems) {
        if (peakHours != null && peaks.isEmpty()) {
            problems.add("--peak-hours", "is valid only with --peak", peakHours, "Add --peak N, or leave it out.");
        } else if (peakHours != null) {
            problems.addFailure(() -> PeakHours.read(peakHours));
        }
        if (timezone != null && !ZoneId.getAvailableZoneIds().contains(timezone)) {
            problems.add(
                    "--timezone",
                    "must be a name of the IANA time zone database",
                    timezone,
                    "Write for example Europe/Berlin.");
        }
    }

    /** The option that gives this parameter. */
    private String optionOf(String name) {
        return named.containsKey(name) ? "--parameter" : "--parameters " + file;
    }

    /** The parameters that the other options set. */
    private Set<String> written() {
        Set<String> names = new HashSet<>();
        if (!functions.isEmpty()) {
            names.addAll(TargetsPlan.REPLACED);
        }
        if (peakHours != null) {
            names.addAll(Set.of("PeakSchedule", "OffPeakSchedule"));
        }
        if (timezone != null) {
            names.add("ScheduleTimezone");
        }
        return names;
    }

    /**
     * The values of the parameters.
     *
     * @param declared the template's parameters
     * @param before what the stack has
     * @throws Failure if a function does not exist
     */
    public ParameterPlan plan(AwsClients clients, List<String> declared, Map<String, String> before) {
        Map<String, String> given = new LinkedHashMap<>();
        Set<String> dropped = new HashSet<>();
        if (!functions.isEmpty()) {
            given.putAll(TargetsPlan.lookUp(clients, wanted()));
            dropped.addAll(TargetsPlan.REPLACED);
            if (peaks.isEmpty()) {
                dropped.addAll(TargetsPlan.PEAK_SCHEDULES);
            }
        }
        if (peakHours != null) {
            given.putAll(PeakHours.read(peakHours).parameters());
        }
        if (timezone != null) {
            given.put("ScheduleTimezone", timezone);
        }
        given.putAll(others);
        return ParameterPlan.of(declared, given, dropped, before);
    }

    private List<WantedTarget> wanted() {
        List<WantedTarget> wanted = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            wanted.add(new WantedTarget(
                    FunctionName.parse(functions.get(i)).orElseThrow(),
                    concurrencies.get(i),
                    peaks.isEmpty() ? Optional.empty() : Optional.of(peaks.get(i))));
        }
        return wanted;
    }
}
