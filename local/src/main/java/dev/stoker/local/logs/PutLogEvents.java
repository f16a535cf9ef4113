// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.http.AwsError;
import dev.stoker.local.http.JsonText;
import dev.stoker.local.states.TaskCall;
import dev.stoker.local.states.TaskReply;
import dev.stoker.local.states.TaskService;
import dev.stoker.local.time.Timeline;
import java.util.Map;
import java.util.Set;

/** The Task that writes into a log stream; it does not make one. */
public final class PutLogEvents implements TaskService {
    /** What follows {@code arn:aws:states:::}. */
    public static final String RESOURCE = "aws-sdk:cloudwatchlogs:putLogEvents";

    /** Bytes of one event. Source: CloudWatch Logs user guide, "CloudWatch Logs quotas". */
    private static final int LARGEST_EVENT = 1_048_576;

    private final LogGroups groups;
    private final Timeline timeline;

    /** Into these groups. */
    public PutLogEvents(LogGroups groups, Timeline timeline) {
        this.groups = groups;
        this.timeline = timeline;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("LogGroupName", "string", "LogStreamName", "string", "LogEvents", "array");
    }

    @Override
    public Set<String> requiredFields() {
        return Set.of("LogGroupName", "LogStreamName", "LogEvents");
    }

    @Override
    public void start(TaskCall call, TaskReply reply) {
        try {
            write(JsonText.read(call.arguments()));
            reply.succeed("{\"NextSequenceToken\":\"" + timeline.nowMillis() + "\"}");
        } catch (AwsError refused) {
            reply.fail(
                    "CloudWatchLogs." + refused.code(),
                    refused.getMessage() + " (Service: CloudWatchLogs, Status Code: " + refused.status() + ")");
        }
    }

    private void write(JsonNode arguments) {
        LogGroup group = groups.named(arguments.path("LogGroupName").asText());
        for (JsonNode event : arguments.path("LogEvents")) {
            String message = event.path("Message").asText();
            if (!event.path("Timestamp").isIntegralNumber() || message.isEmpty() || message.length() > LARGEST_EVENT) {
                throw new AwsError(
                        "InvalidParameterException",
                        "LogEvents: each must have a Timestamp and a Message of 1 to " + LARGEST_EVENT
                                + " bytes, got a Message of " + message.length() + " characters");
            }
            group.add(new LogEvent(
                    arguments.path("LogStreamName").asText(),
                    event.path("Timestamp").asLong(),
                    timeline.nowMillis(),
                    message));
        }
    }
}
