// SPDX-License-Identifier: Apache-2.0
package dev.stoker.reference;

import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;

/**
 * A state machine that evaluates one expression for many rows: a Map over the rows, in which one state assigns the
 * variables and the next gives what the expression gives.
 *
 * <p>Two things cannot be given to an execution, so the expression reads them from variables instead: the clock, and
 * what {@code $states} holds besides the input.
 */
final class RowsMachine {

    private static final String CLOCK = "clockOfRow";
    private static final String STATES = "statesOfRow";

    private final StepFunctionsEndpoint endpoint;
    private final String arn;

    private RowsMachine(StepFunctionsEndpoint endpoint, String arn) {
        this.endpoint = endpoint;
        this.arn = arn;
    }

    /** What rows must have in common to be evaluated by one machine. */
    static String kind(Question question) {
        return question.expression()
                + question.place()
                + new TreeSet<>(question.bindings().keySet())
                + states(question).containsKey("input");
    }

    /** The machine for this question and all of its kind. */
    static RowsMachine of(Question question, StepFunctionsEndpoint endpoint) {
        String expression = question.expression().replace("$millis()", "$" + CLOCK);
        if (Question.references(expression).stream().anyMatch(RowsMachine::isNoInput)) {
            expression = expression.replace("$states.", "$" + STATES + ".");
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        for (String name : question.bindings().keySet()) {
            if (!name.equals("states")) {
                variables.put(name, "{% $states.input.variables.`" + name + "` %}");
            }
        }
        variables.put(CLOCK, "{% $states.input.clock %}");
        variables.put(STATES, "{% $states.input.states %}");
        JsonObject given = JsonObject.ofPairs(
                "Type",
                "Pass",
                "Assign",
                variables,
                "Output",
                states(question).containsKey("input") ? "{% $states.input.states.input %}" : Map.of(),
                "Next",
                "Evaluate");
        // What is undefined is a member that is missing: as an Output it would be an error.
        JsonObject evaluate =
                JsonObject.ofPairs("Type", "Pass", "Output", "{% {'value': (" + expression + ")} %}", "End", true);
        JsonObject rows = JsonObject.ofPairs(
                "Type",
                "Map",
                "Items",
                "{% $states.input.rows %}",
                "ItemProcessor",
                JsonObject.ofPairs(
                        "ProcessorConfig", Map.of("Mode", "INLINE"),
                        "StartAt", "Given",
                        "States", JsonObject.ofPairs("Given", given, "Evaluate", evaluate)),
                "End",
                true);
        JsonObject machine = JsonObject.ofPairs(
                "QueryLanguage", "JSONata", "StartAt", "Rows", "States", JsonObject.ofPairs("Rows", rows));
        return new RowsMachine(endpoint, endpoint.create(Json.text(machine)));
    }

    private static boolean isNoInput(String name) {
        return name.startsWith("states.") && !name.equals("states.input");
    }

    private static JsonObject states(Question question) {
        return question.bindings().get("states") instanceof JsonObject states ? states : JsonObject.EMPTY;
    }

    /** What each row gives, in their order. Where one ends with an error, all do, so each is run by itself then. */
    List<Outcome> run(List<Question> rows) {
        StartSyncExecutionResponse ended = endpoint.run(arn, input(rows));
        List<Outcome> outcomes = new ArrayList<>();
        if (ended.statusAsString().equals("SUCCEEDED")) {
            for (Object row : (List<?>) parse(ended.output())) {
                outcomes.add(Outcome.of(((JsonObject) row).get("value")));
            }
        } else if (rows.size() == 1) {
            outcomes.add(Outcome.failed(ended.error() + ": " + ended.cause()));
        } else {
            rows.forEach(row -> outcomes.addAll(run(List.of(row))));
        }
        return outcomes;
    }

    private static String input(List<Question> rows) {
        List<JsonObject> items = rows.stream()
                .map(row -> JsonObject.ofPairs("variables", row.bindings(), "states", states(row), "clock", row.now()))
                .toList();
        return Json.text(JsonObject.ofPairs("rows", items));
    }

    private static Object parse(String text) {
        try {
            return Json.parse(text);
        } catch (Json.MalformedJson e) {
            throw new IllegalStateException("an execution's output is no JSON: " + text, e);
        }
    }
}
