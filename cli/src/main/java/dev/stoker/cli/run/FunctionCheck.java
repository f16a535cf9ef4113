// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsPlace;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Checks whether a state machine can reach the functions, because a cycle would call a mistyped name N times a round.
 * Other errors of the look-up (no permission, no network) do not mean that the function is missing, so the cycle runs
 * anyway.
 */
final class FunctionCheck {
    private FunctionCheck() {}

    /**
     * @throws Failure if a function is in another region or partition, or does not exist
     */
    static void refuse(CyclePlace cycles, List<String> names) {
        AwsPlace machine = cycles.place();
        List<String> all = names.subList(0, Math.min(CycleLimits.MOST_TARGETS, names.size()));
        refuse(
                "Stoker.WrongRegion",
                "are in another region than the state machine",
                all,
                name -> elsewhere(name, machine));
        refuse("Stoker.NoSuchFunction", "do not exist", all, name -> missing(name, cycles));
    }

    private static void refuse(
            String code, String what, List<String> names, Function<FunctionName, Optional<String>> problem) {
        List<String> problems = names.stream()
                .map(FunctionName::parse)
                .flatMap(Optional::stream)
                .map(problem)
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new Failure(ExitCode.WRONG_USE, code, "Functions " + what + ". Nothing was invoked.", problems);
        }
    }

    private static Optional<String> elsewhere(FunctionName name, AwsPlace machine) {
        return name.place()
                .filter(place -> !place.equals(machine))
                .map(place -> "function: must be in the state machine's region, " + machine + ", got one of " + place
                        + ": " + OneLine.of(name.unqualified())
                        + ". Start the cycle in the function's region, or correct the ARN.");
    }

    private static Optional<String> missing(FunctionName name, CyclePlace cycles) {
        return cycles.lacks(name)
                ? Optional.of("function: must exist in " + cycles.place() + " with its alias or version, got "
                        + OneLine.of(name.text()) + ". Check the name, --region and --profile.")
                : Optional.empty();
    }
}
