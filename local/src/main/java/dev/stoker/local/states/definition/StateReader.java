// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states.definition;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.run.FieldValue;
import dev.stoker.local.states.run.FieldValue.WholeNumber;
import dev.stoker.local.states.run.Recovery;
import dev.stoker.local.states.run.State.Exit;
import dev.stoker.local.states.run.StateMachine.StateGraph;
import dev.stoker.local.states.run.StateMachine.StateMachineType;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.states.tasks.TaskService.TaskCatalogue;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields that several state types have in common, within one graph of states. */
final class StateReader {

    /** Stands in a definition that is rejected. No execution calls it. */
    private static final TaskService NO_SERVICE = TaskService.action("", Map.of(), Set.of(), arguments -> arguments);

    private final GraphReader graphs;
    private final FieldReader templates;
    private final TaskCatalogue services;
    private final StateMachineType type;
    private final Set<String> outerVariables;

    /** Creates a reader. {@code outerVariables} are the names of variables that states outside this graph assign. */
    StateReader(
            GraphReader graphs,
            FieldReader templates,
            TaskCatalogue services,
            StateMachineType type,
            Set<String> outerVariables) {
        this.graphs = graphs;
        this.templates = templates;
        this.services = services;
        this.type = type;
        this.outerVariables = outerVariables;
    }

    /** The graph of a Map's iterations, or of a branch. */
    StateGraph graph(Fields processor) {
        return graphs.read(processor);
    }

    /** Whether the state machine is one of Express. */
    boolean isExpress() {
        return type == StateMachineType.EXPRESS;
    }

    /** A field with any value, or null if it is missing. */
    @Nullable
    FieldValue template(Fields fields, String name, Reach reach) {
        Object value = fields.value(name);
        return value == null ? null : templates.read(value, name, fields.pathOf(name), reach);
    }

    /** A field that is an expression or has one type, or null if it is missing. */
    @Nullable
    FieldValue typed(Fields fields, String name, String type, Reach reach) {
        Object value = fields.value(name);
        boolean expression = FieldReader.isExpression(value);
        if (value != null && !expression && !Json.typeName(value).equals(type)) {
            fields.problem(
                    name,
                    "The field '" + name + "' must be a JSONata expression or a value of type " + type + ", but was '"
                            + Json.typeName(value) + "'");
        }
        return template(fields, name, reach);
    }

    /** A required field that is an expression or has one type. If it is missing, adds a problem and returns JSON's null. */
    FieldValue requiredTyped(Fields fields, String name, String type, Reach reach) {
        if (!fields.has(name)) {
            fields.missing(name);
        }
        FieldValue given = typed(fields, name, type, reach);
        return given == null ? new FieldValue.Constant(Json.NULL) : given;
    }

    /** A field that is an expression or a whole number, or null if it is missing. */
    @Nullable
    WholeNumber wholeNumber(Fields fields, String name, int least) {
        FieldValue template = typed(fields, name, "number", Reach.INPUT);
        if (template instanceof FieldValue.Constant literal && !WholeNumber.fits(literal.value(), least)) {
            fields.problem(
                    name,
                    "The field '" + name + "' must be a whole number from " + least + " to " + WholeNumber.MOST
                            + ", but was " + Json.text(literal.value()));
        }
        return template == null ? null : new WholeNumber(name, template, least);
    }

    /** The exit of a state with Next or End. */
    Exit transition(Fields fields, Reach reach) {
        Optional<String> next = fields.string("Next");
        Object end = fields.value("End");
        if (end != null && !end.equals(true)) {
            fields.problem("End", "The field 'End' must be true, or be left out");
        } else if (fields.has("Next") == fields.has("End")) {
            fields.problem("Next", "A state must have either 'Next' or 'End', and not both");
        }
        return exit(fields, reach, next);
    }

    /** An exit with Output and Assign to a state. */
    Exit exit(Fields fields, Reach reach, Optional<String> next) {
        FieldValue output = template(fields, "Output", reach);
        FieldValue assign = typed(fields, "Assign", "object", reach);
        if (fields.value("Assign") instanceof Map<?, ?> map) {
            map.keySet().forEach(name -> checkVariable((String) name, fields));
        } else if (assign != null && FieldReader.isExpression(fields.value("Assign"))) {
            fields.problem("Assign", "The field 'Assign' must be an object");
        }
        return new Exit(output, assign, next.orElse(null));
    }

    private void checkVariable(String name, Fields fields) {
        String path = "Assign/" + name;
        if (!Variables.isName(name)) {
            fields.problem(path, "'" + name + "' is not a valid name of a variable");
        } else if (outerVariables.contains(name)) {
            fields.problem(path, "The variable '" + name + "' is assigned in an outer scope already");
        }
    }

    /** Retry and Catch. */
    Recovery recovery(Fields fields) {
        return new RecoveryReader(this).read(fields);
    }

    /** The service for a Resource. If there is none, adds a problem and returns one that accepts any arguments. */
    TaskService service(Fields fields, String resource) {
        Optional<TaskService> service = services.find(resource);
        if (service.isEmpty() && fields.has("Resource")) {
            fields.problem("Resource", whyNone(resource));
        }
        return service.orElse(NO_SERVICE);
    }

    private String whyNone(String resource) {
        String pattern = resource.contains(".sync")
                ? ".sync"
                : resource.endsWith(".waitForTaskToken") ? ".waitForTaskToken" : "";
        boolean activity = resource.matches("arn:aws[a-z-]*:states:[^:]*:[^:]*:activity:.*");
        if (type == StateMachineType.EXPRESS && (!pattern.isEmpty() || activity)) {
            // Wording: as recorded on AWS, the blank at the end of the second included.
            return "Express state machine does not support "
                    + (activity
                            ? "Activity ARN"
                            : "'" + pattern + "' service integration" + (pattern.equals(".sync") ? "" : " "));
        }
        if (!pattern.isEmpty() || activity) {
            return (activity ? "Activities" : "Service integrations by '" + pattern + "'")
                    + " are not part of the embedded AWS, which has: " + services.names();
        }
        return "The resource provided " + resource
                + " is not recognized. The value is not a valid resource ARN, or the resource is not available in the embedded"
                + " AWS, which has: " + services.names();
    }

    /** The Arguments of a Task, or null if there are none. */
    @Nullable
    FieldValue arguments(Fields fields, TaskService service) {
        FieldValue template = template(fields, "Arguments", Reach.INPUT);
        if (fields.value("Arguments") instanceof Map<?, ?> map) {
            Set<String> names = new HashSet<>();
            map.keySet().forEach(name -> names.add((String) name));
            service.problemsOfNames(names).forEach(problem -> fields.problem("Arguments", problem));
        }
        return template;
    }
}
