// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Json;

/**
 * What a cycle with one target proved, for a command that decides by it.
 *
 * @param document the cycle's output
 * @param complete whether the cycle succeeded: no shortfall
 * @param warm environments proven warm
 * @param disturbed slots that failed or were throttled; then another cycle would not help
 * @param primeFailed environments whose priming failed
 * @param served users' requests that the environments have served since their previous warm events
 * @param sentence what was proven, for people
 * @param reason why it fell short, with the remedy; for a complete proof it says nothing
 */
public record Proof(
        JsonNode document,
        boolean complete,
        long warm,
        long disturbed,
        long primeFailed,
        long served,
        String sentence,
        String reason) {
    /**
     * Reads the result of a cycle with one target.
     *
     * @throws dev.stoker.cli.output.Failure if it neither succeeded nor fell short
     */
    public static Proof of(Execution execution) {
        boolean complete = execution.status().equals("SUCCEEDED");
        if (!complete && !execution.error().equals("Stoker.Shortfall")) {
            throw ExecutionTrouble.explain(execution);
        }
        String text = complete ? execution.output() : execution.cause();
        CycleOutput output = CycleOutput.read(text)
                .orElseThrow(() -> ExecutionTrouble.notACycle(complete ? ExitCode.FAILED : ExitCode.SHORTFALL));
        TargetOutput target = output.targets().get(0);
        JsonNode document = document(text);
        return new Proof(
                document,
                complete,
                TargetOutput.orZero(target.warm()),
                TargetOutput.orZero(target.failed()) + TargetOutput.orZero(target.throttled()),
                TargetOutput.orZero(target.primeFailed()),
                document.at("/targets/0/served").asLong(),
                Verdict.proven(target),
                complete ? "" : Verdict.reason(target));
    }

    private static JsonNode document(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException(
                    "text: must be the output of a cycle. Parse it as a cycle's output first.", other);
        }
    }
}
