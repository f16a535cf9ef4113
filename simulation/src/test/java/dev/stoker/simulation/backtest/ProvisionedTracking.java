// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoublePredicate;

/**
 * Provisioned concurrency with Application Auto Scaling's target tracking, as far as AWS documents it. One datapoint
 * of the utilization a minute. Three in a row above the target scale out, in proportion; fifteen in a row below nine
 * tenths of it scale in. There is no cooldown. Sources: Lambda developer guide, "Configuring provisioned concurrency
 * for a function" (alarms of 3 and 15 minutes, their statistic is the average, scaling in by smaller steps, up to 6,000
 * environments a minute); API reference of Application Auto Scaling, TargetTrackingScalingPolicyConfiguration (the
 * default cooldown of Lambda is 0); George Mao, "Understanding Lambda Provisioned Concurrency AutoScaling" (the
 * datapoints). All read 2026-11.
 *
 * <p>Not documented, so assumed: a new environment is ready after two minutes; scaling in goes towards the highest of
 * the fifteen datapoints, by at most a tenth a minute.
 *
 * @param name the name of the way
 * @param byPeak whether a datapoint is the maximum of its minute, as people set who have bursts, and not the average
 */
record ProvisionedTracking(String name, boolean byPeak) implements Way {
    private static final double TARGET = 0.7;
    private static final double LOW = 0.9 * TARGET;
    private static final int HIGH_POINTS = 3;
    private static final int LOW_POINTS = 15;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long READY_AFTER_MILLIS = 2 * MINUTE_MILLIS;
    private static final int LEAST = 1;
    private static final double LARGEST_STEP_DOWN = 0.1;

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Outcome play(Scene scene) {
        Ledger ledger = new Ledger(name, scene);
        Environments environments = new Environments(scene, ledger.tally(), null);
        Scaling scaling = new Scaling();
        environments.provision(scene.series().startMillis(), LEAST);
        for (long now = scene.series().startMillis() + MINUTE_MILLIS; now <= scene.endMillis(); now += MINUTE_MILLIS) {
            environments.advance(now);
            Tally.Use use = ledger.tally().takeProvisionedUse(now, MINUTE_MILLIS);
            int before = scaling.allocated;
            scaling.minute(now, byPeak ? use.peak() : use.mean());
            if (scaling.allocated != before) {
                environments.provision(now, scaling.allocated);
            }
        }
        environments.close(scene.endMillis());
        return ledger.outcome();
    }

    /** The two alarms and what they set off. */
    static final class Scaling {
        private final Deque<Double> points = new ArrayDeque<>();
        private final Deque<Request> requests = new ArrayDeque<>();
        int allocated = LEAST;

        /** The end of a minute in which so many provisioned environments were in use. */
        void minute(long now, double inUse) {
            while (!requests.isEmpty() && requests.peekFirst().readyAt() <= now) {
                allocated = Math.max(allocated, requests.removeFirst().wanted());
            }
            points.addLast(inUse / allocated);
            if (points.size() > LOW_POINTS) {
                points.removeFirst();
            }
            if (last(HIGH_POINTS, point -> point > TARGET)) {
                scaleOut(now, (int) Math.ceil(allocated * points.getLast() / TARGET));
            } else if (requests.isEmpty() && last(LOW_POINTS, point -> point < LOW)) {
                scaleIn();
            }
        }

        private boolean last(int count, DoublePredicate rule) {
            return points.size() >= count
                    && points.stream().skip(points.size() - count).allMatch(rule::test);
        }

        private void scaleOut(long now, int wanted) {
            int underWay = requests.isEmpty() ? allocated : requests.peekLast().wanted();
            if (wanted > underWay) {
                requests.addLast(new Request(now + READY_AFTER_MILLIS, wanted));
            }
        }

        private void scaleIn() {
            double highest = points.stream().mapToDouble(point -> point).max().orElse(0);
            int wanted = (int) Math.ceil(allocated * highest / TARGET);
            int step = (int) Math.max(1, Math.floor(allocated * LARGEST_STEP_DOWN));
            allocated = Math.max(Math.max(LEAST, wanted), allocated - step);
        }

        /** Environments that are being made. */
        private record Request(long readyAt, int wanted) {}
    }
}
