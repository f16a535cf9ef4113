// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import dev.stoker.local.account.Account;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.states.StepFunctions.Logging;
import dev.stoker.local.states.definition.DefinitionReader;
import dev.stoker.local.states.definition.DefinitionReader.Problem;
import dev.stoker.local.states.run.StateMachine;
import dev.stoker.local.states.run.StateMachine.Definition;
import dev.stoker.local.states.run.StateMachine.StateMachineType;
import dev.stoker.local.time.Timeline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The state machines of an account with their logging configurations. */
final class StateMachines {
    private final Account account;
    private final Timeline timeline;
    private final DefinitionReader reader;
    private final ExecutionLogs logs;
    private final Map<String, StateMachine> machines = new TreeMap<>();
    private final Map<String, Logging> logging = new HashMap<>();

    StateMachines(Account account, Timeline timeline, DefinitionReader reader, ExecutionLogs logs) {
        this.account = account;
        this.timeline = timeline;
        this.reader = reader;
        this.logs = logs;
    }

    /**
     * CreateStateMachine. A request that repeats an earlier one returns the existing state machine, whatever its role.
     *
     * @param type EXPRESS or STANDARD
     * @throws AwsError InvalidName, InvalidDefinition with all that is wrong, StateMachineAlreadyExists,
     *     InvalidLoggingConfiguration, or ValidationException for another type
     */
    StateMachine create(String name, String type, String definition, String roleArn, Logging logging) {
        Requests.requireName(name);
        logging.groupArns().forEach(logs::requireGroup);
        StateMachineType kind = StateMachineType.of(type);
        Definition read = reader.read(definition, kind);
        String arn = account.arn("states", "stateMachine:" + name);
        StateMachine there = machines.get(arn);
        if (there == null) {
            there = new StateMachine(arn, name, kind, roleArn, read, timeline.nowMillis());
            machines.put(arn, there);
            log(arn, logging);
        } else if (!there.definitionText().equals(definition)
                || there.type() != kind
                || !logging(arn).equals(logging)) {
            throw new AwsError("StateMachineAlreadyExists", "State Machine Already Exists: '" + arn + "'");
        }
        return there;
    }

    private void log(String arn, Logging what) {
        logging.put(arn, what);
        logs.log(arn, what);
    }

    /**
     * UpdateStateMachine. Executions that run go on with the old definition.
     *
     * @param definition the new one, or null to keep the old
     * @param roleArn the new one, or null to keep the old
     * @param logging the new one; empty keeps the old
     * @throws AwsError StateMachineDoesNotExist, InvalidDefinition, InvalidLoggingConfiguration or MissingRequiredParameter
     */
    StateMachine update(String arn, Optional<String> definition, Optional<String> roleArn, Optional<Logging> logging) {
        StateMachine old = describe(arn);
        if (definition.isEmpty() && roleArn.isEmpty() && logging.isEmpty()) {
            throw new AwsError(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be"
                            + " specified");
        }
        logging.ifPresent(changed -> changed.groupArns().forEach(logs::requireGroup));
        StateMachine updated = old.with(
                definition.map(text -> reader.read(text, old.type())).orElse(old.definition()),
                roleArn.orElse(old.roleArn()));
        machines.put(arn, updated);
        logging.ifPresent(changed -> log(arn, changed));
        return updated;
    }

    /** @throws AwsError InvalidArn or StateMachineDoesNotExist */
    StateMachine describe(String arn) {
        Requests.requireArn(arn);
        StateMachine machine = machines.get(arn);
        if (machine == null) {
            throw new AwsError("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'");
        }
        return machine;
    }

    /** What a state machine logs. */
    Logging logging(String arn) {
        return logging.getOrDefault(arn, Logging.OFF);
    }

    /** All, in the order of their names. */
    List<StateMachine> list() {
        return List.copyOf(machines.values());
    }

    /** Deletes one; one that is not there is deleted already. Executions that run go on to their end. */
    void delete(String arn) {
        machines.remove(arn);
        logging.remove(arn);
        logs.stop(arn);
    }

    /**
     * Everything that is wrong with a definition; nothing if it can be created.
     *
     * @param type EXPRESS or STANDARD
     * @return the problems, in the order in which they were found
     */
    List<Problem> validate(String definition, String type) {
        return reader.problems(definition, StateMachineType.of(type));
    }
}
