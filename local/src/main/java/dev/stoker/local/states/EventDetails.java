// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.run.ExecutionObserver.HistoryEvent;
import java.util.Map;
import java.util.Optional;

/**
 * The details of events, as GetExecutionHistory and the logs of Step Functions give them.
 *
 * <p>Source: Step Functions API reference, HistoryEvent; which fields an event has is as recorded on AWS.
 */
final class EventDetails {

    /** What the details of an event are called, and what its data is called within them; empty if it has none. */
    private record Form(String details, Optional<String> data) {
        static Form of(String details) {
            return new Form(details, Optional.empty());
        }

        static Form of(String details, String data) {
            return new Form(details, Optional.of(data));
        }
    }

    private static final Map<String, Form> BY_TYPE = Map.ofEntries(
            Map.entry("ExecutionStarted", Form.of("executionStartedEventDetails", "input")),
            Map.entry("ExecutionSucceeded", Form.of("executionSucceededEventDetails", "output")),
            Map.entry("ExecutionFailed", Form.of("executionFailedEventDetails")),
            Map.entry("ExecutionTimedOut", Form.of("executionTimedOutEventDetails")),
            Map.entry("ExecutionAborted", Form.of("executionAbortedEventDetails")),
            Map.entry("EvaluationFailed", Form.of("evaluationFailedEventDetails")),
            Map.entry("MapStateStarted", Form.of("mapStateStartedEventDetails")),
            Map.entry("MapIterationStarted", Form.of("mapIterationStartedEventDetails")),
            Map.entry("MapIterationSucceeded", Form.of("mapIterationSucceededEventDetails")),
            Map.entry("MapIterationFailed", Form.of("mapIterationFailedEventDetails")),
            Map.entry("MapIterationAborted", Form.of("mapIterationAbortedEventDetails")),
            Map.entry("TaskScheduled", Form.of("taskScheduledEventDetails", "parameters")),
            Map.entry("TaskStarted", Form.of("taskStartedEventDetails")),
            Map.entry("TaskSucceeded", Form.of("taskSucceededEventDetails", "output")),
            Map.entry("TaskFailed", Form.of("taskFailedEventDetails")),
            Map.entry("TaskTimedOut", Form.of("taskTimedOutEventDetails")),
            Map.entry("LambdaFunctionScheduled", Form.of("lambdaFunctionScheduledEventDetails", "input")),
            Map.entry("LambdaFunctionSucceeded", Form.of("lambdaFunctionSucceededEventDetails", "output")),
            Map.entry("LambdaFunctionFailed", Form.of("lambdaFunctionFailedEventDetails")),
            Map.entry("LambdaFunctionTimedOut", Form.of("lambdaFunctionTimedOutEventDetails")));

    private EventDetails() {}

    /** An event as GetExecutionHistory gives it. */
    static ObjectNode event(HistoryEvent event, boolean withData) {
        ObjectNode node = JsonText.object()
                .put("timestamp", JsonText.seconds(event.atMillis()))
                .put("type", event.type())
                .put("id", event.id())
                .put("previousEventId", event.previousEventId());
        form(event.type()).ifPresent(form -> node.set(form.details, details(event, form, withData)));
        return node;
    }

    /** The details of an event alone; without a member if it has none. */
    static ObjectNode of(HistoryEvent event, boolean withData) {
        return form(event.type()).map(form -> details(event, form, withData)).orElseGet(JsonText::object);
    }

    private static Optional<Form> form(String type) {
        if (type.endsWith("StateEntered")) {
            return Optional.of(Form.of("stateEnteredEventDetails", "input"));
        }
        if (type.endsWith("StateExited")) {
            return Optional.of(Form.of("stateExitedEventDetails", "output"));
        }
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static ObjectNode details(HistoryEvent event, Form form, boolean withData) {
        ObjectNode details = JsonText.object();
        if (event.type().contains("StateE") || event.iteration().isPresent()) {
            details.put("name", event.state().orElse(null));
        }
        event.iteration().ifPresent(index -> details.put("index", index));
        form.data.filter(name -> withData).ifPresent(name -> {
            details.put(name, event.data().orElse(null));
            if (!name.equals("parameters")) {
                details.putObject(name + "Details").put("truncated", false);
            }
        });
        for (Map.Entry<String, Object> more : event.more().entrySet()) {
            putMore(details, more.getKey(), more.getValue(), event, withData);
        }
        event.error().filter(text -> !text.isEmpty()).ifPresent(text -> details.put("error", text));
        event.cause().filter(text -> !text.isEmpty()).ifPresent(text -> details.put("cause", text));
        return details;
    }

    private static void putMore(ObjectNode details, String name, Object value, HistoryEvent event, boolean withData) {
        boolean ofFunction = event.type().startsWith("LambdaFunction");
        if (ofFunction && (name.equals("resourceType") || !event.type().endsWith("Scheduled"))) {
            return; // the events of a function that is called by its own ARN name it once
        }
        JsonNode node = JsonText.read(Json.text(value));
        if (name.equals("assignedVariables")) {
            if (withData) {
                details.set(name, node);
                details.putObject(name + "Details").put("truncated", false);
            }
        } else {
            details.set(name, node);
        }
        if (event.type().equals("TaskScheduled") && name.equals("resourceType")) {
            details.put("region", event.executionArn().split(":", -1)[3]);
        }
    }
}
