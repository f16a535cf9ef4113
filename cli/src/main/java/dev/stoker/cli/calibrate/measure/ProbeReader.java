// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.calibrate.figures.Probe;
import dev.stoker.cli.calibrate.figures.Probe.Seen;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.OneLine;
import dev.stoker.cli.price.CycleCost;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.run.outcome.Execution;
import dev.stoker.cli.run.outcome.ExecutionTrouble;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a probe from an execution, and rejects an execution that cannot be used. */
final class ProbeReader {
    private final Optional<FunctionSize> size;

    /** @param size of the function, for the cost; empty where it is not known */
    ProbeReader(Optional<FunctionSize> size) {
        this.size = size;
    }

    /**
     * The probe.
     *
     * @param slots requested sleep tasks
     * @param answeredAt now, in milliseconds since the epoch
     * @throws Failure if the execution failed, if users need the concurrency, or if the function's answers name no
     *     environment
     */
    Probe read(Execution execution, int pass, long waitMillis, long slots, long answeredAt) {
        if (!execution.status().equals("SUCCEEDED")) {
            throw ExecutionTrouble.explain(execution);
        }
        JsonNode output = document(execution.output());
        JsonNode target = output.path("targets").path(0);
        if (!target.path("openedAt").isNumber() && !target.path("reason").isTextual()) {
            throw ExecutionTrouble.notACycle(ExitCode.FAILED);
        }
        refuseThrottles(target, slots);
        refuseUnproven(target);
        return new Probe(
                pass,
                waitMillis,
                target.path("slots").asLong(slots),
                target.path("openedAt").asLong(),
                answeredAt,
                target.path("failed").asLong(),
                seen(target.path("environments")),
                cost(output, execution.region()));
    }

    private static JsonNode document(String text) {
        try {
            return Json.read(text);
        } catch (JsonProcessingException other) {
            throw ExecutionTrouble.notACycle(ExitCode.FAILED).causedBy(other);
        }
    }

    /** Stops at the first throttle: another cycle would take concurrency from users. */
    private static void refuseThrottles(JsonNode target, long slots) {
        long throttled = target.path("throttled").asLong();
        long sent = target.path("slots").asLong(slots);
        if (throttled > 0 || sent < slots) {
            String why = throttled > 0
                    ? Count.of(throttled, "sleep task") + (throttled == 1 ? " was" : " were") + " throttled"
                    : "only " + Count.plain(sent) + " of " + Count.of(slots, "sleep task") + " could be sent";
            throw new Failure(
                    ExitCode.FAILED,
                    "Stoker.Throttled",
                    "The calibration stopped, since users need the concurrency: " + why + ". "
                            + OneLine.sentence(target.path("reason").asText())
                            + " Calibrate with a smaller --concurrency, or when fewer users come.");
        }
    }

    private static void refuseUnproven(JsonNode target) {
        long warm = target.path("warm").asLong();
        long unproven = target.path("unproven").asLong();
        if (warm == 0) {
            String reason = OneLine.sentence(target.path("reason").asText());
            throw new Failure(
                    ExitCode.FAILED,
                    unproven > 0 ? "Stoker.Unproven" : "Stoker.NoAnswer",
                    (unproven > 0
                                    ? "The function's answers do not identify its environments. Add Stoker's library to"
                                            + " it, see docs/layer.md."
                                    : "No sleep task was answered.")
                            + (reason.isEmpty() ? "" : " " + reason));
        }
    }

    /** Reads the environments in an output, or in a state file, which has the same format. */
    static List<Seen> seen(JsonNode rows) {
        List<Seen> seen = new ArrayList<>();
        for (JsonNode row : rows) {
            JsonNode init = row.path("initMillis");
            seen.add(new Seen(
                    row.path("id").asText(),
                    row.path("coldStart").asBoolean(),
                    row.path("initializedAt").asLong(),
                    init.isNumber() ? OptionalLong.of(init.asLong()) : OptionalLong.empty(),
                    row.path("arrivedAt").asLong(),
                    row.path("releasedAt").asLong(),
                    row.path("served").asLong()));
        }
        return seen;
    }

    private Optional<BigDecimal> cost(JsonNode output, String region) {
        PriceList prices = PriceFile.carried();
        return CycleCost.compute(
                        output,
                        function -> size,
                        prices.find(region).orElseGet(() -> prices.of(PriceList.DEFAULT_REGION)))
                .map(CycleCost::usd);
    }
}
