// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StateMachineArn;
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
    static Inspection of(AwsClients clients, FunctionName name, Question question, List<StateMachineArn> machines) {
        Findings findings = new Findings();
        Optional<Target> found = new Seek(clients).find(name, findings);
        found.ifPresent(target -> {
            try (LambdaClient lambda = clients.lambda()) {
                StateCheck.look(target, findings);
                RuntimeCheck.look(target, findings);
                KindCheck.look(target, findings);
                TimeoutCheck.look(target, question, findings);
                new HandlerCheck(target, new DeployedCode(clients, lambda, target), findings).look();
                QualifierCheck.look(lambda, target, findings);
                ProvisionedCheck.look(lambda, target, findings);
                new ConcurrencyCheck(lambda, new UsersPeak(clients), findings).look(target, question);
                new RoleCheck(clients, findings).look(target, machines);
            }
        });
        return new Inspection(found, findings);
    }
}
