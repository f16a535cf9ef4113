// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.aws.FunctionName;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.run.CycleInput;
import java.time.Duration;
import java.util.Optional;

/**
 * What is to be done.
 *
 * @param alias the function with the alias that users call
 * @param to the version's number; empty to publish $LATEST
 * @param concurrency N, 1 to 10,000
 * @param canary the first part; empty to move the alias at once
 * @param maxErrors the most errors of the new version in the canary, 0 or more
 * @param target the other fields of the target: prime, payload, protocol and so on
 * @param metricsDelay how long after an invocation its metrics may come
 */
record PromotionPlan(
        FunctionName alias,
        Optional<String> to,
        long concurrency,
        Optional<Canary> canary,
        long maxErrors,
        ObjectNode target,
        Duration metricsDelay) {
    /** The name of the function with this version. */
    FunctionName version(String number) {
        return new FunctionName(alias.unqualified(), alias.place(), Optional.of(number));
    }

    /**
     * The input of a cycle that proves N. It asks for one environment more: the check of the moved alias takes one for a
     * moment, and users must not miss it.
     */
    CycleInput proof(String version) {
        return input(version, Math.min(CycleLimits.MOST_ENVIRONMENTS, concurrency + 1), concurrency);
    }

    /**
     * The input of a cycle during the canary. It leaves as many environments alone as the share of the users needs, so that
     * no user finds all of them held.
     */
    CycleInput keepWarm(String version, Canary canary) {
        long idle = Math.max(1, concurrency - canary.share(concurrency));
        return input(version, idle, idle);
    }

    private CycleInput input(String version, long slots, long minWarm) {
        ObjectNode fields = target.deepCopy();
        fields.put("function", version(version).text());
        fields.put("concurrency", slots);
        fields.put("minWarm", minWarm);
        return new CycleInput(fields.toString(), fields);
    }

    /** Whether the function answers Stoker's own warm event, so that a single one is no user's event for it. */
    boolean knowsWarmEvents() {
        return target.path("protocol").asText("stoker").equals("stoker")
                && target.path("proof").asText("environment").equals("environment");
    }

    /** What is merged after the warm event. */
    JsonNode payload() {
        return target.path("payload").isObject() ? target.path("payload") : Json.object();
    }

    /** The timeout of one warm event, cold start included; the state machine's default is 60 s. */
    Duration timeout() {
        return Duration.ofSeconds(target.path("timeoutSeconds").asLong(60));
    }
}
