// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.check.code.DeployedCode;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.PlannedUse;
import dev.stoker.cli.check.finding.Target;
import dev.stoker.cli.check.handler.HandlerCheck;
import dev.stoker.cli.check.handler.ProtocolCheck;
import dev.stoker.cli.input.WarmProtocol;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The results of all checks of one function.
 *
 * @param target the function; empty if it does not exist
 * @param findings the findings and the passed checks
 * @param advice which way to avoid cold starts fits it
 */
public record Inspection(Optional<Target> target, Findings findings, List<String> advice) {
    /** Copies the advice. */
    public Inspection {
        advice = List.copyOf(advice);
    }

    /**
     * Runs all checks. It invokes and changes nothing.
     *
     * @param more further checks, after those of the function itself
     * @throws dev.stoker.cli.output.Failure if AWS does not answer whether the function exists
     */
    public static Inspection perform(AwsClients clients, FunctionName name, PlannedUse plannedUse, List<Check> more) {
        Findings findings = new Findings();
        Optional<Target> target = new Existence(clients).find(name, findings);
        target.ifPresent(found -> {
            try (LambdaClient lambda = clients.lambda()) {
                checks(clients, lambda, plannedUse).forEach(check -> check.look(found, findings));
                more.forEach(check -> check.look(found, findings));
            }
        });
        return new Inspection(
                target,
                findings,
                target.map(found -> FittingWay.advice(found, plannedUse, clients.region()))
                        .orElse(List.of()));
    }

    /** In the order in which the passed checks are printed. */
    private static List<Check> checks(AwsClients clients, LambdaClient lambda, PlannedUse plannedUse) {
        return List.of(
                new StateCheck(),
                new RuntimeCheck(plannedUse),
                new KindCheck(),
                new TimeoutCheck(plannedUse),
                plannedUse.protocol() == WarmProtocol.STOKER
                        ? new HandlerCheck((target, method) -> new DeployedCode(clients, lambda, target, method))
                        : new ProtocolCheck(plannedUse.protocol()),
                new QualifierCheck(lambda),
                new WeightedAliasCheck(lambda),
                new ProvisionedCheck(lambda),
                new ConcurrencyCheck(lambda, new UsersPeak(clients), plannedUse));
    }
}
