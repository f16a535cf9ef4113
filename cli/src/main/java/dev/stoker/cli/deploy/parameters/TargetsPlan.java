// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.DeployedFunction;
import dev.stoker.cli.aws.FunctionLookup;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StackOutput;
import dev.stoker.cli.input.Problems;
import dev.stoker.cli.input.TargetParameters;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions and numbers as values of the template's parameters. */
final class TargetsPlan {
    /** The parameters that say what is kept warm. New targets replace all that the stack has of them. */
    static final Set<String> REPLACED = Stream.concat(Stream.of("TargetArns"), StackOutput.TARGETS.stream())
            .collect(Collectors.toUnmodifiableSet());

    /** The parameters that the template takes only with peaks. */
    static final Set<String> PEAK_SCHEDULES = Set.of("PeakSchedule", "OffPeakSchedule", "OffDaysSchedule");

    private TargetsPlan() {}

    /**
     * A function to keep warm.
     *
     * @param function its name, with an alias or a version if users call one
     * @param concurrency N
     * @param peak N in peak hours
     */
    record WantedTarget(FunctionName function, long concurrency, Optional<Long> peak) {}

    /**
     * Looks up each function, because the template takes ARNs only, and returns the values.
     *
     * @throws Failure if there is no such function
     */
    static Map<String, String> lookUp(AwsClients clients, List<WantedTarget> wanted) {
        Set<String> arns = new LinkedHashSet<>();
        List<ObjectNode> targets = new ArrayList<>();
        List<ObjectNode> peaks = new ArrayList<>();
        Problems missing = new Problems();
        try (FunctionLookup lookup = new FunctionLookup(clients)) {
            for (WantedTarget one : wanted) {
                Optional<DeployedFunction> found = lookup.find(one.function());
                if (found.isEmpty()) {
                    missing.add(
                            "--function",
                            "must exist with its alias or version",
                            one.function().text(),
                            "Check the name, --region and --profile.");
                    continue;
                }
                String arn = FunctionName.parse(found.get().configuration().functionArn())
                        .orElseThrow()
                        .unqualified();
                arns.add(arn);
                String target = one.function()
                        .qualifier()
                        .map(qualifier -> arn + ":" + qualifier)
                        .orElse(arn);
                targets.add(target(target, one.concurrency()));
                one.peak().ifPresent(peak -> peaks.add(target(target, peak)));
            }
        }
        missing.refuse("Stoker.NoSuchFunction", "Functions do not exist. Nothing was deployed.");
        Map<String, String> values = new LinkedHashMap<>();
        values.put("TargetArns", String.join(",", arns));
        values.putAll(TargetParameters.of("Targets", targets));
        if (!peaks.isEmpty()) {
            values.putAll(TargetParameters.of("PeakTargets", peaks));
        }
        return values;
    }

    private static ObjectNode target(String function, long concurrency) {
        return Json.object().put("function", function).put("concurrency", concurrency);
    }
}
