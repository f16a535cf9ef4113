// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.check.code.DeployedCode;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Question;
import dev.stoker.cli.check.finding.Target;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * All that was found of one function.
 *
 * @param target the function; empty if there is none
 * @param findings what the checks found, and what they passed
 */
record Inspection(Optional<Target> target, Findings findings) {
    /**
     * Runs all checks. Nothing is invoked and nothing changed.
     *
     * @param machines that are to call it; empty if nobody said which
     * @throws dev.stoker.cli.output.Failure if AWS does not even say whether the function exists
     */
    static Inspection perform(
            AwsClients clients, FunctionName name, Question question, List<StateMachineArn> machines) {
        Findings findings = new Findings();
        Optional<Target> target = new Existence(clients).find(name, findings);
        target.ifPresent(found -> {
            try (LambdaClient lambda = clients.lambda()) {
                checks(clients, lambda, question, machines).forEach(check -> check.look(found, findings));
            }
        });
        return new Inspection(target, findings);
    }

    /** In the order in which people read what passed. */
    private static List<Check> checks(
            AwsClients clients, LambdaClient lambda, Question question, List<StateMachineArn> machines) {
        return List.of(
                new StateCheck(),
                new RuntimeCheck(),
                new KindCheck(),
                new TimeoutCheck(question),
                new HandlerCheck((target, method) -> new DeployedCode(clients, lambda, target, method)),
                new QualifierCheck(lambda),
                new WeightedAliasCheck(lambda),
                new ProvisionedCheck(lambda),
                new ConcurrencyCheck(lambda, new UsersPeak(clients), question),
                new RoleCheck(clients, machines));
    }
}
