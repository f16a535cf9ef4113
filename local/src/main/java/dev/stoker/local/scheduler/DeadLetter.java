// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.scheduler.Schedules.ScheduleDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A tick that could start nothing, as a message in its schedule's queue. It is tried once here, so no condition of the retry policy was
 * exhausted, and the attribute that would name it is left out. Source: EventBridge Scheduler user guide, "Configuring a schedule's
 * dead-letter queue".
 *
 * @param body the request that was refused, JSON
 * @param attributes of the message
 */
record DeadLetter(String body, Map<String, String> attributes) {
    static DeadLetter of(ScheduleDefinition schedule, String scheduleArn, long at, AwsError refused) {
        String body = JsonText.of(JsonText.object()
                .put("StateMachineArn", schedule.target().arn())
                .put("Input", schedule.target().input()));
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("ERROR_CODE", refused.code());
        attributes.put("ERROR_MESSAGE", refused.getMessage());
        attributes.put(
                "EXECUTION_ID",
                UUID.nameUUIDFromBytes((scheduleArn + at).getBytes(UTF_8)).toString());
        attributes.put("IS_PAYLOAD_TRUNCATED", "false");
        attributes.put("RETRY_ATTEMPTS", "0");
        attributes.put(
                "SCHEDULED_TIME",
                Instant.ofEpochMilli(at).truncatedTo(ChronoUnit.SECONDS).toString());
        attributes.put("SCHEDULE_ARN", scheduleArn);
        attributes.put("TARGET_ARN", schedule.target().arn());
        return new DeadLetter(body, attributes);
    }
}
