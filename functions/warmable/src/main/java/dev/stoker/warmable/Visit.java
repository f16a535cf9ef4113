// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The data of one warm event, which its answer reports.
 *
 * @param environmentId 12 characters of base64url
 * @param coldStart this is the environment's first invocation
 * @param initializedAt epoch milliseconds of the end of INIT
 * @param initMillis milliseconds from the start of the process until then; null if it is unknown
 * @param arrived when the warm event arrived
 * @param request what the warm event requests
 * @param holdMillis how long to hold the environment, milliseconds, 0 or more
 * @param primed whether priming succeeded; null if it did not run
 * @param sinceMillis milliseconds since the end of the previous warm event here, or since INIT; at least 1, so that
 *     readers can divide by it
 * @param busyMillis milliseconds that users' invocations took in that interval
 * @param served users' invocations that ended in that interval
 * @param userColdStart a user probably waited for this environment's INIT, and no earlier answer has reported it
 * @param initializationType how Lambda created this environment; lower-case letters and hyphens
 */
public record Visit(
        String environmentId,
        boolean coldStart,
        long initializedAt,
        @Nullable Long initMillis,
        Moment arrived,
        HoldRequest request,
        long holdMillis,
        @Nullable Boolean primed,
        long sinceMillis,
        long busyMillis,
        long served,
        boolean userColdStart,
        String initializationType) {

    /** The same after priming, with a hold that begins then. */
    Visit primed(boolean succeeded, long holdMillisFromNow) {
        return new Visit(
                environmentId,
                coldStart,
                initializedAt,
                initMillis,
                arrived,
                request,
                holdMillisFromNow,
                succeeded,
                sinceMillis,
                busyMillis,
                served,
                userColdStart,
                initializationType);
    }

    /**
     * The answer's JSON. The release is the arrival plus the time on the monotonic clock, so setting the wall
     * clock during a hold has no effect.
     */
    byte[] answer(Moment released) {
        long releasedAt = arrived.epochMillis() + arrived.millisUntil(released);
        String json = "{\"stoker\":{\"version\":" + HoldReader.VERSION
                + ",\"environmentId\":\"" + environmentId
                + "\",\"coldStart\":" + coldStart
                + ",\"initializedAt\":" + initializedAt
                + ",\"initMillis\":" + initMillis
                + ",\"arrivedAt\":" + arrived.epochMillis()
                + ",\"releasedAt\":" + releasedAt
                + ",\"sinceMillis\":" + sinceMillis
                + ",\"busyMillis\":" + busyMillis
                + ",\"served\":" + served
                + ",\"userColdStart\":" + userColdStart
                + ",\"initializationType\":\"" + initializationType + "\"" + primingAnswer() + "}}";
        return json.getBytes(StandardCharsets.US_ASCII);
    }

    private String primingAnswer() {
        if (primed == null) {
            return "";
        }
        return primed ? ",\"primed\":1,\"primeFailed\":0" : ",\"primed\":0,\"primeFailed\":1";
    }
}
