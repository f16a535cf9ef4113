// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import dev.stoker.local.logs.LogPage.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * FilterLogEvents and GetLogEvents.
 *
 * @param api finds the group of a request
 */
record LogReading(LogsApi api) {
    JsonApi in(JsonApi protocol) {
        return protocol.with(
                        "FilterLogEvents",
                        Set.of(
                                "logGroupName",
                                "logGroupIdentifier",
                                "logStreamNames",
                                "logStreamNamePrefix",
                                "startTime",
                                "endTime",
                                "filterPattern",
                                "nextToken",
                                "limit",
                                "interleaved"),
                        this::filter)
                .with(
                        "GetLogEvents",
                        Set.of(
                                "logGroupName",
                                "logGroupIdentifier",
                                "logStreamName",
                                "startTime",
                                "endTime",
                                "nextToken",
                                "limit",
                                "startFromHead"),
                        this::get);
    }

    private JsonNode filter(JsonInput input) {
        Set<String> streams = Set.copyOf(input.texts("logStreamNames"));
        Optional<String> prefix = input.text("logStreamNamePrefix");
        if (prefix.isPresent() && !streams.isEmpty()) {
            throw new AwsError(
                    "InvalidParameterException",
                    "LogStreamNamePrefix and LogStreamNames are mutually exclusive parameters.");
        }
        Predicate<String> pattern = pattern(input.text("filterPattern").orElse(""));
        List<LogEvent> sorted = within(input, api.group(input).events())
                .filter(event -> streams.isEmpty() || streams.contains(event.stream()))
                .filter(event -> event.stream().startsWith(prefix.orElse("")))
                .filter(event -> pattern.test(event.message()))
                .toList();
        LogPage page = LogPage.after(
                input.text("nextToken").map(Place::read), sorted, LogPage.limit(input.number("limit", 10_000)));
        ObjectNode output = JsonText.object();
        ArrayNode events = output.putArray("events");
        page.events()
                .forEach(event -> events.add(described(event)
                        .put("logStreamName", event.stream())
                        .put("eventId", Place.of(event).token().replace(".", ""))));
        output.putArray("searchedLogStreams");
        return page.isLast()
                ? output
                : output.put("nextToken", Place.of(last(page.events())).token());
    }

    /** GetLogEvents: the latest events by default. The first letter of a token is the direction, as on AWS. */
    private JsonNode get(JsonInput input) {
        List<LogEvent> sorted = within(
                        input,
                        api.group(input).stream(input.required("logStreamName")).events())
                .sorted(LogGroups.BY_TIME)
                .toList();
        Optional<String> token = input.text("nextToken");
        boolean forward = token.map(text -> text.startsWith("f/")).orElse(input.flag("startFromHead"));
        Optional<Place> from = token.map(text -> Place.read(text.replaceFirst("^[fb]/", "")));
        int limit = LogPage.limit(input.number("limit", 10_000));
        List<LogEvent> found =
                (forward ? LogPage.after(from, sorted, limit) : LogPage.before(from, sorted, limit)).events();
        // If there are no more events, AWS returns the same token.
        Place here = from.orElse(forward ? new Place(0, -1) : new Place(Long.MAX_VALUE / 100, 0));
        ObjectNode output = JsonText.object();
        ArrayNode events = output.putArray("events");
        found.forEach(event -> events.add(described(event)));
        Place first = found.isEmpty() ? here : Place.of(found.get(0));
        Place last = found.isEmpty() ? here : Place.of(last(found));
        return output.put("nextForwardToken", "f/" + last.token()).put("nextBackwardToken", "b/" + first.token());
    }

    private static Stream<LogEvent> within(JsonInput input, Stream<LogEvent> events) {
        long from = input.number("startTime", 0);
        long to = input.number("endTime", Long.MAX_VALUE);
        return events.filter(event -> event.atMillis() >= from && event.atMillis() < to);
    }

    private static LogEvent last(List<LogEvent> events) {
        return events.get(events.size() - 1);
    }

    private static ObjectNode described(LogEvent event) {
        return JsonText.object()
                .put("timestamp", event.atMillis())
                .put("message", event.message())
                .put("ingestionTime", event.takenAt());
    }

    /** A filter pattern: words that must all occur, or one text in quotes. All other patterns are rejected. */
    private static Predicate<String> pattern(String pattern) {
        if (pattern.isBlank()) {
            return message -> true;
        }
        if (pattern.matches("\"[^\"]*\"")) {
            return message -> message.contains(pattern.substring(1, pattern.length() - 1));
        }
        if (pattern.matches("[A-Za-z0-9_ ]+")) {
            String[] words = pattern.strip().split(" +", -1);
            return message -> Arrays.stream(words).allMatch(message::contains);
        }
        throw new AwsError(
                "InvalidParameterException",
                "filterPattern: the embedded AWS covers words, or one text in quotes; got " + pattern
                        + ". Filter the returned events instead.");
    }
}
