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

    /** What the details of an event are called, and what its data is called within them; null if it has none. */
    private record Form(String details, String data) {}

    private static final Map<String, Form> BY_TYPE = Map.ofEntries(
            Map.entry("ExecutionStarted", new Form("executionStartedEventDetails", "input")),
            Map.entry("ExecutionSucceeded", new Form("executionSucceededEventDetails", "output")),
            Map.entry("ExecutionFailed", new Form("executionFailedEventDetails", null)),
            Map.entry("ExecutionTimedOut", new Form("executionTimedOutEventDetails", null)),
            Map.entry("ExecutionAborted", new Form("executionAbortedEventDetails", null)),
            Map.entry("EvaluationFailed", new Form("evaluationFailedEventDetails", null)),
            Map.entry("MapStateStarted", new Form("mapStateStartedEventDetails", null)),
            Map.entry("MapIterationStarted", new Form("mapIterationStartedEventDetails", null)),
            Map.entry("MapIterationSucceeded", new Form("mapIterationSucceededEventDetails", null)),
            Map.entry("MapIterationFailed", new Form("mapIterationFailedEventDetails", null)),
            Map.entry("MapIterationAborted", new Form("mapIterationAbortedEventDetails", null)),
            Map.entry("TaskScheduled", new Form("taskScheduledEventDetails", "parameters")),
            Map.entry("TaskStarted", new Form("taskStartedEventDetails", null)),
            Map.entry("TaskSucceeded", new Form("taskSucceededEventDetails", "output")),
            Map.entry("TaskFailed", new Form("taskFailedEventDetails", null)),
            Map.entry("TaskTimedOut", new Form("taskTimedOutEventDetails", null)),
            Map.entry("LambdaFunctionScheduled", new Form("lambdaFunctionScheduledEventDetails", "input")),
            Map.entry("LambdaFunctionSucceeded", new Form("lambdaFunctionSucceededEventDetails", "output")),
            Map.entry("LambdaFunctionFailed", new Form("lambdaFunctionFailedEventDetails", null)),
            Map.entry("LambdaFunctionTimedOut", new Form("lambdaFunctionTimedOutEventDetails", null)));

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
            return Optional.of(new Form("stateEnteredEventDetails", "input"));
        }
        if (type.endsWith("StateExited")) {
            return Optional.of(new Form("stateExitedEventDetails", "output"));
        }
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static ObjectNode details(HistoryEvent event, Form form, boolean withData) {
        ObjectNode details = JsonText.object();
        if (event.type().contains("StateE") || event.iteration() != null) {
            details.put("name", event.state());
        }
        if (event.iteration() != null) {
            details.put("index", event.iteration());
        }
        if (form.data != null && withData) {
            details.put(form.data, event.data());
            if (!form.data.equals("parameters")) {
                details.putObject(form.data + "Details").put("truncated", false);
            }
        }
        for (Map.Entry<String, Object> more : event.more().entrySet()) {
            putMore(details, more.getKey(), more.getValue(), event, withData);
        }
        putUnlessEmpty(details, "error", event.error());
        putUnlessEmpty(details, "cause", event.cause());
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

    private static void putUnlessEmpty(ObjectNode details, String name, String value) {
        if (value != null && !value.isEmpty()) {
            details.put(name, value);
        }
    }
}
