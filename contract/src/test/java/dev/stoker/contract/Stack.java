// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksRequest;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.waiters.CloudFormationWaiter;

/** A CloudFormation stack of infra/template.yaml. */
final class Stack implements AutoCloseable {
    private final CloudFormationClient cloudFormation;
    private final String name;
    private final CloudFormationWaiter waiter;

    private Stack(CloudFormationClient cloudFormation, String name) {
        this.cloudFormation = cloudFormation;
        this.name = name;
        this.waiter = CloudFormationWaiter.builder()
                .client(cloudFormation)
                .overrideConfiguration(Patience.lookingEvery(Duration.ofMillis(500)))
                .build();
    }

    /** Begins to create a stack from a template in S3, which may be larger than one in a request; {@link #awaitCreation} waits for it. */
    static Stack create(
            CloudFormationClient cloudFormation, String name, URL template, Map<String, String> parameters) {
        List<Parameter> given = parameters.entrySet().stream()
                .map(entry -> Parameter.builder()
                        .parameterKey(entry.getKey())
                        .parameterValue(entry.getValue())
                        .build())
                .toList();
        cloudFormation.createStack(request -> request.stackName(name)
                .templateURL(template.toString())
                .parameters(given)
                .capabilities(Capability.CAPABILITY_IAM, Capability.CAPABILITY_AUTO_EXPAND));
        return new Stack(cloudFormation, name);
    }

    /**
     * Waits until the stack is created.
     *
     * @throws IllegalStateException if the creation fails, with the reason of each failed resource
     */
    Stack awaitCreation() {
        try {
            waiter.waitUntilStackCreateComplete(thisStack());
        } catch (SdkException e) {
            throw new IllegalStateException("stack " + name + " was not created: " + failures(), e);
        }
        return this;
    }

    /** Outputs by their names. */
    Map<String, String> outputs() {
        return cloudFormation.describeStacks(thisStack()).stacks().get(0).outputs().stream()
                .collect(Collectors.toMap(Output::outputKey, Output::outputValue));
    }

    private String failures() {
        String events = cloudFormation.describeStackEvents(request -> request.stackName(name)).stackEvents().stream()
                .filter(event -> event.resourceStatusAsString().endsWith("FAILED"))
                .map(Stack::oneLine)
                .collect(Collectors.joining());
        return events.isEmpty() ? "no event tells of a failure within " + Patience.LONGEST_WAIT : events;
    }

    private static String oneLine(StackEvent event) {
        return "%n  %s %s %s: %s"
                .formatted(
                        event.resourceStatusAsString(),
                        event.resourceType(),
                        event.logicalResourceId(),
                        event.resourceStatusReason());
    }

    private DescribeStacksRequest thisStack() {
        return DescribeStacksRequest.builder().stackName(name).build();
    }

    @Override
    public void close() {
        cloudFormation.deleteStack(request -> request.stackName(name));
        try {
            waiter.waitUntilStackDeleteComplete(thisStack());
        } catch (SdkException e) {
            throw new IllegalStateException("stack " + name + " was not deleted: " + failures(), e);
        } finally {
            waiter.close();
        }
    }
}
