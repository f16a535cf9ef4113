// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StackOutput;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks whether the stack's schedule keeps the function warm. Then no environment would be idle. */
final class ScheduleCheck {
    private ScheduleCheck() {}

    /**
     * Refuses a function that the stack's schedule warms.
     *
     * @throws Failure if the schedule is enabled and the function is among its targets, or its targets are the template's default
     */
    static void refuse(AwsClients clients, String stack, String function) {
        Map<String, String> parameters = StackOutput.readParameters(clients, stack);
        if (warms(parameters, function)) {
            String pause = warmsOthers(parameters, function)
                    ? "The stack has other targets, which a paused schedule does not warm either. So remove only this"
                            + " function from Targets and PeakTargets, and keep it in TargetArns (docs/calibrate.md)."
                    : "Pause it first, with the parameter ScheduleState=DISABLED (docs/deploy.md).";
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.ScheduleEnabled",
                    "The schedule of stack " + stack + " keeps " + FunctionName.shortOf(function)
                            + " warm, so that no environment would be idle. " + pause
                            + " If it is paused otherwise, add --schedule-paused.");
        }
    }

    static boolean warms(Map<String, String> parameters, String function) {
        if (!"ENABLED".equals(parameters.getOrDefault("ScheduleState", "DISABLED"))) {
            return false;
        }
        List<JsonNode> targets = StackOutput.targets(parameters);
        return targets.isEmpty()
                || targets.stream()
                        .anyMatch(target -> same(target.path("function").asText(), function));
    }

    private static boolean warmsOthers(Map<String, String> parameters, String function) {
        return StackOutput.targets(parameters).stream()
                .anyMatch(target -> !same(target.path("function").asText(), function));
    }

    /** Whether both names mean the same function. Qualifiers are ignored: two of them may lead to the same version. */
    private static boolean same(String one, String other) {
        Optional<String> name = bare(one);
        return name.isPresent() && name.equals(bare(other));
    }

    private static Optional<String> bare(String function) {
        return FunctionName.parse(function).map(FunctionName::name);
    }
}
