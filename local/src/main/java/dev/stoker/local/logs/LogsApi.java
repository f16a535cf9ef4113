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
import dev.stoker.local.time.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The protocol of CloudWatch Logs: log groups, log streams, and PutLogEvents. */
final class LogsApi {
    /** Source: API reference, DescribeLogGroups and DescribeLogStreams, limit. */
    private static final long MOST_DESCRIBED = 50;

    private final LogGroups groups;
    private final Timeline timeline;

    private LogsApi(LogGroups groups, Timeline timeline) {
        this.groups = groups;
        this.timeline = timeline;
    }

    /** Creates the protocol of these log groups. */
    static JsonApi of(LogGroups groups, Timeline timeline) {
        LogsApi api = new LogsApi(groups, timeline);
        JsonApi protocol = new JsonApi("logs", "Logs_20140328", "1.1")
                .with("CreateLogGroup", Set.of("logGroupName", "tags"), api::createGroup)
                .with("DeleteLogGroup", Set.of("logGroupName"), api::deleteGroup)
                .with(
                        "DescribeLogGroups",
                        Set.of("logGroupNamePrefix", "logGroupNamePattern", "nextToken", "limit"),
                        api::describeGroups)
                .with("CreateLogStream", Set.of("logGroupName", "logStreamName"), api::createStream)
                .with(
                        "DescribeLogStreams",
                        Set.of(
                                "logGroupName",
                                "logGroupIdentifier",
                                "logStreamNamePrefix",
                                "orderBy",
                                "descending",
                                "nextToken",
                                "limit"),
                        api::describeStreams)
                .with("DeleteLogStream", Set.of("logGroupName", "logStreamName"), api::deleteStream)
                .with(
                        "PutLogEvents",
                        Set.of("logGroupName", "logStreamName", "logEvents", "sequenceToken"),
                        api::putEvents);
        return new LogReading(api).in(protocol);
    }

    private JsonNode createGroup(JsonInput input) {
        groups.create(input.required("logGroupName"));
        return JsonText.object();
    }

    private JsonNode deleteGroup(JsonInput input) {
        groups.delete(input.required("logGroupName"));
        return JsonText.object();
    }

    private JsonNode describeGroups(JsonInput input) {
        String prefix = input.text("logGroupNamePrefix").orElse("");
        String part = input.text("logGroupNamePattern").orElse("");
        List<LogGroup> wanted = groups.all().stream()
                .filter(group -> group.name().startsWith(prefix))
                .filter(group -> lower(group.name()).contains(lower(part)))
                .toList();
        return page("logGroups", input, wanted, LogsApi::described);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static ObjectNode described(LogGroup group) {
        ObjectNode described = JsonText.object()
                .put("logGroupName", group.name())
                .put("arn", group.arn() + ":*")
                .put("logGroupArn", group.arn())
                .put("creationTime", group.createdAt())
                .put("metricFilterCount", 0)
                .put("storedBytes", 0);
        group.retentionDays().ifPresent(days -> described.put("retentionInDays", days));
        return described;
    }

    private JsonNode createStream(JsonInput input) {
        groups.named(input.required("logGroupName")).createStream(input.required("logStreamName"));
        return JsonText.object();
    }

    private JsonNode deleteStream(JsonInput input) {
        group(input).deleteStream(input.required("logStreamName"));
        return JsonText.object();
    }

    private JsonNode describeStreams(JsonInput input) {
        Optional<String> prefix = input.text("logStreamNamePrefix");
        boolean byTime = input.text("orderBy").equals(Optional.of("LastEventTime"));
        if (byTime && prefix.isPresent()) {
            throw new AwsError(
                    "InvalidParameterException", "Cannot order by LastEventTime with a logStreamNamePrefix.");
        }
        Comparator<LogStream> order =
                byTime ? Comparator.comparingLong(LogStream::lastAtMillis) : Comparator.comparing(LogStream::name);
        LogGroup group = group(input);
        List<LogStream> wanted = group.streams().stream()
                .filter(stream -> stream.name().startsWith(prefix.orElse("")))
                .sorted(input.flag("descending") ? order.reversed() : order)
                .toList();
        return page("logStreams", input, wanted, stream -> described(group, stream));
    }

    private static ObjectNode described(LogGroup group, LogStream stream) {
        ObjectNode described = JsonText.object()
                .put("logStreamName", stream.name())
                .put("creationTime", stream.createdAt())
                .put("arn", group.arn() + ":log-stream:" + stream.name())
                .put("storedBytes", 0);
        return stream.lastTakenAt() == 0
                ? described
                : described
                        .put("firstEventTimestamp", stream.firstAtMillis())
                        .put("lastEventTimestamp", stream.lastAtMillis())
                        .put("lastIngestionTime", stream.lastTakenAt());
    }

    private JsonNode putEvents(JsonInput input) {
        LogGroup group = groups.named(input.required("logGroupName"));
        String stream = input.required("logStreamName");
        for (JsonNode event : input.node().path("logEvents")) {
            group.add(
                    stream,
                    event.path("timestamp").asLong(),
                    event.path("message").asText());
        }
        return JsonText.object().put("nextSequenceToken", String.valueOf(timeline.nowMillis()));
    }

    /** The log group of a request, given by its name or its ARN. */
    LogGroup group(JsonInput input) {
        return groups.named(input.text("logGroupIdentifier")
                .map(identifier -> identifier.replaceFirst("^arn:[^:]+:logs:[^:]+:[^:]+:log-group:", ""))
                .orElseGet(() -> input.required("logGroupName")));
    }

    /** One page of at most 50 items. The token is the number of items on earlier pages. */
    private static <T> JsonNode page(String name, JsonInput input, List<T> all, Function<T, ObjectNode> described) {
        long limit = input.number("limit", MOST_DESCRIBED);
        if (limit < 1 || limit > MOST_DESCRIBED) {
            throw new AwsError(
                    "InvalidParameterException",
                    "1 validation error detected: Value '" + limit + "' at 'limit' failed to satisfy constraint:"
                            + " Member must be between 1 and " + MOST_DESCRIBED);
        }
        String token = input.text("nextToken").orElse("0");
        if (!token.matches("\\d{1,9}")) {
            throw new AwsError("InvalidParameterException", "The specified nextToken is invalid.");
        }
        long offset = Long.parseLong(token);
        ObjectNode output = JsonText.object();
        ArrayNode found = output.putArray(name);
        all.stream().skip(offset).limit(limit).map(described).forEach(found::add);
        return offset + limit < all.size() ? output.put("nextToken", String.valueOf(offset + limit)) : output;
    }
}
