// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.states.definition.DefinitionReader.Machine;
import dev.stoker.local.states.definition.DefinitionReader.Problem;
import dev.stoker.local.states.jsonata.Expression.ExpressionCompiler;
import dev.stoker.local.states.run.State;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads graphs of states: those of state machines and of the iterations of Maps. */
final class GraphReader {

    private static final int MOST_NAME_LENGTH = 80;

    private final ExpressionCompiler compiler;
    private final TaskCatalogue services;
    private final DefinitionProblems problems;
    private final Set<String> stateNames;
    private final Machine machine;
    private final Set<String> outerVariables;

    GraphReader(ExpressionCompiler compiler, TaskCatalogue services, DefinitionProblems problems, Machine machine) {
        this(compiler, services, problems, machine, new HashSet<>(), Set.of());
    }

    private GraphReader(
            ExpressionCompiler compiler,
            TaskCatalogue services,
            DefinitionProblems problems,
            Machine machine,
            Set<String> stateNames,
            Set<String> outerVariables) {
        this.compiler = compiler;
        this.services = services;
        this.problems = problems;
        this.machine = machine;
        this.stateNames = stateNames;
        this.outerVariables = outerVariables;
    }

    /** Reads StartAt and States, and rejects unknown fields. */
    StateGraph read(Fields holder) {
        String startAt = holder.requiredString("StartAt");
        Fields states = holder.requiredObject("States");
        holder.finish();
        Map<String, State> byName = new LinkedHashMap<>();
        for (String name : states.names()) {
            state(name, states).ifPresent(state -> byName.put(name, state));
        }
        if (byName.size() == states.names().size() && holder.has("States")) {
            checkTransitions(holder, startAt, states, byName);
        }
        return new StateGraph(startAt, byName);
    }

    private Optional<State> state(String name, Fields states) {
        if (!stateNames.add(name)) {
            problems.add(Problem.DUPLICATE, "Duplicate State name: " + name, states.pathOf(name));
        }
        if (name.isEmpty() || name.length() > MOST_NAME_LENGTH) {
            states.problem(name, "The name of a state must have 1 to " + MOST_NAME_LENGTH + " characters");
        }
        return states.object(name).filter(this::isJsonata).flatMap(fields -> state(name, fields, states));
    }

    private Optional<State> state(String name, Fields fields, Fields states) {
        String type = fields.requiredString("Type");
        BiFunction<Fields, StateReader, State> read = StateTypes.BY_NAME.get(type);
        if (read == null) {
            refuseType(type, fields);
            return Optional.empty();
        }
        State state = read.apply(fields, stateReader(name, states));
        fields.finish();
        return Optional.of(state);
    }

    private StateReader stateReader(String name, Fields states) {
        Set<String> variables = new HashSet<>(outerVariables);
        variables.addAll(Variables.assignedBeside(name, states.all()));
        GraphReader inner = new GraphReader(compiler, services, problems, machine, stateNames, variables);
        return new StateReader(inner, new FieldReader(compiler, problems), services, machine.type(), outerVariables);
    }

    /** Whether a state uses JSONata, by its own QueryLanguage or that of the state machine; otherwise it is rejected. */
    private boolean isJsonata(Fields fields) {
        String language = fields.string("QueryLanguage").orElse(machine.jsonata() ? "JSONata" : "JSONPath");
        if (language.equals("JSONata")) {
            return true;
        }
        if (machine.jsonata()) {
            fields.problem(
                    "QueryLanguage",
                    "'QueryLanguage' can not be '" + language + "' if set to 'JSONata' for whole state machine");
        } else {
            fields.problem(
                    "QueryLanguage",
                    "JSONPath states are not part of the embedded AWS. Set \"QueryLanguage\": \"JSONata\" in the state,"
                            + " or at the top of the definition");
        }
        return false;
    }

    private static void refuseType(String type, Fields fields) {
        if (fields.has("Type")) {
            fields.problem(
                    "Type",
                    "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice,"
                            + " Parallel, Map], but was '" + type + "'");
        }
    }

    private void checkTransitions(Fields holder, String startAt, Fields states, Map<String, State> byName) {
        if (!byName.containsKey(startAt) && !startAt.isEmpty()) {
            problems.add(Problem.TRANSITION, "Missing 'StartAt' target: " + startAt, holder.pathOf("StartAt"));
            return;
        }
        byName.forEach((name, state) -> {
            for (String target : state.targets()) {
                if (!byName.containsKey(target) && !target.isEmpty()) {
                    problems.add(Problem.TRANSITION, "Missing 'Next' target: " + target, states.pathOf(name));
                }
            }
        });
        Set<String> reachable = reachable(startAt, byName);
        for (String name : byName.keySet()) {
            if (!reachable.contains(name)) {
                problems.add(Problem.TRANSITION, "State \"" + name + "\" is not reachable.", states.pathOf(name));
            }
        }
    }

    private static Set<String> reachable(String startAt, Map<String, State> byName) {
        Set<String> reachable = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(startAt);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (byName.containsKey(name) && reachable.add(name)) {
                open.addAll(byName.get(name).targets());
            }
        }
        return reachable;
    }
}
