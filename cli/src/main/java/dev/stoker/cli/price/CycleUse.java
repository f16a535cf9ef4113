// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.input.WarmProtocol;
import java.util.Optional;

/**
 * The use of a cycle for one target, from its output.
 *
 * @param sleepTasks invocations that reached the function, over all rounds
 * @param heldMillis the sum of their holds
 * @param holdIsKnown whether the answers contain the holds; if not, they are those of the event or of the protocol's functions
 * @param coldStarts environments that started for them
 * @param meanInitMillis mean INIT of the environments that reported it; 0 if none did
 * @param rounds rounds that opened
 * @param roundMillis from opening the best round to its end
 * @param fanOuts executions of fan-out, over all rounds
 */
record CycleUse(
        long sleepTasks,
        long heldMillis,
        boolean holdIsKnown,
        long coldStarts,
        double meanInitMillis,
        long rounds,
        long roundMillis,
        long fanOuts) {
    static CycleUse of(JsonNode target) {
        long rounds = target.path("rounds").asLong();
        // Outputs of earlier versions do not contain the number of slots, nor that of executions, so the requested
        // number is used.
        long slots = target.path("slots").asLong(target.path("requested").asLong());
        long sent = target.path("sleepTasks").asLong(slots * rounds);
        long reached = Math.max(0, sent - target.path("throttled").asLong());
        Optional<WarmProtocol> other =
                WarmProtocol.named(target.path("protocol").asText());
        return new CycleUse(
                reached,
                other.map(protocol -> reached * hold(target, protocol))
                        .orElse(target.path("heldMillis").asLong()),
                other.isEmpty(),
                target.path("coldStarts").asLong(),
                meanInit(target.path("environments")),
                rounds,
                roundMillis(target),
                target.path("executions").asLong(1 + rounds * ExpressRuns.fanOuts(slots)) - 1);
    }

    /** The duration of keep-warm's execution for this target. */
    long executionMillis() {
        return rounds * roundMillis + ExpressRuns.OVERHEAD_MILLIS;
    }

    private static long hold(JsonNode target, WarmProtocol protocol) {
        return target.path("holdMillis").asLong(protocol.ownHoldMillis());
    }

    private static double meanInit(JsonNode environments) {
        long sum = 0;
        long count = 0;
        for (JsonNode environment : environments) {
            JsonNode init = environment.path("initMillis");
            if (environment.path("coldStart").asBoolean() && init.isNumber()) {
                sum += init.asLong();
                count++;
            }
        }
        return count == 0 ? 0 : (double) sum / count;
    }

    private static long roundMillis(JsonNode target) {
        long end = target.path("holdUntil").asLong();
        for (JsonNode environment : target.path("environments")) {
            end = Math.max(end, environment.path("releasedAt").asLong());
        }
        return Math.max(0, end - target.path("openedAt").asLong());
    }
}
