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
 * Step Functions of one account in one region: the API's actions, one method each. To be called on the timeline, and its
 * callbacks come there.
 */
public final class StepFunctions {

    /** How Task states start nested executions: what follows {@code arn:aws:states:::}. */
    public static final String NESTED_EXECUTION = "aws-sdk:sfn:startSyncExecution";

    private final Account account;
    private final ExecutionLogs logs;
    private final Engine engine;
    private final DefinitionReader reader;
    private final Map<String, StateMachine> machines = new TreeMap<>();
    private final StandardExecutions standard = new StandardExecutions();

    /**
     * What a state machine logs, and where.
     *
     * @param level ALL, ERROR, FATAL or OFF
     * @param groupArns the log groups', each with or without {@code :*} behind it
     */
    public record Logging(String level, List<String> groupArns) {
        /** Nothing. */
        public static final Logging OFF = new Logging("OFF", List.of());
    }

    /**
     * Step Functions without a state machine.
     *
     * @param seed of all chance: ids, jitter, {@code $random}, {@code $uuid}
     * @param services what Task states can call, by what follows {@code arn:aws:states:::}, such as
     *     {@code lambda:invoke}; {@code aws-sdk:sfn:startSyncExecution} is there without being given
     * @param faults stands before each service, nested executions among them
     * @param groups where state machines log
     * @param observer is told what executions do
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

    /** The protocol in front of it. */
    public Api endpoint() {
        return StatesApi.of(this, engine.timeline());
    }

    /**
     * CreateStateMachine. The same name and definition again give the state machine that is there.
     *
     * @param type EXPRESS or STANDARD; null is STANDARD
     * @param logging what it logs
     * @throws AwsError InvalidName, InvalidDefinition with all that is wrong, StateMachineAlreadyExists,
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

    /** CreateStateMachine of one that logs nothing. */
    public StateMachine createStateMachine(String name, String type, String definition, String roleArn) {
        return createStateMachine(name, type, definition, roleArn, Logging.OFF);
    }

    /**
     * UpdateStateMachine. Executions that run go on with the old definition.
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
     * The same, and what it logs from now on.
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

    /** DeleteStateMachine; one that is not there is deleted already. Executions that run go on to their end. */
    public void deleteStateMachine(String arn) {
        machines.remove(arn);
        logs.stop(arn);
    }

    /**
     * ValidateStateMachineDefinition: everything that is wrong with a definition; nothing if it can be created.
     *
     * @return the problems, in the order in which they were found
     */
    public List<Problem> validateStateMachineDefinition(String definition) {
        return reader.problems(definition);
    }

    /**
     * StartSyncExecution.
     *
     * @param name of the execution, or null for one that is made up
     * @param input JSON text, or null for {@code {}}
     * @param whenEnded takes the result, on the timeline
     * @return the execution's ARN
     * @throws AwsError StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or
     *     StateMachineTypeNotSupported for a standard machine
     */
    public String startSyncExecution(
            String stateMachineArn, String name, String input, Consumer<ExecutionResult> whenEnded) {
        StateMachine machine = requireExpress(stateMachineArn);
        return startExpress(machine, named(name), Requests.read(input), whenEnded);
    }

    /**
     * StartSyncExecution from within: the input is a value already.
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
     * StartExecution: how it ends only the observer is told, and DescribeExecution if the machine is a standard one.
     *
     * @param name of the execution, or null for one that is made up
     * @param input JSON text, or null for {@code {}}
     * @return the execution's ARN; its start is now
     * @throws AwsError StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or ExecutionAlreadyExists
     *     for a standard machine's
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
     * What is there for the executions of standard machines alone, and so for none of Express.
     *
     * @throws AwsError InvalidArn, as AWS answers for an Express execution
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
