// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.calibrate.figures.WantedFigures;
import dev.stoker.cli.input.CycleLimits;
import dev.stoker.cli.output.Json;
import java.util.List;

/**
 * What a calibration is to do. Times are in milliseconds.
 *
 * @param function as people name it
 * @param stateMachine the ARN of keep-warm, which runs every cycle
 * @param concurrency environments to warm, 1 to {@link #MOST_CONCURRENCY}
 * @param waitsMillis how long environments are left idle, rising, one wait after the other
 * @param passes how often the waits are gone through, 1 or more
 * @param holdMillis of every round: long enough that all sleep tasks of a round overlap
 * @param oldestMillis environments that are older at the end of a wait are not in the curve, since Lambda also ends
 *     environments for their age
 * @param confidence of every statement, between 0 and 1
 * @param share of the environments that is to outlive the interval, between 0 and 1
 */
public record CalibrationPlan(
        String function,
        String stateMachine,
        long concurrency,
        List<Long> waitsMillis,
        int passes,
        long holdMillis,
        long oldestMillis,
        double confidence,
        double share) {
    /** Above this an output has no rows of environments, and without them environments cannot be recognized. */
    public static final long MOST_CONCURRENCY = CycleLimits.MOST_ROWS;

    /** Copies the waits. */
    public CalibrationPlan {
        waitsMillis = List.copyOf(waitsMillis);
    }

    /** The same plan at a state machine. */
    public CalibrationPlan at(String machine) {
        return new CalibrationPlan(
                function, machine, concurrency, waitsMillis, passes, holdMillis, oldestMillis, confidence, share);
    }

    /** How long it takes if no pass ends early, without the cycles themselves, which take seconds. */
    public long longestMillis() {
        return passes * waitsMillis.stream().mapToLong(Long::longValue).sum();
    }

    /** Cycles that it takes if no pass ends early and each round sees everybody: two that warm each pass, and one for each wait. */
    public long cycles() {
        return passes * (waitsMillis.size() + 2L);
    }

    /** What figures are wanted of it. */
    public WantedFigures wanted() {
        return new WantedFigures(waitsMillis, concurrency, oldestMillis, confidence, share, holdMillis);
    }

    /**
     * The input of one cycle: one round of exactly so many sleep tasks that hold for a given time. A given hold leaves what
     * cycles have learned as it is, and without a least number no execution fails, so that no alarm goes off.
     */
    public ObjectNode input(long slots) {
        ObjectNode input = Json.object();
        input.put("function", function);
        input.put("concurrency", slots);
        input.put("holdMillis", holdMillis);
        input.put("maxHoldMillis", holdMillis);
        input.put("maxRounds", 1);
        input.put("maxSpare", 0);
        input.put("minWarm", 0);
        return input;
    }
}
