// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.check;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.check.finding.Check;
import dev.stoker.cli.check.finding.Findings;
import dev.stoker.cli.check.finding.Target;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/**
 * Checks {@code state-machine} and {@code role}: whether the state machines may invoke the function. IAM's policy
 * simulator answers this with one permission and includes permissions boundaries and explicit denials. Reading all
 * policies would need five permissions and a copy of IAM's rules.
 */
final class RoleCheck implements Check {
    private static final String INVOKE = "lambda:InvokeFunction";

    private final AwsClients clients;
    private final List<StateMachineArn> machines;

    RoleCheck(AwsClients clients, List<StateMachineArn> machines) {
        this.clients = clients;
        this.machines = machines;
    }

    @Override
    public void look(Target target, Findings findings) {
        if (machines.isEmpty()) {
            findings.note(
                    "role",
                    "Neither --stack nor --state-machine was given, so the permission to invoke it is not checked.",
                    "Give --stack NAME or --state-machine ARN.");
        }
        for (StateMachineArn machine : machines) {
            describe(machine, findings).ifPresent(described -> lookAt(target, machine, described, findings));
        }
    }

    private Optional<DescribeStateMachineResponse> describe(StateMachineArn machine, Findings findings) {
        return findings.call("state-machine", AwsCall.reading("states:DescribeStateMachine", machine.text()), () -> {
                    try (SfnClient states = clients.stateMachines()) {
                        return Optional.of(states.describeStateMachine(ask -> ask.stateMachineArn(machine.text())));
                    } catch (StateMachineDoesNotExistException missing) {
                        findings.error(
                                "state-machine",
                                "There is no state machine " + machine.text() + ".",
                                "See aws stepfunctions list-state-machines, or give --stack.");
                        return Optional.<DescribeStateMachineResponse>empty();
                    }
                })
                .flatMap(described -> described);
    }

    private void lookAt(
            Target target, StateMachineArn machine, DescribeStateMachineResponse described, Findings findings) {
        if (described.type() == StateMachineType.STANDARD) {
            findings.error(
                    "state-machine",
                    machine.text() + " is a Standard workflow, and Stoker uses Express workflows.",
                    "Give the ARN of keep-warm, which is the stack's output KeepWarmArn.");
        } else {
            findings.pass("state-machine", described.name());
        }
        String role = described.roleArn();
        findings.call("role", AwsCall.reading("iam:SimulatePrincipalPolicy", role), () -> simulate(role, target))
                .ifPresent(result -> judge(target, described.name(), role, result, findings));
    }

    private EvaluationResult simulate(String role, Target target) {
        try (IamClient iam = clients.iam()) {
            return iam
                    .simulatePrincipalPolicy(
                            ask -> ask.policySourceArn(role).actionNames(INVOKE).resourceArns(target.calledArn()))
                    .evaluationResults()
                    .stream()
                    .findFirst()
                    .orElse(EvaluationResult.builder().build());
        }
    }

    private static void judge(Target target, String machine, String role, EvaluationResult result, Findings findings) {
        if (result.evalDecision() != PolicyEvaluationDecisionType.ALLOWED) {
            findings.error(
                    "role",
                    machine + " may not invoke it: its role " + role + " does not allow " + INVOKE + " on "
                            + target.calledArn() + " (" + result.evalDecisionAsString() + ").",
                    "Add " + target.bareArn() + " to TargetArns of the stack, and deploy it again.");
        } else if (!role.split(":", -1)[4].equals(target.account())) {
            findings.unknown(
                    "role",
                    "The function is in another account than " + machine + ", so its own policy must allow " + role
                            + " too. That policy is not checked.",
                    "See aws lambda get-policy " + target.cliName() + " in that account.");
        } else {
            findings.pass("role", machine + " may invoke it");
        }
    }
}
