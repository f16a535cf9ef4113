// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * 200 cycles of the deployed files in one situation, after 10 cycles to learn, compared with the oracle, which knows
 * the situation.
 */
final class GoalRun {
    static final int LEARNING = 10;
    static final int CYCLES = 200;

    /** The goals are for the first seed; -Dstoker.goals.seed tests them with others. */
    static final long SEED = Long.getLong("stoker.goals.seed", 1);

    /** A cycle is cheap again if it and the next four hold at most this factor of the cycles before the change. */
    private static final double CHEAP = 1.25;

    private static final int IN_A_ROW = 5;
    private static final int PROVEN_AGAIN_WITHIN = 2;
    private static final int CHEAP_AGAIN_WITHIN = 15;
    private static final double LEAST_PROVEN_PERCENT = 99.9;

    private final Situation situation;
    private final int n;
    private final List<CountedCycle> cycles = new ArrayList<>();
    private Delay dispatch = Delay.none();
    private int alive;

    private GoalRun(Situation situation, int n) {
        this.situation = situation;
        this.n = n;
    }

    /**
     * The result of one cycle. held is for each requested environment, milliseconds; cold is the number of cold starts.
     */
    private record CountedCycle(int warm, int rounds, double held, int cold) {}

    /** Runs the cycles. */
    static GoalRun run(Situation situation, int n) {
        GoalRun run = new GoalRun(situation, n);
        run.live();
        return run;
    }

    private void live() {
        Faults faults =
                Faults.none(SEED).withDispatch(random -> dispatch.draw(random)).withShard(situation.shard());
        String input = "{\"function\":\"orders\",\"concurrency\":" + n + ",\"maxHoldMillis\":"
                + Yardstick.MAX_HOLD_MILLIS + "}";
        try (World world = World.with(LambdaSettings.with(faults).accountConcurrency(2 * n + 100))
                .start()) {
            for (int cycle = -LEARNING; cycle < CYCLES; cycle++) {
                dispatch = situation.dispatch(cycle);
                count(world, input, cycle >= 0);
            }
        }
    }

    private void count(World world, String input, boolean counts) {
        long next = world.time().nowMillis() + World.INTERVAL_MILLIS;
        long heldBefore = world.report(World.ORDERS).bill().heldMillis();
        world.lives().mark(World.ORDERS);
        Cycle cycle = world.cycle(input);
        world.time().runUntil(next);
        if (counts) {
            long held = world.report(World.ORDERS).bill().heldMillis() - heldBefore;
            cycles.add(new CountedCycle(
                    cycle.warm(), cycle.number("rounds"), (double) held / n, cycle.number("coldStarts")));
            alive = Math.max(alive, world.lives().livedSince(World.ORDERS));
        }
    }

    private double coldStarts() {
        return cycles.stream().mapToInt(CountedCycle::cold).average().orElseThrow();
    }

    double provenPercent() {
        return cycles.stream()
                        .mapToInt(cycle -> Math.min(n, cycle.warm))
                        .average()
                        .orElseThrow()
                * 100
                / n;
    }

    private double rounds() {
        return cycles.stream().mapToInt(CountedCycle::rounds).average().orElseThrow();
    }

    /** The held time for each requested environment and cycle, milliseconds. */
    double held() {
        return cycles.stream().mapToDouble(CountedCycle::held).average().orElseThrow();
    }

    /** The number of cycles after the change until one proves N, in any number of rounds. */
    private int provenAgainAfter() {
        int at = Situation.CHANGES_AT;
        while (at < CYCLES && (cycles.get(at).warm < n)) {
            at++;
        }
        return at - Situation.CHANGES_AT;
    }

    /** The number of cycles after the change back until they are as cheap as before the first change. */
    private int cheapAgainAfter() {
        double before = mean(Situation.CHANGES_AT / 2, Situation.CHANGES_AT);
        int at = Situation.CHANGES_BACK_AT;
        while (at + IN_A_ROW < CYCLES && mean(at, at + IN_A_ROW) > CHEAP * before) {
            at++;
        }
        return at - Situation.CHANGES_BACK_AT;
    }

    private double mean(int from, int to) {
        return cycles.subList(from, to).stream()
                .mapToDouble(CountedCycle::held)
                .average()
                .orElseThrow();
    }

    /** The missed goals; empty if it meets all of them. */
    List<String> missed(Yardstick yardstick) {
        List<String> missed = new ArrayList<>();
        if (provenPercent() < LEAST_PROVEN_PERCENT) {
            missed.add("proven");
        }
        if (held() > yardstick.limit()) {
            missed.add("held");
        }
        if (alive > n + Yardstick.maxSpare(n)) {
            missed.add("alive");
        }
        if (situation.changes() && provenAgainAfter() > PROVEN_AGAIN_WITHIN) {
            missed.add("proven again");
        }
        if (situation.changes() && cheapAgainAfter() > CHEAP_AGAIN_WITHIN) {
            missed.add("cheap again");
        }
        return missed;
    }

    String line(Yardstick yardstick) {
        List<String> missed = missed(yardstick);
        String change = situation.changes()
                ? "  proven again after " + provenAgainAfter() + " cycles, cheap again after " + cheapAgainAfter()
                : "";
        return String.format(
                Locale.ROOT,
                "%-54s proven %7.3f %%  rounds %.2f  cold %.3f  held %7.1f ms  limit %7.1f ms  %s  alive %d  %s%s",
                situation.name(),
                provenPercent(),
                rounds(),
                coldStarts(),
                held(),
                yardstick.limit(),
                yardstick.against(held()),
                alive,
                missed.isEmpty() ? "meets all goals" : "misses: " + String.join(", ", missed),
                change);
    }
}
