// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.bench.contestant.Kit;
import dev.stoker.cli.output.Json;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import java.util.OptionalLong;

/** The input of Stoker's cycle, with its defaults, and what the race reads of the output. */
final class StokerInput {
    private StokerInput() {}

    static String of(int n) {
        return "{\"function\":\"" + Kit.TARGET + "\",\"concurrency\":" + n + "}";
    }

    /** A cycle that has ended; the cause of a shortfall has the same format as an output. */
    static WallTrack.Sent sent(ExecutionResult ended) {
        String text = ended.outputOrCause();
        try {
            JsonNode report = Json.read(text);
            return new WallTrack.Sent(
                    0, OptionalLong.of(report.path("warm").asLong()), RaceBill.ticks(1) + RaceBill.beside(report));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a cycle ended with " + text, broken);
        }
    }
}
