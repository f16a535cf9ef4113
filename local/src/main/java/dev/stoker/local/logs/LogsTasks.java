// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import static java.util.Objects.requireNonNull;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.logs.LogGroups.LogGroup;
import dev.stoker.local.states.jsonata.Json;
import dev.stoker.local.states.jsonata.JsonObject;
import dev.stoker.local.states.tasks.TaskService;
import dev.stoker.local.time.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The task integration of CloudWatch Logs: writes into an existing log stream. */
final class LogsTasks {
    /** The maximum size of an event, bytes. Source: CloudWatch Logs user guide, "CloudWatch Logs quotas". */
    private static final int LARGEST_EVENT = 1_048_576;

    private static final Map<String, String> FIELDS =
            Map.of("LogGroupName", "string", "LogStreamName", "string", "LogEvents", "array");

    private final LogGroups groups;
    private final Timeline timeline;

    private LogsTasks(LogGroups groups, Timeline timeline) {
        this.groups = groups;
        this.timeline = timeline;
    }

    static Map<String, TaskService> of(LogGroups groups, Timeline timeline) {
        LogsTasks tasks = new LogsTasks(groups, timeline);
        return Map.of(
                "aws-sdk:cloudwatchlogs:putLogEvents",
                TaskService.action("CloudWatchLogs", FIELDS, FIELDS.keySet(), tasks::putLogEvents));
    }

    private Object putLogEvents(JsonObject arguments) {
        LogGroup group = groups.named((String) requireNonNull(arguments.get("LogGroupName"), "LogGroupName"));
        for (Object event : (List<?>) requireNonNull(arguments.get("LogEvents"), "LogEvents")) {
            JsonObject fields = event instanceof JsonObject object ? object : JsonObject.EMPTY;
            String message = text(fields.get("Message"));
            Object at = fields.get("Timestamp");
            boolean whole = at instanceof Integer || at instanceof Long;
            if (!whole || message.isEmpty() || message.length() > LARGEST_EVENT) {
                throw new AwsError(
                        "InvalidParameterException",
                        "LogEvents: each must have a Timestamp and a Message of 1 to " + LARGEST_EVENT
                                + " bytes, got a Message of " + message.length() + " characters");
            }
            String stream = (String) requireNonNull(arguments.get("LogStreamName"), "LogStreamName");
            group.add(stream, ((Number) requireNonNull(at)).longValue(), message);
        }
        return JsonObject.ofPairs("NextSequenceToken", String.valueOf(timeline.nowMillis()));
    }

    /** The text of a single value; none for arrays and objects. */
    private static String text(@Nullable Object value) {
        if (value instanceof String string) {
            return string;
        }
        return value instanceof Number || value instanceof Boolean ? Json.text(value) : "";
    }
}
