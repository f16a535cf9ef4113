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
    private record DetailForm(String details, Optional<String> data) {
        static DetailForm of(String details) {
            return new DetailForm(details, Optional.empty());
        }

        static DetailForm of(String details, String data) {
            return new DetailForm(details, Optional.of(data));
        }
    }

    private static final Map<String, DetailForm> BY_TYPE = Map.ofEntries(
            Map.entry("ExecutionStarted", DetailForm.of("executionStartedEventDetails", "input")),
            Map.entry("ExecutionSucceeded", DetailForm.of("executionSucceededEventDetails", "output")),
            Map.entry("ExecutionFailed", DetailForm.of("executionFailedEventDetails")),
            Map.entry("ExecutionTimedOut", DetailForm.of("executionTimedOutEventDetails")),
            Map.entry("ExecutionAborted", DetailForm.of("executionAbortedEventDetails")),
            Map.entry("EvaluationFailed", DetailForm.of("evaluationFailedEventDetails")),
            Map.entry("MapStateStarted", DetailForm.of("mapStateStartedEventDetails")),
            Map.entry("MapIterationStarted", DetailForm.of("mapIterationStartedEventDetails")),
            Map.entry("MapIterationSucceeded", DetailForm.of("mapIterationSucceededEventDetails")),
            Map.entry("MapIterationFailed", DetailForm.of("mapIterationFailedEventDetails")),
            Map.entry("MapIterationAborted", DetailForm.of("mapIterationAbortedEventDetails")),
            Map.entry("TaskScheduled", DetailForm.of("taskScheduledEventDetails", "parameters")),
            Map.entry("TaskStarted", DetailForm.of("taskStartedEventDetails")),
            Map.entry("TaskSucceeded", DetailForm.of("taskSucceededEventDetails", "output")),
            Map.entry("TaskFailed", DetailForm.of("taskFailedEventDetails")),
            Map.entry("TaskTimedOut", DetailForm.of("taskTimedOutEventDetails")),
            Map.entry("LambdaFunctionScheduled", DetailForm.of("lambdaFunctionScheduledEventDetails", "input")),
            Map.entry("LambdaFunctionSucceeded", DetailForm.of("lambdaFunctionSucceededEventDetails", "output")),
            Map.entry("LambdaFunctionFailed", DetailForm.of("lambdaFunctionFailedEventDetails")),
            Map.entry("LambdaFunctionTimedOut", DetailForm.of("lambdaFunctionTimedOutEventDetails")));

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

    private static Optional<DetailForm> form(String type) {
        if (type.endsWith("StateEntered")) {
            return Optional.of(DetailForm.of("stateEnteredEventDetails", "input"));
        }
        if (type.endsWith("StateExited")) {
            return Optional.of(DetailForm.of("stateExitedEventDetails", "output"));
        }
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    private static ObjectNode details(HistoryEvent event, DetailForm form, boolean withData) {
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
