// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.run;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.states.tasks.TaskService;
import java.util.List;
import java.util.Set;

/** A state of a state machine, read and found valid. Holds nothing of an execution: that is a {@link Visit}. */
public sealed interface State
        permits State.PassState, ChoiceState, TaskState, MapState, State.SucceedState, State.FailState {

    /** Passes its input on, or its Output. */
    static State pass(Exit exit) {
        return new PassState(exit);
    }

    /** Ends its branch well; the exit has no Assign and leads nowhere. */
    static State succeed(Exit exit) {
        return new SucceedState(exit);
    }

    /**
     * Ends its branch with an error.
     *
     * @param error its name, or null if it has none
     * @param cause its cause, or null if it has none
     */
    static State fail(FieldValue error, FieldValue cause) {
        return new FailState(error, cause);
    }

    /**
     * Goes where the first rule leads whose condition holds, else to Default.
     *
     * @param otherwise the Default, which the state's own Output and Assign belong to; null if there is none
     */
    static State choice(List<Rule> rules, Exit otherwise) {
        return new ChoiceState(List.copyOf(rules), otherwise);
    }

    /**
     * Calls a service and waits for its answer.
     *
     * @param resource which one, as the definition names it
     * @param service the one that was found by that name
     * @param arguments what it is called with, or null for the state's input
     * @param timeout seconds until it is given up, or null for no limit of its own
     * @param heartbeat evaluated, and else without effect: no service here sends heartbeats
     */
    static State task(
            String resource,
            TaskService service,
            FieldValue arguments,
            WholeNumber timeout,
            WholeNumber heartbeat,
            Recovery recovery,
            Exit exit) {
        return new TaskState(resource, service, arguments, timeout, heartbeat, recovery, exit);
    }

    /**
     * Runs the same states for each item of an array, several at once: an inline Map.
     *
     * @param items the array, or null for the state's input
     * @param itemSelector the input of each iteration, or null for the item itself
     * @param maxConcurrency iterations at once at most; null and 0 mean as many as AWS allows
     */
    static State map(
            FieldValue items,
            FieldValue itemSelector,
            WholeNumber maxConcurrency,
            StateGraph iteration,
            Recovery recovery,
            Exit exit) {
        return new MapState(items, itemSelector, maxConcurrency, iteration, recovery, exit);
    }

    /**
     * One element of Choices.
     *
     * @param condition a boolean, or an expression that gives one
     * @param exit how the state is left when it holds: by the rule's own Output and Assign
     */
    record Rule(FieldValue condition, Exit exit) {}

    /** The value of its Type field. */
    String type();

    /** The states that it may lead to. */
    Set<String> targets();

    /**
     * Runs it. Has left the visit when it returns, or will do so in a later event.
     *
     * @throws StateFailed if it ended with an error
     */
    void enter(Visit visit);

    /** Deals with an error that it ended with. */
    default void failed(Visit visit, StateFailed failure) {
        visit.fail(failure);
    }

    /**
     * One way out of a state: what it gives, what it assigns and where it leads. A Choice has one for each rule, a Task one
     * for success and one for each Catch.
     *
     * @param output the Output field, or null if there is none
     * @param assign the Assign field, or null if there is none
     * @param next the state to go to, or null if the branch ends here
     */
    record Exit(FieldValue output, FieldValue assign, String next) {

        /** Source: Step Functions developer guide, "Service quotas": input or output of a task, state or execution. */
        public static final int MOST_BYTES = 262_144;

        /**
         * Leaves the state. Output and Assign both see the values from before it.
         *
         * @param unlessGiven the state's output when there is no Output field
         * @throws StateFailed if an expression has no value, or a value is too large; nothing has been assigned then
         */
        void take(Visit visit, Bindings bindings, Object unlessGiven) {
            Object result = output == null ? unlessGiven : output.render(bindings);
            JsonObject assigned = assign == null ? JsonObject.EMPTY : (JsonObject) assign.renderAs("object", bindings);
            requireFit(result, visit);
            requireFit(assigned, visit);
            visit.leave(next, result, assigned);
        }

        /** Where it leads: to one state or to none. */
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
    record FailState(FieldValue error, FieldValue cause) implements State {

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
            String name = error == null ? null : (String) error.renderAs("string", bindings);
            String why = cause == null ? null : (String) cause.renderAs("string", bindings);
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
     * Ends its branch well.
     *
     * @param exit how it is left: it has no Assign and leads nowhere
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
