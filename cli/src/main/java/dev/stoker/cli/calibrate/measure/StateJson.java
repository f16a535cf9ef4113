// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.calibrate.figures.Probe;
import dev.stoker.cli.calibrate.figures.Probe.Seen;
import dev.stoker.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A calibration's state as JSON, there and back. */
final class StateJson {
    private static final int VERSION = 1;

    private StateJson() {}

    static ObjectNode write(CalibrationState state) {
        ObjectNode document = Json.object();
        ObjectNode calibration = document.putObject("stokerCalibration");
        calibration.put("version", VERSION);
        calibration.put("probing", state.probing());
        write(state.plan(), calibration.putObject("plan"));
        ArrayNode probes = calibration.putArray("probes");
        state.probes().forEach(probe -> write(probe, probes.addObject()));
        return document;
    }

    private static void write(CalibrationPlan plan, ObjectNode fields) {
        fields.put("function", plan.function());
        fields.put("stateMachine", plan.stateMachine());
        fields.put("concurrency", plan.concurrency());
        ArrayNode waits = fields.putArray("waitsMillis");
        plan.waitsMillis().forEach(waits::add);
        fields.put("passes", plan.passes());
        fields.put("holdMillis", plan.holdMillis());
        fields.put("oldestMillis", plan.oldestMillis());
        fields.put("confidence", plan.confidence());
        fields.put("share", plan.share());
    }

    private static void write(Probe probe, ObjectNode fields) {
        fields.put("pass", probe.pass());
        fields.put("waitMillis", probe.waitMillis());
        fields.put("slots", probe.slots());
        fields.put("openedAt", probe.openedAt());
        fields.put("answeredAt", probe.answeredAt());
        fields.put("failed", probe.failed());
        probe.usd().ifPresent(usd -> fields.put("usd", usd));
        ArrayNode rows = fields.putArray("environments");
        for (Seen seen : probe.seen()) {
            ObjectNode row = rows.addObject();
            row.put("id", seen.id());
            row.put("coldStart", seen.coldStart());
            row.put("initializedAt", seen.initializedAt());
            seen.initMillis().ifPresent(millis -> row.put("initMillis", millis));
            row.put("arrivedAt", seen.arrivedAt());
            row.put("releasedAt", seen.releasedAt());
            row.put("served", seen.served());
        }
    }

    /** The state in a document; empty if it is none of this version, or what it says cannot be. */
    static Optional<CalibrationState> read(JsonNode document) {
        JsonNode calibration = document.path("stokerCalibration");
        if (calibration.path("version").asInt() != VERSION) {
            return Optional.empty();
        }
        CalibrationPlan plan = plan(calibration.path("plan"));
        List<Probe> probes = new ArrayList<>();
        calibration.path("probes").forEach(fields -> probes.add(probe(fields)));
        boolean sound = !plan.function().isEmpty()
                && plan.concurrency() >= 1
                && plan.concurrency() <= CalibrationPlan.MOST_CONCURRENCY
                && plan.passes() >= 1
                && plan.holdMillis() >= 1
                && isBetween(plan.confidence())
                && isBetween(plan.share())
                && areRising(plan.waitsMillis())
                && probes.stream()
                        .allMatch(probe ->
                                !probe.isMeasuring() || plan.waitsMillis().contains(probe.waitMillis()));
        return sound
                ? Optional.of(new CalibrationState(
                        plan, probes, calibration.path("probing").asBoolean()))
                : Optional.empty();
    }

    private static boolean isBetween(double share) {
        return share > 0 && share < 1;
    }

    private static boolean areRising(List<Long> waits) {
        long before = 0;
        for (long wait : waits) {
            if (wait <= before) {
                return false;
            }
            before = wait;
        }
        return !waits.isEmpty();
    }

    private static CalibrationPlan plan(JsonNode fields) {
        List<Long> waits = new ArrayList<>();
        fields.path("waitsMillis").forEach(wait -> waits.add(wait.asLong()));
        return new CalibrationPlan(
                fields.path("function").asText(),
                fields.path("stateMachine").asText(),
                fields.path("concurrency").asLong(),
                waits,
                fields.path("passes").asInt(),
                fields.path("holdMillis").asLong(),
                fields.path("oldestMillis").asLong(),
                fields.path("confidence").asDouble(),
                fields.path("share").asDouble());
    }

    private static Probe probe(JsonNode fields) {
        JsonNode usd = fields.path("usd");
        return new Probe(
                fields.path("pass").asInt(),
                fields.path("waitMillis").asLong(),
                fields.path("slots").asLong(),
                fields.path("openedAt").asLong(),
                fields.path("answeredAt").asLong(),
                fields.path("failed").asLong(),
                ProbeReader.seen(fields.path("environments")),
                usd.isNumber() ? Optional.of(usd.decimalValue()) : Optional.empty());
    }
}
