// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.deploy.parameters.ParameterPlan;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.promote.Pace;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.CreateChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

/** A change set: what CloudFormation would change, before it changes anything. */
final class ChangeSet {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    /** How CloudFormation says that nothing would change. It has no status for it. */
    private static final List<String> NO_CHANGES = List.of("didn't contain changes", "No updates are to be performed");

    private final StackCalls stack;
    private final String id;
    private final String stackId;
    private final boolean creates;

    private ChangeSet(StackCalls stack, String id, String stackId, boolean creates) {
        this.stack = stack;
        this.id = id;
        this.stackId = stackId;
        this.creates = creates;
    }

    /**
     * Asks CloudFormation for a change set.
     *
     * @param name of the change set, new for this stack
     * @param creates whether there is no stack yet
     */
    static ChangeSet create(StackCalls stack, String name, boolean creates, URL template, ParameterPlan parameters) {
        return stack.call("CreateChangeSet", () -> {
            try {
                return made(stack, name, creates, template, parameters);
            } catch (CloudFormationException refused) {
                if ("ValidationError".equals(refused.awsErrorDetails().errorCode())) {
                    throw rejected(stack, refused.awsErrorDetails().errorMessage())
                            .causedBy(refused);
                }
                throw refused;
            }
        });
    }

    private static ChangeSet made(
            StackCalls stack, String name, boolean creates, URL template, ParameterPlan parameters) {
        CreateChangeSetResponse made = stack.client()
                .createChangeSet(ask -> ask.stackName(stack.name())
                        .changeSetName(name)
                        .changeSetType(creates ? ChangeSetType.CREATE : ChangeSetType.UPDATE)
                        .templateURL(template.toString())
                        .parameters(parameters.request())
                        .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND));
        return new ChangeSet(stack, made.id(), made.stackId(), creates);
    }

    private static Failure rejected(StackCalls stack, String reason) {
        return new Failure(
                ExitCode.WRONG_USE,
                "Stoker.InvalidInput",
                "CloudFormation rejects the change of the stack " + stack.name() + ": " + OneLine.sentence(reason)
                        + " The stack was not changed. Correct the parameters.");
    }

    String stackId() {
        return stackId;
    }

    /**
     * Waits until CloudFormation has found the changes.
     *
     * @return the changes; empty if there are none at all. A list without elements means that only outputs change
     * @throws Failure if CloudFormation rejects the template or the parameters
     */
    Optional<List<PlannedChange>> await(Pace pace) {
        DescribeChangeSetResponse found = describe(Optional.empty());
        while (found.status() == ChangeSetStatus.CREATE_PENDING
                || found.status() == ChangeSetStatus.CREATE_IN_PROGRESS) {
            pace.pause(BETWEEN_LOOKS);
            found = describe(Optional.empty());
        }
        if (found.status() == ChangeSetStatus.CREATE_COMPLETE) {
            return Optional.of(changes(found));
        }
        String reason = OneLine.sentence(found.statusReason());
        if (NO_CHANGES.stream().anyMatch(reason::contains)) {
            return Optional.empty();
        }
        throw rejected(stack, reason);
    }

    private List<PlannedChange> changes(DescribeChangeSetResponse first) {
        List<PlannedChange> all = new ArrayList<>();
        DescribeChangeSetResponse page = first;
        while (true) {
            page.changes().stream()
                    .map(Change::resourceChange)
                    .map(PlannedChange::of)
                    .forEach(all::add);
            Optional<String> next = Optional.ofNullable(page.nextToken());
            if (next.isEmpty()) {
                return List.copyOf(all);
            }
            page = describe(next);
        }
    }

    private DescribeChangeSetResponse describe(Optional<String> page) {
        return stack.call(
                "DescribeChangeSet",
                () -> stack.client()
                        .describeChangeSet(
                                ask -> ask.changeSetName(id).stackName(stackId).nextToken(page.orElse(null))));
    }

    /** Begins to make the changes. */
    void execute() {
        stack.call(
                "ExecuteChangeSet",
                () -> stack.client()
                        .executeChangeSet(ask -> ask.changeSetName(id).stackName(stackId)));
    }

    /** Deletes it, with the empty stack that CloudFormation made for it. */
    void discard() {
        stack.call("DeleteChangeSet", () -> {
            try {
                return stack.client()
                        .deleteChangeSet(ask -> ask.changeSetName(id).stackName(stackId));
            } catch (ChangeSetNotFoundException gone) {
                return null;
            }
        });
        if (creates && stack.find(stackId).filter(StackState::isOnlyPlanned).isPresent()) {
            stack.delete(stackId);
        }
    }
}
