// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.states.definition.DefinitionReader;
import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.StateMachine;
import dev.stoker.local.states.run.StateMachine.Engine;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Step Functions of one account in one region, as the rest of the embedded AWS uses it: one method for each action of the API. Call
 * the methods on the timeline. Callbacks are also called on the timeline.
 */
public final class StepFunctions {

    /** The task integration for nested executions: the part after {@code arn:aws:states:::}. */
    public static final String NESTED_EXECUTION = "aws-sdk:sfn:startSyncExecution";

    private final Timeline timeline;
    private final StateMachines machines;
    private final Executions executions;

    /**
     * The logging and tracing configuration of a state machine.
     *
     * @param level ALL, ERROR, FATAL or OFF
     * @param includeExecutionData whether inputs and outputs are logged
     * @param groupArns the ARNs of the log groups, with or without the suffix {@code :*}
     * @param tracing whether X-Ray tracing is enabled; the embedded AWS does not trace
     */
    public record Logging(String level, boolean includeExecutionData, List<String> groupArns, boolean tracing) {
        /** Nothing. */
        public static final Logging OFF = new Logging("OFF", false, List.of(), false);
    }

    /**
     * Creates the service without state machines.
     *
     * @param seed the seed of all random choices: IDs, jitter, {@code $random}, {@code $uuid}
     * @param services the task integrations, by the part after {@code arn:aws:states:::}, such as
     *     {@code lambda:invoke}; {@code aws-sdk:sfn:startSyncExecution} is always available
     * @param faults the faults for each service, including nested executions
     * @param groups the log groups for state machines
     * @param observer receives the events of executions
     */
    public StepFunctions(
            Account account,
            Timeline timeline,
            long seed,
            Map<String, TaskService> services,
            TaskFaults faults,
            LogGroups groups,
            ExecutionObserver observer) {
        this.timeline = timeline;
        Random random = new Random(seed);
        ExecutionLogs logs = new ExecutionLogs(groups);
        StandardExecutions standard = new StandardExecutions();
        Engine engine =
                new Engine(timeline, random, ExecutionObserver.both(standard, ExecutionObserver.both(logs, observer)));
        this.executions = new Executions(account, engine, standard, this::describeStateMachine);
        Map<String, TaskService> all = new HashMap<>(services);
        all.put(NESTED_EXECUTION, new StatesTasks(executions));
        all.replaceAll(faults::before);
        DefinitionReader reader =
                new DefinitionReader(new ExpressionCompiler(timeline::nowMillis, random), new TaskCatalogue(all));
        this.machines = new StateMachines(account, timeline, reader, logs);
    }

    /** Its protocol. */
    public Api endpoint() {
        return StatesApi.of(machines, executions, timeline);
    }

    StateMachines machines() {
        return machines;
    }

    Executions executions() {
        return executions;
    }

    /**
     * CreateStateMachine. If a state machine with the same name and definition exists, it is returned.
     *
     * @param type EXPRESS or STANDARD
     * @param logging its logging configuration
     * @throws AwsError InvalidName, InvalidDefinition with all problems, StateMachineAlreadyExists,
     *     InvalidLoggingConfiguration, or ValidationException for another type
     */
    public StateMachine createStateMachine(
            String name, String type, String definition, String roleArn, Logging logging) {
        return machines.create(name, type, definition, roleArn, logging);
    }

    /** CreateStateMachine without logging. */
    StateMachine createStateMachine(String name, String type, String definition, String roleArn) {
        return machines.create(name, type, definition, roleArn, Logging.OFF);
    }

    /**
     * UpdateStateMachine. Running executions continue with the old definition.
     *
     * @throws AwsError StateMachineDoesNotExist, InvalidDefinition or InvalidLoggingConfiguration
     */
    public StateMachine updateStateMachine(String arn, String definition, String roleArn, Logging logging) {
        return machines.update(arn, Optional.of(definition), Optional.of(roleArn), Optional.of(logging));
    }

    /**
     * DescribeStateMachine.
     *
     * @throws AwsError StateMachineDoesNotExist
     */
    public StateMachine describeStateMachine(String arn) {
        return machines.describe(arn);
    }

    /** ListStateMachines, in the order of their names. */
    public List<StateMachine> listStateMachines() {
        return machines.list();
    }

    /** DeleteStateMachine. Does nothing if it does not exist. Running executions continue. */
    public void deleteStateMachine(String arn) {
        machines.delete(arn);
    }

    /** The same with a generated name. */
    public String startSyncExecution(String stateMachineArn, String input, Consumer<ExecutionResult> whenEnded) {
        return executions.startSync(stateMachineArn, Optional.empty(), input, whenEnded);
    }

    /**
     * StartSyncExecution.
     *
     * @param name the execution's name
     * @param input JSON text
     * @param whenEnded receives the result, on the timeline
     * @return the execution's ARN
     * @throws AwsError StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or StateMachineTypeNotSupported
     *     for a standard machine
     */
    public String startSyncExecution(
            String stateMachineArn, String name, String input, Consumer<ExecutionResult> whenEnded) {
        return executions.startSync(stateMachineArn, Optional.of(name), input, whenEnded);
    }

    /** The same with a generated name. */
    public String startExecution(String stateMachineArn, String input) {
        return executions.start(stateMachineArn, Optional.empty(), input);
    }

    /**
     * StartExecution. The observer receives the result, and for a standard state machine DescribeExecution returns it.
     *
     * @param name the execution's name
     * @param input JSON text
     * @return the execution's ARN; its start is now
     * @throws AwsError StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or ExecutionAlreadyExists for a
     *     standard machine's
     */
    public String startExecution(String stateMachineArn, String name, String input) {
        return executions.start(stateMachineArn, Optional.of(name), input);
    }
}
