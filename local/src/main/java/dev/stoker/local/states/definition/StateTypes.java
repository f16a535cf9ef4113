// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.states.run.FieldValue;
import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.State;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.states.tasks.TaskService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Reads the fields of each state type. */
final class StateTypes {
    static final Map<String, BiFunction<Fields, StateReader, State>> BY_NAME = Map.of(
            "Pass", StateTypes::pass,
            "Choice", StateTypes::choice,
            "Task", StateTypes::task,
            "Map", StateTypes::map,
            "Parallel", StateTypes::parallel,
            "Wait", StateTypes::wait,
            "Succeed", StateTypes::succeed,
            "Fail", StateTypes::fail);

    private static final int NOT_LITERAL = -1;

    private StateTypes() {}

    private static int literal(@Nullable WholeNumber number) {
        return number != null
                        && number.template() instanceof FieldValue.Constant literal
                        && literal.value() instanceof Integer value
                ? value
                : NOT_LITERAL;
    }

    private static State pass(Fields fields, StateReader reader) {
        return State.pass(reader.transition(fields, Reach.INPUT));
    }

    private static State succeed(Fields fields, StateReader reader) {
        return State.succeed(new Exit(reader.template(fields, "Output", Reach.INPUT), null, null));
    }

    private static State fail(Fields fields, StateReader reader) {
        return State.fail(
                reader.typed(fields, "Error", "string", Reach.INPUT),
                reader.typed(fields, "Cause", "string", Reach.INPUT));
    }

    private static State choice(Fields fields, StateReader reader) {
        List<State.ChoiceRule> rules = new ArrayList<>();
        for (Fields rule : fields.requiredObjects("Choices")) {
            FieldValue condition = reader.requiredTyped(rule, "Condition", "boolean", Reach.INPUT);
            rules.add(new State.ChoiceRule(
                    condition, reader.exit(rule, Reach.INPUT, Optional.of(rule.requiredString("Next")))));
            rule.finish();
        }
        Optional<String> target = fields.string("Default");
        Exit own = reader.exit(fields, Reach.INPUT, target);
        return State.choice(rules, target.isEmpty() ? null : own);
    }

    private static State task(Fields fields, StateReader reader) {
        String resource = fields.requiredString("Resource");
        TaskService service = reader.service(fields, resource);
        FieldValue arguments = reader.arguments(fields, service);
        WholeNumber timeout = reader.wholeNumber(fields, "TimeoutSeconds", 1);
        WholeNumber heartbeat = reader.wholeNumber(fields, "HeartbeatSeconds", 1);
        if (literal(timeout) != NOT_LITERAL && literal(heartbeat) >= literal(timeout)) {
            fields.problem(
                    "HeartbeatSeconds",
                    "The field 'HeartbeatSeconds' must be smaller than 'TimeoutSeconds', but was " + literal(heartbeat)
                            + " and " + literal(timeout));
        }
        return State.task(
                resource,
                service,
                arguments,
                timeout,
                heartbeat,
                reader.recovery(fields),
                reader.transition(fields, Reach.RESULT));
    }

    private static State map(Fields fields, StateReader reader) {
        return State.map(
                reader.typed(fields, "Items", "array", Reach.INPUT),
                reader.template(fields, "ItemSelector", Reach.INPUT),
                reader.wholeNumber(fields, "MaxConcurrency", 0),
                iteration(fields, reader),
                reader.recovery(fields),
                reader.transition(fields, Reach.RESULT));
    }

    private static StateGraph iteration(Fields fields, StateReader reader) {
        Fields processor = fields.requiredObject("ItemProcessor");
        processor.object("ProcessorConfig").ifPresent(config -> checkConfig(config, reader));
        return reader.graph(processor);
    }

    private static void checkConfig(Fields config, StateReader reader) {
        String mode = config.string("Mode").orElse("INLINE");
        if (mode.equals("DISTRIBUTED")) {
            config.value("ExecutionType"); // belongs to it
            config.problem(
                    "Mode",
                    reader.isExpress()
                            ? "Express state machine does not support Distributed Map states. Use INLINE."
                            : "Distributed Map states are not part of the embedded AWS. Use INLINE.");
        } else if (!mode.equals("INLINE")) {
            config.problem("Mode", "The field 'Mode' should have one of these values: [INLINE], but was " + mode);
        }
        config.finish();
    }

    private static State parallel(Fields fields, StateReader reader) {
        List<StateGraph> branches = new ArrayList<>();
        for (Fields branch : fields.requiredObjects("Branches")) {
            branches.add(reader.graph(branch));
        }
        return State.parallel(
                reader.template(fields, "Arguments", Reach.INPUT),
                branches,
                reader.recovery(fields),
                reader.transition(fields, Reach.RESULT));
    }

    private static State wait(Fields fields, StateReader reader) {
        WholeNumber seconds = reader.wholeNumber(fields, "Seconds", 0);
        FieldValue timestamp = reader.typed(fields, "Timestamp", "string", Reach.INPUT);
        if (fields.has("Seconds") == fields.has("Timestamp")) {
            fields.problem("Seconds", "A Wait state must have either 'Seconds' or 'Timestamp', and not both");
        }
        if (timestamp instanceof FieldValue.Constant literal
                && literal.value() instanceof String text
                && State.instant(text).isEmpty()) {
            fields.problem("Timestamp", "String does not match RFC3339 timestamp");
        }
        return State.waiting(seconds, timestamp, reader.transition(fields, Reach.INPUT));
    }
}
