// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Finds the state machines of a stack by its outputs, and what it was deployed with. */
public final class StackOutput {
    private static final String KEEP_WARM = "KeepWarmArn";
    private static final String FAN_OUT = "FanOutArn";

    /** The parameters of the template that name what schedules warm. */
    public static final List<String> TARGETS = List.of(
            "Targets",
            "Targets2",
            "Targets3",
            "Targets4",
            "PeakTargets",
            "PeakTargets2",
            "PeakTargets3",
            "PeakTargets4");

    private StackOutput() {}

    /**
     * Finds the state machine that starts cycles.
     *
     * @throws Failure if there is no such stack, or if it has no such output
     */
    public static StateMachineArn findKeepWarm(AwsClients clients, String name) {
        return findMachines(clients, name).get(0);
    }

    /**
     * Finds all state machines that invoke targets: keep-warm first, then fan-out.
     *
     * @throws Failure if there is no such stack, or if it has no output KeepWarmArn
     */
    public static List<StateMachineArn> findMachines(AwsClients clients, String name) {
        Stack stack = AwsCall.reading("cloudformation:DescribeStacks", "stack " + name)
                .make(() -> describe(clients, name));
        StateMachineArn keepWarm =
                machine(stack, KEEP_WARM).orElseThrow(() -> without(name, stack.stackStatusAsString()));
        return Stream.concat(Stream.of(keepWarm), machine(stack, FAN_OUT).stream())
                .toList();
    }

    /**
     * Reads the parameters that a stack was deployed with, by name.
     *
     * @throws Failure if there is no such stack
     */
    public static Map<String, String> readParameters(AwsClients clients, String name) {
        Stack stack = AwsCall.reading("cloudformation:DescribeStacks", "stack " + name)
                .make(() -> describe(clients, name));
        return stack.parameters().stream()
                .filter(parameter -> parameter.parameterValue() != null)
                .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
    }

    /**
     * The targets of all schedules of a stack. Empty if its parameters name none, so that the template's default counts.
     *
     * @param parameters what it was deployed with, see {@link #readParameters}
     */
    public static List<JsonNode> targets(Map<String, String> parameters) {
        List<JsonNode> targets = new ArrayList<>();
        TARGETS.forEach(name -> Json.read(parameters.getOrDefault(name, ""), JsonNode.class)
                .orElse(MissingNode.getInstance())
                .forEach(targets::add));
        return targets;
    }

    private static Optional<StateMachineArn> machine(Stack stack, String key) {
        return stack.outputs().stream()
                .filter(output -> key.equals(output.outputKey()))
                .map(Output::outputValue)
                .findFirst()
                .flatMap(StateMachineArn::parse);
    }

    private static Stack describe(AwsClients clients, String name) {
        try (CloudFormationClient client = clients.cloudFormation()) {
            return client.describeStacks(request -> request.stackName(name)).stacks().stream()
                    .findFirst()
                    .orElseThrow(() -> missing(name));
        } catch (CloudFormationException refused) {
            // CloudFormation has no specific error for this. It returns a ValidationError "Stack with id NAME does not
            // exist".
            if (String.valueOf(refused.getMessage()).contains("does not exist")) {
                throw missing(name).causedBy(refused);
            }
            throw refused;
        }
    }

    private static Failure missing(String name) {
        return new Failure(
                ExitCode.FAILED,
                "Stoker.NoSuchStack",
                "--stack: must be a stack of this account and region, got \"" + name
                        + "\". Check --region and --profile, or deploy infra/template.yaml under this name.");
    }

    private static Failure without(String name, String status) {
        boolean underWay =
                status.endsWith("_IN_PROGRESS") && !status.contains("ROLLBACK") && !status.contains("DELETE");
        boolean broken = status.contains("ROLLBACK") || status.contains("FAILED") || status.contains("DELETE");
        String remedy = "It was not deployed from infra/template.yaml. Give the name of the stack that was.";
        if (underWay) {
            remedy = "Wait until it is deployed, then try again.";
        } else if (broken) {
            remedy = "See why in aws cloudformation describe-stack-events, delete the stack, and deploy it again.";
        }
        return new Failure(
                ExitCode.FAILED,
                underWay || broken ? "Stoker.StackNotReady" : "Stoker.NotAStokerStack",
                "Stack " + name + " (" + status + ") has no output " + KEEP_WARM + ". " + remedy);
    }
}
