// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api;
import dev.stoker.local.logs.LogGroups;
import dev.stoker.local.states.definition.DefinitionReader;
import dev.stoker.local.states.definition.DefinitionReader.Problem;
import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.run.StateMachine;
import dev.stoker.local.states.run.StateMachine.Definition;
import dev.stoker.local.states.run.StateMachine.Engine;
import dev.stoker.local.states.run.StateMachine.StateMachineType;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Step Functions of one account in one region: one method for each action of the API. Call the methods on the timeline.
 * Callbacks are also called on the timeline.
 */
public final class StepFunctions {

    /** The task integration for nested executions: the part after {@code arn:aws:states:::}. */
    public static final String NESTED_EXECUTION = "aws-sdk:sfn:startSyncExecution";

    private final Account account;
    private final ExecutionLogs logs;
    private final Engine engine;
    private final DefinitionReader reader;
    private final Map<String, StateMachine> machines = new TreeMap<>();
    private final StandardExecutions standard = new StandardExecutions();

    /**
     * The logging configuration of a state machine.
     *
     * @param level ALL, ERROR, FATAL or OFF
     * @param groupArns the ARNs of the log groups, with or without the suffix {@code :*}
     */
    public record Logging(String level, List<String> groupArns) {
        /** Nothing. */
        public static final Logging OFF = new Logging("OFF", List.of());
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
        this.account = account;
        this.logs = new ExecutionLogs(groups);
        Random random = new Random(seed);
        this.engine = new Engine(timeline, random, ExecutionObserver.both(logs, observer));
        Map<String, TaskService> all = new HashMap<>(services);
        all.put(NESTED_EXECUTION, new StatesTasks(this));
        all.replaceAll(faults::before);
        this.reader = new DefinitionReader(new ExpressionCompiler(timeline::nowMillis, random), new TaskCatalogue(all));
    }

    /** Its protocol. */
    public Api endpoint() {
        return StatesApi.of(this, engine.timeline());
    }

    /**
     * CreateStateMachine. If a state machine with the same name and definition exists, it is returned.
     *
     * @param type EXPRESS or STANDARD; null is STANDARD
     * @param logging its logging configuration
     * @throws AwsError InvalidName, InvalidDefinition with all problems, StateMachineAlreadyExists,
     *     InvalidLoggingConfiguration, or ValidationException for another type
     */
    public StateMachine createStateMachine(
            String name, String type, String definition, String roleArn, Logging logging) {
        Requests.requireName(name);
        logging.groupArns().forEach(logs::requireGroup);
        StateMachineType kind = StateMachineType.of(type);
        Definition read = reader.read(definition);
        String arn = arn("stateMachine:" + name);
        StateMachine there = machines.get(arn);
        if (there == null) {
            there = new StateMachine(
                    arn, name, kind, roleArn, read, engine.timeline().nowMillis());
            machines.put(arn, there);
            logs.log(arn, logging);
        } else if (!there.definitionText().equals(definition) || there.type() != kind) {
            throw new AwsError("StateMachineAlreadyExists", "State Machine Already Exists: '" + arn + "'");
        }
        return there;
    }

    /** CreateStateMachine without logging. */
    public StateMachine createStateMachine(String name, String type, String definition, String roleArn) {
        return createStateMachine(name, type, definition, roleArn, Logging.OFF);
    }

    /**
     * UpdateStateMachine. Running executions continue with the old definition.
     *
     * @param definition the new one, or null to keep the old
     * @param roleArn the new one, or null to keep the old
     * @throws AwsError StateMachineDoesNotExist, InvalidDefinition or MissingRequiredParameter
     */
    public StateMachine updateStateMachine(String arn, String definition, String roleArn) {
        StateMachine old = describeStateMachine(arn);
        if (definition == null && roleArn == null) {
            throw new AwsError(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be"
                            + " specified");
        }
        StateMachine updated = old.with(
                definition == null ? old.definition() : reader.read(definition),
                roleArn == null ? old.roleArn() : roleArn);
        machines.put(arn, updated);
        return updated;
    }

    /**
     * The same with a new logging configuration.
     *
     * @throws AwsError the same, and InvalidLoggingConfiguration
     */
    public StateMachine updateStateMachine(String arn, String definition, String roleArn, Logging logging) {
        logging.groupArns().forEach(logs::requireGroup);
        StateMachine updated = updateStateMachine(arn, definition, roleArn);
        logs.log(arn, logging);
        return updated;
    }

    /**
     * DescribeStateMachine.
     *
     * @throws AwsError StateMachineDoesNotExist
     */
    public StateMachine describeStateMachine(String arn) {
        StateMachine machine = machines.get(arn);
        if (machine == null) {
            throw new AwsError("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        return machine;
    }

    /** ListStateMachines, in the order of their names. */
    public List<StateMachine> listStateMachines() {
        return List.copyOf(machines.values());
    }

    /** DeleteStateMachine. Does nothing if it does not exist. Running executions continue. */
    public void deleteStateMachine(String arn) {
        machines.remove(arn);
        logs.stop(arn);
    }

    /**
     * ValidateStateMachineDefinition: all problems of a definition; empty if it is valid.
     *
     * @return the problems, in the order in which they were found
     */
    public List<Problem> validateStateMachineDefinition(String definition) {
        return reader.problems(definition);
    }

    /**
     * StartSyncExecution.
     *
     * @param name the execution's name, or null for a generated name
     * @param input JSON text, or null for {@code {}}
     * @param whenEnded receives the result, on the timeline
     * @return the execution's ARN
     * @throws AwsError StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or StateMachineTypeNotSupported
     *     for a standard machine
     */
    public String startSyncExecution(
            String stateMachineArn, String name, String input, Consumer<ExecutionResult> whenEnded) {
        StateMachine machine = requireExpress(stateMachineArn);
        return startExpress(machine, named(name), Requests.read(input), whenEnded);
    }

    /**
     * StartSyncExecution for a nested execution, whose input is a JSON value.
     *
     * @throws AwsError the same, and ValidationException for an input that is too large
     */
    String startNested(String stateMachineArn, String name, Object input, Consumer<ExecutionResult> whenEnded) {
        StateMachine machine = requireExpress(stateMachineArn);
        return startExpress(machine, named(name), Requests.checked(input), whenEnded);
    }

    private StateMachine requireExpress(String stateMachineArn) {
        StateMachine machine = describeStateMachine(stateMachineArn);
        if (machine.type() == StateMachineType.STANDARD) {
            throw notOfThisType(stateMachineArn);
        }
        return machine;
    }

    /**
     * StartExecution. The observer receives the result, and for a standard state machine DescribeExecution returns it.
     *
     * @param name the execution's name, or null for a generated name
     * @param input JSON text, or null for {@code {}}
     * @return the execution's ARN; its start is now
     * @throws AwsError StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or ExecutionAlreadyExists for a
     *     standard machine's
     */
    public String startExecution(String stateMachineArn, String name, String input) {
        StateMachine machine = describeStateMachine(stateMachineArn);
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
            machine.start(engine, name, arn, input, result -> standard.keep(started.endedWith(result)));
        }
        return arn;
    }

    /**
     * DescribeExecution.
     *
     * @throws AwsError ExecutionDoesNotExist, or InvalidArn for an Express execution
     */
    public ExecutionDescription describeExecution(String executionArn) {
        requireStandard(executionArn);
        return standard.describe(executionArn);
    }

    /**
     * Requires the ARN of a standard execution.
     *
     * @throws AwsError InvalidArn, as AWS returns for an Express execution
     */
    public void requireStandard(String executionArn) {
        String[] parts = executionArn.split(":", -1);
        String kind = parts.length > 5 ? parts[5] : "";
        if (!kind.equals(StateMachineType.STANDARD.arnKind)) {
            throw new AwsError("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: " + kind + "'");
        }
    }

    /**
     * ListExecutions, the latest first.
     *
     * @throws AwsError StateMachineDoesNotExist, or StateMachineTypeNotSupported for Express
     */
    public List<ExecutionDescription> listExecutions(String stateMachineArn) {
        if (describeStateMachine(stateMachineArn).type() == StateMachineType.EXPRESS) {
            throw notOfThisType(stateMachineArn);
        }
        return standard.of(stateMachineArn);
    }

    private static AwsError notOfThisType(String stateMachineArn) {
        return new AwsError(
                "StateMachineTypeNotSupported",
                "This operation is not supported by this type of state machine: '" + stateMachineArn + "'");
    }

    private String named(String name) {
        String executionName = name == null ? uuid() : name;
        Requests.requireName(executionName);
        return executionName;
    }

    private String executionArn(StateMachine machine, String name) {
        return arn(machine.type().arnKind + ":" + machine.name() + ":" + name);
    }

    private String arn(String resource) {
        return account.arn("states", resource);
    }

    private String uuid() {
        return new UUID(engine.random().nextLong(), engine.random().nextLong()).toString();
    }
}
