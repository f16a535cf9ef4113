// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** What to do about a stack that cannot be changed, or that has failed. */
final class StackTrouble {
    private StackTrouble() {}

    /**
     * Refuses a stack that cannot be changed now, one that is not Stoker's, and one that its parent changes.
     *
     * @throws Failure with the remedy
     */
    static void refuse(StackState stack) {
        if (!stack.isStokers()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.NotAStokerStack",
                    "The stack " + stack.name() + " was not deployed from infra/template.yaml, so it was not changed."
                            + " Name another stack with --stack-name.");
        }
        stack.parent().ifPresent(parent -> {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.NestedStack",
                    "The stack " + stack.name() + " belongs to the stack " + parent
                            + ", which deploys and deletes it. Change or delete it there, for example with cdk deploy.");
        });
        if (stack.isChanging()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.StackNotReady",
                    "The stack " + stack.name() + " is being changed (" + stack.status()
                            + "). Wait for the end, then run the command again.");
        }
    }

    /**
     * Refuses a stack that CloudFormation cannot update.
     *
     * @throws Failure with the remedy
     */
    static void refuseUpdate(StackState stack) {
        refuse(stack);
        if (!stack.isOnlyPlanned() && !stack.isUpdatable()) {
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.StackNotReady",
                    "The stack " + stack.name() + " is in the state " + stack.status()
                            + ", in which CloudFormation cannot update it. " + remedy(stack));
        }
    }

    /**
     * The failure of a change.
     *
     * @param first the first event that tells of a failure
     */
    static Failure failed(StackState stack, Optional<StackEvent> first) {
        String reason = first.map(event -> event.logicalResourceId() + " (" + event.resourceType() + "): "
                        + OneLine.sentence(Optional.ofNullable(event.resourceStatusReason())
                                .orElse("no reason is given")))
                .orElse("no event contains the reason.");
        return new Failure(
                ExitCode.FAILED,
                "Stoker.StackFailed",
                "The stack " + stack.name() + " has failed and is in the state " + stack.status()
                        + ". The first failure: " + reason + " " + remedy(stack));
    }

    private static String remedy(StackState stack) {
        String undeploy = "stoker undeploy --stack-name " + stack.name();
        return switch (stack.status()) {
            case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED" ->
                "Correct the cause, delete the stack with " + undeploy + ", and deploy it again.";
            case "UPDATE_ROLLBACK_COMPLETE" ->
                "CloudFormation has rolled it back. Correct the cause, and deploy it again.";
            case "UPDATE_ROLLBACK_FAILED" ->
                "Correct the cause, then roll it back with aws cloudformation continue-update-rollback --stack-name "
                        + stack.name() + ".";
            case "DELETE_FAILED" -> "Correct the cause, then run " + undeploy + " again.";
            default -> "See aws cloudformation describe-stack-events --stack-name " + stack.name() + ".";
        };
    }
}
