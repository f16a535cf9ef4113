// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.states.tasks.TaskService;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A valid state of a state machine. Data of executions is in {@link Visit}. */
public sealed interface State
        permits State.PassState,
                ChoiceState,
                TaskState,
                MapState,
                ParallelState,
                WaitState,
                State.SucceedState,
                State.FailState {

    /** Passes its input on, or its Output. */
    static State pass(Exit exit) {
        return new PassState(exit);
    }

    /** A Succeed state: ends its branch; the exit has no Assign and no next state. */
    static State succeed(Exit exit) {
        return new SucceedState(exit);
    }

    /**
     * Ends its branch with an error.
     *
     * @param error its name, or null if it has none
     * @param cause its cause, or null if it has none
     */
    static State fail(@Nullable FieldValue error, @Nullable FieldValue cause) {
        return new FailState(error, cause);
    }

    /**
     * A Choice state: goes to the state of the first rule whose condition is true, otherwise to Default.
     *
     * @param otherwise the Default, with the state's own Output and Assign; null if there is none
     */
    static State choice(List<ChoiceRule> rules, @Nullable Exit otherwise) {
        return new ChoiceState(List.copyOf(rules), otherwise);
    }

    /**
     * A Task state: calls a service and waits for its answer.
     *
     * @param resource the Resource in the definition
     * @param service the service for the Resource
     * @param arguments the arguments, or null for the state's input
     * @param timeout the timeout in seconds, or null for none
     * @param heartbeat evaluated, but without effect, because no service sends heartbeats
     */
    static State task(
            String resource,
            TaskService service,
            @Nullable FieldValue arguments,
            @Nullable WholeNumber timeout,
            @Nullable WholeNumber heartbeat,
            Recovery recovery,
            Exit exit) {
        return new TaskState(resource, service, arguments, timeout, heartbeat, recovery, exit);
    }

    /**
     * An inline Map state: runs the same states for each item of an array, several at once.
     *
     * @param items the array, or null for the state's input
     * @param itemSelector the input of each iteration, or null for the item itself
     * @param maxConcurrency the maximum number of iterations at once; null and 0 mean AWS's maximum
     */
    static State map(
            @Nullable FieldValue items,
            @Nullable FieldValue itemSelector,
            @Nullable WholeNumber maxConcurrency,
            StateGraph iteration,
            Recovery recovery,
            Exit exit) {
        return new MapState(items, itemSelector, maxConcurrency, iteration, recovery, exit);
    }

    /**
     * Runs several branches at once, all with the same input.
     *
     * @param arguments their input, or null for the state's input
     */
    static State parallel(@Nullable FieldValue arguments, List<StateGraph> branches, Recovery recovery, Exit exit) {
        return new ParallelState(arguments, List.copyOf(branches), recovery, exit);
    }

    /**
     * Waits: one of the two is null.
     *
     * @param seconds how long
     * @param timestamp until when, an instant of RFC 3339
     */
    static State waiting(@Nullable WholeNumber seconds, @Nullable FieldValue timestamp, Exit exit) {
        return new WaitState(seconds, timestamp, exit);
    }

    /** The instant of a Timestamp, in whole seconds since the epoch; empty if it is none. */
    static OptionalLong instant(String timestamp) {
        return WaitState.instant(timestamp);
    }

    /**
     * One element of Choices.
     *
     * @param condition a boolean, or an expression for one
     * @param exit the exit if it is true, with the rule's own Output and Assign
     */
    record ChoiceRule(FieldValue condition, Exit exit) {}

    /** The value of its Type field. */
    String type();

    /** The possible next states. */
    Set<String> targets();

    /**
     * Runs the state. It leaves the visit before it returns or in a later event.
     *
     * @throws StateFailed if it ended with an error
     */
    void enter(Visit visit);

    /** Handles its error. */
    default void failed(Visit visit, StateFailed failure) {
        visit.fail(failure);
    }

    /**
     * An exit of a state: its output, its assignments and the next state. A Choice has one for each rule, a Task one
     * for success and one for each Catch.
     *
     * @param output the Output field, or null if there is none
     * @param assign the Assign field, or null if there is none
     * @param next the state to go to, or null if the branch ends here
     */
    record Exit(
            @Nullable FieldValue output,
            @Nullable FieldValue assign,
            @Nullable String next) {

        /** Source: Step Functions developer guide, "Service quotas": input or output of a task, state or execution. */
        public static final int MOST_BYTES = 262_144;

        /**
         * Leaves the state. Output and Assign both read the values before it.
         *
         * @param unlessGiven the state's output if there is no Output field
         * @throws StateFailed if an expression has no value, or if a value is too large; then nothing is assigned
         */
        void take(Visit visit, Bindings bindings, Object unlessGiven) {
            Object result = output == null ? unlessGiven : output.render(bindings);
            JsonObject assigned = assign == null ? JsonObject.EMPTY : (JsonObject) assign.renderAs("object", bindings);
            requireFit(result, visit);
            requireFit(assigned, visit);
            if (!visit.scope().hasRoomFor(assigned)) {
                throw StateFailed.tooManyVariables(visit.name());
            }
            visit.leave(next, result, assigned);
        }

        /** The next state, if there is one. */
        Set<String> targets() {
            return next == null ? Set.of() : Set.of(next);
        }

        private static void requireFit(Object value, Visit visit) {
            if (Json.size(value) > MOST_BYTES) {
                throw StateFailed.tooLarge(visit.name());
            }
        }
    }

    /**
     * Ends its branch with an error.
     *
     * @param error its name, or null if it has none
     * @param cause its cause, or null if it has none
     */
    record FailState(@Nullable FieldValue error, @Nullable FieldValue cause) implements State {

        @Override
        public String type() {
            return "Fail";
        }

        @Override
        public Set<String> targets() {
            return Set.of();
        }

        @Override
        public void enter(Visit visit) {
            Bindings bindings = visit.bindings();
            Optional<String> name =
                    Optional.ofNullable(error).map(field -> (String) field.renderAs("string", bindings));
            Optional<String> why = Optional.ofNullable(cause).map(field -> (String) field.renderAs("string", bindings));
            throw new StateFailed(name, why);
        }
    }

    /**
     * Passes its input on, or its Output.
     *
     * @param exit how it is left
     */
    record PassState(Exit exit) implements State {

        @Override
        public String type() {
            return "Pass";
        }

        @Override
        public Set<String> targets() {
            return exit.targets();
        }

        @Override
        public void enter(Visit visit) {
            exit.take(visit, visit.bindings(), visit.input());
        }
    }

    /**
     * A Succeed state: ends its branch.
     *
     * @param exit its exit, without Assign and without a next state
     */
    record SucceedState(Exit exit) implements State {

        @Override
        public String type() {
            return "Succeed";
        }

        @Override
        public Set<String> targets() {
            return Set.of();
        }

        @Override
        public void enter(Visit visit) {
            exit.take(visit, visit.bindings(), visit.input());
        }
    }
}
