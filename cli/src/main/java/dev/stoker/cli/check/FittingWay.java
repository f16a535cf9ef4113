// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.choose.Advice;
import dev.stoker.cli.choose.Costs;
import dev.stoker.cli.choose.Facts;
import dev.stoker.cli.estimate.UsualMonth;
import dev.stoker.cli.price.Architecture;
import dev.stoker.cli.price.FunctionSize;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Which way to avoid cold starts fits a deployed function, as far as its configuration tells. */
final class FittingWay {
    private FittingWay() {}

    /**
     * The advice. Empty for functions that the check {@link KindCheck} refuses, because its findings say why.
     *
     * @param region the region of the prices
     */
    static List<String> advice(Target target, PlannedUse plannedUse, String region) {
        if (!KindCheck.canBeWarmed(target)) {
            return List.of();
        }
        return Advice.of(new Facts(
                Optional.of(target.runtime()),
                plannedUse.concurrency().map(OptionalLong::of).orElse(OptionalLong.empty()),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.empty(),
                plannedUse.concurrency().map(environments -> costs(environments, target, region))));
    }

    private static Costs costs(long environments, Target target, String region) {
        Architecture architecture = target.configuration().architecturesAsStrings().stream()
                .findFirst()
                .flatMap(Architecture::of)
                .orElse(Architecture.X86_64);
        FunctionSize size = new FunctionSize(target.configuration().memorySize(), architecture);
        Costs costs = UsualMonth.costs(environments, size, region);
        return new Costs(costs.warming(), costs.provisioned().subList(0, 1));
    }
}
