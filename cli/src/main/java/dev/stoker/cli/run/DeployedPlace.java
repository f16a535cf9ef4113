// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run;

import dev.stoker.cli.aws.AwsCall;
import dev.stoker.cli.aws.AwsClients;
import dev.stoker.cli.aws.AwsPlace;
import dev.stoker.cli.aws.FunctionLookup;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.aws.StateMachineArn;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.run.outcome.Execution;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;

/** Runs cycles on AWS or an endpoint, with AWS's clients. */
public final class DeployedPlace implements CyclePlace {
    private final AwsClients clients;
    private final FunctionLookup functions;
    private final Supplier<StateMachineArn> find;
    private Optional<StateMachineArn> machine = Optional.empty();

    /**
     * Creates the place. Nothing is looked up yet.
     *
     * @param find returns the state machine keep-warm; called once, when it is first needed
     */
    public DeployedPlace(AwsClients clients, Supplier<StateMachineArn> find) {
        this.clients = clients;
        this.functions = new FunctionLookup(clients);
        this.find = find;
    }

    private StateMachineArn machine() {
        if (machine.isEmpty()) {
            machine = Optional.of(find.get());
        }
        return machine.get();
    }

    @Override
    public AwsPlace place() {
        return machine().place();
    }

    @Override
    public boolean lacks(FunctionName function) {
        try {
            return functions.find(function).isEmpty();
        } catch (Failure unknown) {
            return false;
        }
    }

    @Override
    public Execution run(CycleInput input) {
        StateMachineArn arn = machine();
        AwsCall call = new AwsCall(
                "states:StartSyncExecution",
                arn.text(),
                "The cycle may have run: check the state machine's logs before you start another.");
        return call.make(() -> start(arn, input));
    }

    private Execution start(StateMachineArn arn, CycleInput input) {
        try (SfnClient client = clients.cycles()) {
            StartSyncExecutionResponse end = client.startSyncExecution(
                    start -> start.stateMachineArn(arn.text()).input(input.text()));
            return new Execution(
                    end.statusAsString(),
                    Objects.requireNonNullElse(end.output(), ""),
                    Objects.requireNonNullElse(end.error(), ""),
                    Objects.requireNonNullElse(end.cause(), ""),
                    arn.region());
        } catch (StateMachineDoesNotExistException | InvalidArnException missing) {
            throw Failure.failed(
                            "Stoker.NoSuchStateMachine",
                            "state machine: must exist in this account and region, got " + arn.text()
                                    + ". See aws stepfunctions list-state-machines, or use --stack.")
                    .causedBy(missing);
        } catch (StateMachineTypeNotSupportedException standard) {
            throw Failure.failed(
                            "Stoker.NotExpress",
                            "state machine: must be an Express workflow, got a Standard one: " + arn.text()
                                    + ". Give the ARN of keep-warm, which infra/template.yaml deploys.")
                    .causedBy(standard);
        }
    }

    @Override
    public Optional<FunctionSize> findSize(String function) {
        try {
            return FunctionName.parse(function).flatMap(functions::find).flatMap(FunctionSize::of);
        } catch (Failure mayNotLook) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<ConcurrencyLimit> findLimit(String function) {
        return FunctionName.parse(function).flatMap(name -> {
            try (LambdaClient lambda = clients.lambda()) {
                Integer reserved = lambda.getFunctionConcurrency(ask -> ask.functionName(name.unqualified()))
                        .reservedConcurrentExecutions();
                return Optional.of(
                        reserved == null
                                ? new ConcurrencyLimit(
                                        lambda.getAccountSettings()
                                                .accountLimit()
                                                .concurrentExecutions(),
                                        false)
                                : new ConcurrencyLimit(reserved, true));
            } catch (SdkException mayNotLook) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void close() {
        functions.close();
    }
}
