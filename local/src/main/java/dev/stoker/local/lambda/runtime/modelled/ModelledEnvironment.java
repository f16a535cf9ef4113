// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.local.lambda.runtime.RuntimeSpec;

/**
 * What a sleep task would know of its environment, and what it would answer. Source: design.md, "The warm event and its
 * answer"; a test compares the answers with the real one's.
 */
final class ModelledEnvironment {
    /** Milliseconds that the sleep task leaves for its answer. */
    private static final long ANSWER_MILLIS = 500;

    private static final long DEFAULT_MAX_HOLD_MILLIS = 3000;

    /** A user who comes so soon after INIT, milliseconds, is taken for the one that INIT ran for. */
    private static final long WAITED_WITHIN_MILLIS = 1000;

    private final String id;
    private final long initializedAt;
    private final long initMillis;
    private final long maxHoldMillis;
    private final long clockOffset;

    private boolean invoked;
    private boolean userColdStart;
    private long intervalStart;
    private long served;
    private long busyMillis;

    /** Times are the timeline's; the environment's clock may be off by the spec's offset. */
    ModelledEnvironment(String id, long initializedAt, long initMillis, RuntimeSpec spec) {
        this.id = id;
        this.initializedAt = initializedAt;
        this.initMillis = initMillis;
        this.clockOffset = spec.clockOffset();
        this.intervalStart = initializedAt;
        this.maxHoldMillis = Long.parseLong(
                spec.variables().getOrDefault("STOKER_MAX_HOLD_MILLIS", Long.toString(DEFAULT_MAX_HOLD_MILLIS)));
    }

    void userArrives(long now) {
        if (!invoked) {
            invoked = true;
            userColdStart = now - initializedAt < WAITED_WITHIN_MILLIS;
        }
    }

    void userLeaves(long millis) {
        served++;
        busyMillis += millis;
    }

    WarmVisit warmArrives(long now, JsonNode event, long deadlineMillis) {
        long allowed = Math.min(maxHoldMillis, deadlineMillis - now - ANSWER_MILLIS);
        long hold = Math.max(0, Math.min(askedMillis(now + clockOffset, event), allowed));
        WarmVisit visit = new WarmVisit(
                !invoked, now + clockOffset, hold, Math.max(1, now - intervalStart), busyMillis, served, userColdStart);
        invoked = true;
        userColdStart = false;
        served = 0;
        busyMillis = 0;
        intervalStart = now + hold;
        return visit;
    }

    /** Nothing, if the event speaks another version. */
    private static long askedMillis(long clock, JsonNode event) {
        if (event.path("version").asInt(0) != 1) {
            return 0;
        }
        return Math.min(
                event.path("holdUntil").asLong(0) - clock,
                event.path("holdMillis").asLong(0));
    }

    JsonNode warmLeaves(WarmVisit visit) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("stoker")
                .put("version", 1)
                .put("environmentId", id)
                .put("coldStart", visit.coldStart())
                .put("initializedAt", initializedAt + clockOffset)
                .put("initMillis", initMillis)
                .put("arrivedAt", visit.arrivedAt())
                .put("releasedAt", visit.arrivedAt() + visit.holdMillis())
                .put("sinceMillis", visit.sinceMillis())
                .put("busyMillis", visit.busyMillis())
                .put("served", visit.served())
                .put("userColdStart", visit.userColdStart())
                .put("initializationType", "on-demand");
        return answer;
    }
}
