// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.logs.LogGroups.LogGroup;
import dev.stoker.local.logs.LogGroups.LogGroup.LogEvent;
import dev.stoker.local.time.Timeline;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/** The protocol of CloudWatch Logs. Answers have only one page. */
final class LogsApi {
    private final LogGroups groups;
    private final Timeline timeline;

    private LogsApi(LogGroups groups, Timeline timeline) {
        this.groups = groups;
        this.timeline = timeline;
    }

    /** Creates the protocol of these log groups. */
    static JsonApi of(LogGroups groups, Timeline timeline) {
        LogsApi api = new LogsApi(groups, timeline);
        return new JsonApi("logs", "Logs_20140328", "1.1")
                .with("CreateLogGroup", Set.of("logGroupName", "tags"), api::createGroup)
                .with("DeleteLogGroup", Set.of("logGroupName"), api::deleteGroup)
                .with("DescribeLogGroups", Set.of("logGroupNamePrefix", "limit"), api::describeGroups)
                .with("CreateLogStream", Set.of("logGroupName", "logStreamName"), api::createStream)
                .with(
                        "DescribeLogStreams",
                        Set.of("logGroupName", "logStreamNamePrefix", "limit"),
                        api::describeStreams)
                .with(
                        "PutLogEvents",
                        Set.of("logGroupName", "logStreamName", "logEvents", "sequenceToken"),
                        api::putEvents)
                .with(
                        "FilterLogEvents",
                        Set.of(
                                "logGroupName",
                                "logStreamNames",
                                "startTime",
                                "endTime",
                                "filterPattern",
                                "limit",
                                "interleaved"),
                        api::filterEvents);
    }

    private JsonNode createGroup(JsonInput input) {
        groups.create(input.required("logGroupName"), null);
        return JsonText.object();
    }

    private JsonNode deleteGroup(JsonInput input) {
        groups.delete(input.required("logGroupName"));
        return JsonText.object();
    }

    private JsonNode describeGroups(JsonInput input) {
        String prefix = input.text("logGroupNamePrefix");
        ObjectNode output = JsonText.object();
        ArrayNode found = output.putArray("logGroups");
        groups.all().stream()
                .filter(group -> prefix == null || group.name().startsWith(prefix))
                .limit(input.number("limit", 50))
                .forEach(group -> found.add(described(group)));
        return output;
    }

    private static ObjectNode described(LogGroup group) {
        ObjectNode described = JsonText.object()
                .put("logGroupName", group.name())
                .put("arn", group.arn() + ":*")
                .put("logGroupArn", group.arn())
                .put("creationTime", group.createdAt())
                .put("metricFilterCount", 0)
                .put("storedBytes", 0);
        return group.retentionDays() == null ? described : described.put("retentionInDays", group.retentionDays());
    }

    private JsonNode createStream(JsonInput input) {
        groups.named(input.required("logGroupName")).createStream(input.required("logStreamName"));
        return JsonText.object();
    }

    private JsonNode describeStreams(JsonInput input) {
        String prefix = input.text("logStreamNamePrefix");
        LogGroup group = groups.named(input.required("logGroupName"));
        ObjectNode output = JsonText.object();
        ArrayNode found = output.putArray("logStreams");
        group.streams().stream()
                .filter(name -> prefix == null || name.startsWith(prefix))
                .limit(input.number("limit", 50))
                .forEach(name ->
                        found.addObject().put("logStreamName", name).put("arn", group.arn() + ":log-stream:" + name));
        return output;
    }

    private JsonNode putEvents(JsonInput input) {
        LogGroup group = groups.named(input.required("logGroupName"));
        String stream = input.required("logStreamName");
        for (JsonNode event : input.node().path("logEvents")) {
            group.add(new LogEvent(
                    stream,
                    event.path("timestamp").asLong(),
                    timeline.nowMillis(),
                    event.path("message").asText()));
        }
        return JsonText.object().put("nextSequenceToken", String.valueOf(timeline.nowMillis()));
    }

    private JsonNode filterEvents(JsonInput input) {
        Set<String> streams = Set.copyOf(input.texts("logStreamNames"));
        long from = input.number("startTime", 0);
        long to = input.number("endTime", Long.MAX_VALUE);
        Predicate<String> pattern = pattern(input.text("filterPattern"));
        ObjectNode output = JsonText.object();
        ArrayNode found = output.putArray("events");
        groups.named(input.required("logGroupName"))
                .events()
                .filter(event -> streams.isEmpty() || streams.contains(event.stream()))
                .filter(event -> event.atMillis() >= from && event.atMillis() < to)
                .filter(event -> pattern.test(event.message()))
                .limit(input.number("limit", 10_000))
                .forEach(event -> found.addObject()
                        .put("logStreamName", event.stream())
                        .put("timestamp", event.atMillis())
                        .put("ingestionTime", event.takenAt())
                        .put("message", event.message())
                        .put("eventId", String.valueOf(found.size())));
        return output;
    }

    /** A filter pattern: words that must all occur, or one text in quotes. All other patterns are rejected. */
    private static Predicate<String> pattern(String pattern) {
        if (pattern == null || pattern.isBlank()) {
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
                        + ". Filter what comes back instead.");
    }
}
