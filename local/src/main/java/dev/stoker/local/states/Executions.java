// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import dev.stoker.local.states.run.StateMachine;
import dev.stoker.local.states.run.StateMachine.Engine;
import dev.stoker.local.states.run.StateMachine.StateMachineType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Starts executions, and describes, lists and stops those of standard state machines. */
final class Executions {
    private final Account account;
    private final Engine engine;
    private final StandardExecutions standard;
    private final Function<String, StateMachine> machines;

    /**
     * No executions yet.
     *
     * @param machines finds a state machine by its ARN, or throws StateMachineDoesNotExist
     */
    Executions(Account account, Engine engine, StandardExecutions standard, Function<String, StateMachine> machines) {
        this.account = account;
        this.engine = engine;
        this.standard = standard;
        this.machines = machines;
    }

    /** See {@link StepFunctions#startSyncExecution}. */
    String startSync(String stateMachineArn, Optional<String> name, String input, Consumer<ExecutionResult> whenEnded) {
        StateMachine machine = requireExpress(stateMachineArn);
        return startExpress(machine, named(name), Requests.read(input), whenEnded);
    }

    /**
     * StartSyncExecution from within: the input is a value already.
     *
     * @throws AwsError the same, and ValidationException for an input that is too large
     */
    String startNested(
            String stateMachineArn, Optional<String> name, Object input, Consumer<ExecutionResult> whenEnded) {
        StateMachine machine = requireExpress(stateMachineArn);
        return startExpress(machine, named(name), Requests.checked(input), whenEnded);
    }

    private StateMachine requireExpress(String stateMachineArn) {
        StateMachine machine = machines.apply(stateMachineArn);
        if (machine.type() == StateMachineType.STANDARD) {
            throw notOfThisType();
        }
        return machine;
    }

    /** See {@link StepFunctions#startExecution}. */
    String start(String stateMachineArn, Optional<String> name, String input) {
        StateMachine machine = machines.apply(stateMachineArn);
        String executionName = named(name);
        Object value = Requests.read(input);
        return machine.type() == StateMachineType.STANDARD
                ? startStandard(machine, executionName, value)
                : startExpress(machine, executionName, value, result -> {});
    }

    private String startExpress(StateMachine machine, String name, Object input, Consumer<ExecutionResult> whenEnded) {
        String arn = executionArn(machine, name) + ":" + uuid();
        machine.start(engine, name, arn, input, whenEnded);
        return arn;
    }

    private String startStandard(StateMachine machine, String name, Object input) {
        String arn = executionArn(machine, name);
        String text = Json.text(input);
        if (!standard.runsAlready(arn, text)) {
            ExecutionDescription started = new ExecutionDescription(
                    arn, machine.arn(), name, engine.timeline().nowMillis(), text, Optional.empty());
            standard.keep(started);
            standard.runs(
                    arn, machine.start(engine, name, arn, input, result -> standard.keep(started.endedWith(result))));
        }
        return arn;
    }

    /**
     * DescribeExecution.
     *
     * @throws AwsError ExecutionDoesNotExist, or InvalidArn for an Express execution
     */
    ExecutionDescription describe(String executionArn) {
        Requests.requireStandard(executionArn);
        return standard.describe(executionArn);
    }

    /**
     * The events of an execution until now, the first one first.
     *
     * @throws AwsError ExecutionDoesNotExist, or InvalidArn for an Express execution
     */
    List<HistoryEvent> history(String executionArn) {
        Requests.requireStandard(executionArn);
        return standard.history(executionArn);
    }

    /**
     * StopExecution. One that has ended stays as it ended.
     *
     * @param error the name of an error, if there is one
     * @param cause its cause, if there is one
     * @return how it is now, which is ended
     * @throws AwsError ExecutionDoesNotExist, or InvalidArn for an Express execution
     */
    ExecutionDescription stop(String executionArn, Optional<String> error, Optional<String> cause) {
        Requests.requireStandard(executionArn);
        standard.stop(executionArn, error, cause);
        return standard.describe(executionArn);
    }

    /**
     * Those of one state machine, the latest first.
     *
     * @throws AwsError StateMachineDoesNotExist, or StateMachineTypeNotSupported for Express
     */
    List<ExecutionDescription> list(String stateMachineArn) {
        if (machines.apply(stateMachineArn).type() == StateMachineType.EXPRESS) {
            throw notOfThisType();
        }
        return standard.of(stateMachineArn);
    }

    /** Wording: as recorded on AWS. */
    private static AwsError notOfThisType() {
        return new AwsError(
                "StateMachineTypeNotSupported", "This operation is not supported by this type of state machine");
    }

    private String named(Optional<String> name) {
        String executionName = name.orElseGet(this::uuid);
        Requests.requireName(executionName);
        return executionName;
    }

    private String executionArn(StateMachine machine, String name) {
        return account.arn("states", machine.type().arnKind + ":" + machine.name() + ":" + name);
    }

    private String uuid() {
        return new UUID(engine.random().nextLong(), engine.random().nextLong()).toString();
    }
}
