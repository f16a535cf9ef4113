// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaObserver.InvokeOutcome;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cycles with one distribution of dispatch delays, compared with a fixed sleep of 100 ms in another function, in the
 * same world and at the same instants.
 */
final class HoldRun {
    static final int N = 100;
    static final int LEARNING = 5;
    static final int CYCLES = 50;

    private static final String FIXED = "fixed";
    private static final long FIXED_MILLIS = 100;
    private static final long FAR_AHEAD_MILLIS = 3_600_000;
    private static final long SEED = 1;

    private final String name;
    private final World world;
    private long requested;
    private long proven;
    private long fixedProven;
    private long rounds;
    private double waited;
    private double worstOverGoal = Double.NEGATIVE_INFINITY;
    private long held;
    private long fixedHeld;

    private HoldRun(String name, World world) {
        this.name = name;
        this.world = world;
    }

    /** Runs the cycles. */
    static HoldRun run(String name, Delay dispatch) {
        LambdaSettings lambda = LambdaSettings.with(Faults.none(SEED).withDispatch(dispatch));
        try (World world = World.with(lambda).functions(World.ORDERS, FIXED).start()) {
            HoldRun run = new HoldRun(name, world);
            for (int cycle = 0; cycle < LEARNING + CYCLES; cycle++) {
                run.cycle(cycle >= LEARNING);
            }
            return run;
        }
    }

    private void cycle(boolean counted) {
        long began = world.time().nowMillis();
        long heldBefore = heldOf(World.ORDERS);
        long fixedBefore = heldOf(FIXED);
        List<Sent> fixed = new ArrayList<>();
        for (int i = 0; i < N; i++) {
            fixed.add(world.send(began, FIXED, fixedSleep(began)));
        }
        Cycle cycle =
                world.cycle("{\"function\":\"" + World.ORDERS + "\",\"concurrency\":" + N + ",\"maxHoldMillis\":3000}");
        world.time().runUntil(began + World.INTERVAL_MILLIS);
        if (counted) {
            requested += N;
            proven += Math.min(N, cycle.warm());
            rounds += cycle.number("rounds");
            fixedProven += distinct(fixed);
            double wait = meanWait(cycle.target());
            long cycleHeld = heldOf(World.ORDERS) - heldBefore;
            waited += wait;
            held += cycleHeld;
            fixedHeld += heldOf(FIXED) - fixedBefore;
            worstOverGoal = Math.max(worstOverGoal, (double) cycleHeld / N - goal(wait));
        }
    }

    private long heldOf(String function) {
        return world.report(function).bill().heldMillis();
    }

    private static String fixedSleep(long now) {
        return "{\"stoker\":{\"version\":1,\"holdUntil\":" + (now + FAR_AHEAD_MILLIS) + ",\"holdMillis\":"
                + FIXED_MILLIS + ",\"round\":1,\"slot\":0}}";
    }

    private static long distinct(List<Sent> answers) {
        Set<String> ids = new HashSet<>();
        for (Sent sent : answers) {
            InvokeOutcome.Answered answered = (InvokeOutcome.Answered) requireNonNull(sent.outcome);
            ids.add(Cycle.json(answered.payload().text())
                    .at("/stoker/environmentId")
                    .asText());
        }
        return ids.size();
    }

    /** The mean of (latest arrival - arrival), the minimum for a rendezvous. */
    private static double meanWait(JsonNode target) {
        long latest = Long.MIN_VALUE;
        long sum = 0;
        int rows = 0;
        for (JsonNode row : target.path("environments")) {
            latest = Math.max(latest, row.path("arrivedAt").asLong());
            sum += row.path("arrivedAt").asLong();
            rows++;
        }
        return latest - (double) sum / rows;
    }

    private static double goal(double wait) {
        return 1.5 * wait + 15;
    }

    /** The proven share of the requested environments, in percent. */
    double provenPercent() {
        return 100.0 * proven / requested;
    }

    double fixedProvenPercent() {
        return 100.0 * fixedProven / requested;
    }

    /** The held time for each environment and cycle, milliseconds. */
    double held() {
        return (double) held / requested;
    }

    /** The maximum held time: 1.5 times the mean wait, plus 15 ms. */
    double goal() {
        return goal(waited / CYCLES);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-28s proven %7.3f %%  rounds %.2f  held %7.1f ms  goal %7.1f ms  worst cycle %+7.1f ms | fixed %d ms:"
                        + " proven %7.3f %%  held %7.1f ms",
                name,
                provenPercent(),
                (double) rounds / CYCLES,
                held(),
                goal(),
                worstOverGoal,
                FIXED_MILLIS,
                fixedProvenPercent(),
                (double) fixedHeld / requested);
    }
}
