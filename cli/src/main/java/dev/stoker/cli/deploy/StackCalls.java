// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackEventsResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** CloudFormation's operations on one stack. */
final class StackCalls implements AutoCloseable {
    private final CloudFormationClient cloudFormation;
    private final String name;

    /**
     * @param name of the stack, which need not exist
     */
    StackCalls(AwsClients clients, String name) {
        this.name = name;
        this.cloudFormation = AwsCall.reading("cloudformation:DescribeStacks", "stack " + name)
                .make(clients::cloudFormation);
    }

    String name() {
        return name;
    }

    CloudFormationClient client() {
        return cloudFormation;
    }

    /** The stack of this name; empty if there is none. */
    Optional<StackState> find() {
        return find(name);
    }

    /**
     * The stack; empty if there is none.
     *
     * @param nameOrId a deleted stack is found only by its ID
     */
    Optional<StackState> find(String nameOrId) {
        return call("DescribeStacks", () -> {
            try {
                return cloudFormation.describeStacks(ask -> ask.stackName(nameOrId)).stacks().stream()
                        .findFirst()
                        .map(StackCalls::state);
            } catch (CloudFormationException refused) {
                return gone(refused, Optional.empty());
            }
        });
    }

    /** CloudFormation has no name of its own for the error that there is no such stack. */
    private static <T> T gone(CloudFormationException refused, T instead) {
        if (String.valueOf(refused.getMessage()).contains("does not exist")) {
            return instead;
        }
        throw refused;
    }

    private static StackState state(Stack stack) {
        return new StackState(
                stack.stackId(),
                stack.stackName(),
                stack.stackStatusAsString(),
                stack.parameters().stream()
                        .filter(parameter -> parameter.parameterValue() != null)
                        .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue)),
                stack.outputs().stream().collect(Collectors.toMap(Output::outputKey, Output::outputValue)),
                Optional.ofNullable(stack.parentId()).map(arn -> arn.replaceFirst("^.*:stack/([^/]+)/.*$", "$1")));
    }

    /**
     * The events since others, the oldest first.
     *
     * @param stackId a deleted stack is found only by its ID
     * @param known the IDs of events that are left out
     */
    List<StackEvent> events(String stackId, Set<String> known) {
        return call("DescribeStackEvents", () -> {
            try {
                return since(stackId, known);
            } catch (CloudFormationException refused) {
                return gone(refused, List.of());
            }
        });
    }

    private List<StackEvent> since(String stackId, Set<String> known) {
        List<StackEvent> fresh = new ArrayList<>();
        String page = null;
        boolean seen = false;
        do {
            DescribeStackEventsResponse answer = page(stackId, page);
            for (StackEvent event : answer.stackEvents()) {
                seen = seen || known.contains(event.eventId());
                if (!seen) {
                    fresh.add(0, event);
                }
            }
            page = answer.nextToken();
        } while (page != null && !seen);
        return fresh;
    }

    private DescribeStackEventsResponse page(String stackId, @Nullable String token) {
        return cloudFormation.describeStackEvents(ask -> ask.stackName(stackId).nextToken(token));
    }

    /** The template as it was given to CloudFormation. */
    String template() {
        return call(
                "GetTemplate",
                () -> cloudFormation
                        .getTemplate(ask -> ask.stackName(name).templateStage("Original"))
                        .templateBody());
    }

    /** Begins to delete it. */
    void delete(String stackId) {
        call("DeleteStack", () -> cloudFormation.deleteStack(ask -> ask.stackName(stackId)));
    }

    <T> T call(String operation, Supplier<T> call) {
        return new AwsCall(
                        "cloudformation:" + operation,
                        "stack " + name,
                        "CloudFormation continues the operation."
                                + " See the stack's events, and run the command again when it has ended.")
                .make(call);
    }

    @Override
    public void close() {
        cloudFormation.close();
    }
}
