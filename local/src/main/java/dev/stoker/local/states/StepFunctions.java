// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.states.jsonata.ExpressionCompiler;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.time.Timeline;
import java.nio.charset.StandardCharsets;
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

    private static final int MOST_NAME_LENGTH = 80;
    private static final String NOT_IN_A_NAME = "<>{}[]?*\"#%\\^|~`$&,;:/";

    private final Place place;
    private final Engine engine;
    private final DefinitionReader reader;
    private final Map<String, StateMachine> machines = new TreeMap<>();
    private final StandardExecutions standard = new StandardExecutions();

    /**
     * Where state machines live: what their ARNs say.
     *
     * @param region such as us-east-1
     * @param account twelve digits
     */
    public record Place(String region, String account) {}

    /**
     * Step Functions without a state machine.
     *
     * @param place what the ARNs say
     * @param timeline its clock and its queue of events
     * @param seed of all chance: ids, jitter, {@code $random}, {@code $uuid}
     * @param services what Task states can call, by what follows {@code arn:aws:states:::}, such as
     *     {@code lambda:invoke}; {@code aws-sdk:sfn:startSyncExecution} is there without being given
     * @param observer is told what executions do
     */
    public StepFunctions(
            Place place, Timeline timeline, long seed, Map<String, TaskService> services, ExecutionObserver observer) {
        this(place, timeline, seed, services, TaskFaults.NONE, observer);
    }

    /**
     * The same, with something that goes wrong on the way to the services, nested executions among them.
     *
     * @param faults stands before each service
     */
    public StepFunctions(
            Place place,
            Timeline timeline,
            long seed,
            Map<String, TaskService> services,
            TaskFaults faults,
            ExecutionObserver observer) {
        this.place = place;
        Random random = new Random(seed);
        this.engine = new Engine(timeline, random, observer);
        Map<String, TaskService> all = new HashMap<>(services);
        all.put(StartSyncExecution.KEY, new StartSyncExecution(this));
        all.replaceAll(faults::before);
        this.reader = new DefinitionReader(new ExpressionCompiler(timeline::nowMillis, random), new TaskServices(all));
    }

    /**
     * CreateStateMachine. The same name and definition again give the state machine that is there.
     *
     * @param type EXPRESS or STANDARD; null is STANDARD
     * @throws StepFunctionsException InvalidName, InvalidDefinition with all that is wrong, StateMachineAlreadyExists
     *     or ValidationException for another type
     */
    public StateMachine createStateMachine(String name, String type, String definition, String roleArn) {
        requireName(name);
        StateMachineType kind = StateMachineType.of(type);
        Definition read = reader.read(definition);
        String arn = arn("stateMachine:" + name);
        StateMachine there = machines.get(arn);
        if (there == null) {
            there = new StateMachine(
                    arn, name, kind, roleArn, read, engine.timeline().nowMillis());
            machines.put(arn, there);
        } else if (!there.definitionText().equals(definition) || there.type() != kind) {
            throw new StepFunctionsException(
                    "StateMachineAlreadyExists", "State Machine Already Exists: '" + arn + "'");
        }
        return there;
    }

    /**
     * UpdateStateMachine. Executions that run go on with the old definition.
     *
     * @param definition the new one, or null to keep the old
     * @param roleArn the new one, or null to keep the old
     * @throws StepFunctionsException StateMachineDoesNotExist, InvalidDefinition or MissingRequiredParameter
     */
    public StateMachine updateStateMachine(String arn, String definition, String roleArn) {
        StateMachine old = describeStateMachine(arn);
        if (definition == null && roleArn == null) {
            throw new StepFunctionsException(
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
     * DescribeStateMachine.
     *
     * @throws StepFunctionsException StateMachineDoesNotExist
     */
    public StateMachine describeStateMachine(String arn) {
        StateMachine machine = machines.get(arn);
        if (machine == null) {
            throw StepFunctionsException.doesNotExist(arn);
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
     * @param whenEnded is told how it ended, on the timeline
     * @return the execution's ARN
     * @throws StepFunctionsException StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or
     *     StateMachineTypeNotSupported for a standard machine
     */
    public String startSyncExecution(
            String stateMachineArn, String name, String input, Consumer<ExecutionResult> whenEnded) {
        StateMachine machine = describeStateMachine(stateMachineArn);
        if (machine.type() == StateMachineType.STANDARD) {
            throw StepFunctionsException.notOfThisType(stateMachineArn);
        }
        return startExpress(machine, named(name), parsed(input), whenEnded);
    }

    /**
     * StartExecution: how it ends only the observer is told, and DescribeExecution if the machine is a standard one.
     *
     * @param name of the execution, or null for one that is made up
     * @param input JSON text, or null for {@code {}}
     * @return the execution's ARN; its start is now
     * @throws StepFunctionsException StateMachineDoesNotExist, InvalidName, InvalidExecutionInput, or ExecutionAlreadyExists
     *     for a standard machine's
     */
    public String startExecution(String stateMachineArn, String name, String input) {
        StateMachine machine = describeStateMachine(stateMachineArn);
        String executionName = named(name);
        Object value = parsed(input);
        return machine.type() == StateMachineType.STANDARD
                ? startStandard(machine, executionName, value)
                : startExpress(machine, executionName, value, result -> {});
    }

    private String startExpress(StateMachine machine, String name, Object input, Consumer<ExecutionResult> whenEnded) {
        String arn = executionArn(machine, name) + ":" + uuid();
        new Execution(engine, machine, name, arn, input, whenEnded).start();
        return arn;
    }

    private String startStandard(StateMachine machine, String name, Object input) {
        String arn = executionArn(machine, name);
        String text = Json.text(input);
        if (!standard.runsAlready(arn, text)) {
            ExecutionDescription started = new ExecutionDescription(
                    arn, machine.arn(), name, engine.timeline().nowMillis(), text, Optional.empty());
            standard.keep(started);
            new Execution(engine, machine, name, arn, input, result -> standard.keep(started.endedWith(result)))
                    .start();
        }
        return arn;
    }

    /**
     * DescribeExecution.
     *
     * @throws StepFunctionsException ExecutionDoesNotExist, or InvalidArn for an Express execution
     */
    public ExecutionDescription describeExecution(String executionArn) {
        requireStandard(executionArn);
        return standard.describe(executionArn);
    }

    /**
     * What is there for the executions of standard machines alone, and so for none of Express.
     *
     * @throws StepFunctionsException InvalidArn, as AWS answers for an Express execution
     */
    public void requireStandard(String executionArn) {
        String[] parts = executionArn.split(":", -1);
        String kind = parts.length > 5 ? parts[5] : "";
        if (!kind.equals(StateMachineType.STANDARD.arnKind)) {
            throw new StepFunctionsException(
                    "InvalidArn", "Invalid Arn: 'Resource type not valid in this context: " + kind + "'");
        }
    }

    /**
     * ListExecutions, the latest first.
     *
     * @throws StepFunctionsException StateMachineDoesNotExist, or StateMachineTypeNotSupported for Express
     */
    public List<ExecutionDescription> listExecutions(String stateMachineArn) {
        if (describeStateMachine(stateMachineArn).type() == StateMachineType.EXPRESS) {
            throw StepFunctionsException.notOfThisType(stateMachineArn);
        }
        return standard.of(stateMachineArn);
    }

    private String named(String name) {
        String executionName = name == null ? uuid() : name;
        requireName(executionName);
        return executionName;
    }

    private static Object parsed(String input) {
        return parse(input == null ? "{}" : input);
    }

    private String executionArn(StateMachine machine, String name) {
        return arn(machine.type().arnKind + ":" + machine.name() + ":" + name);
    }

    private static Object parse(String input) {
        if (input.getBytes(StandardCharsets.UTF_8).length > Exit.MOST_BYTES) {
            throw new StepFunctionsException(
                    "ValidationException",
                    "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have"
                            + " length less than or equal to " + Exit.MOST_BYTES);
        }
        try {
            return Json.parse(input);
        } catch (Json.MalformedJson e) {
            throw new StepFunctionsException(
                    "InvalidExecutionInput", "Invalid State Machine Execution Input: '" + e.getMessage() + "'");
        }
    }

    private static void requireName(String name) {
        boolean fits = !name.isEmpty()
                && name.length() <= MOST_NAME_LENGTH
                && name.chars().noneMatch(c -> c <= ' ' || (c >= 0x7F && c <= 0x9F) || NOT_IN_A_NAME.indexOf(c) >= 0);
        if (!fits) {
            throw new StepFunctionsException("InvalidName", "Invalid Name: '" + name + "'");
        }
    }

    private String arn(String resource) {
        return "arn:aws:states:" + place.region() + ":" + place.account() + ":" + resource;
    }

    private String uuid() {
        return new UUID(engine.random().nextLong(), engine.random().nextLong()).toString();
    }
}
