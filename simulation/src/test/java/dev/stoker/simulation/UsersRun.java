// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Users of a function for some hours, with or without cycles, always the same users at the same instants. */
final class UsersRun {
    private static final long HOUR_MILLIS = 3_600_000;

    /**
     * A single user every 2 s on average with 200 ms of work, and 30 at once every 9 to 11 minutes, which is longer
     * than the idle time.
     */
    private static final double ALONE_EVERY_MILLIS = 2_000;

    private static final int BURST = 30;
    private static final int WORK_MILLIS = 200;
    private static final int INIT_MILLIS = 2_000;

    private final String name;
    private final World world;
    private final List<Sent> users = new ArrayList<>();
    private int cycles;
    private int shortfalls;
    private long requested;
    private long proven;
    private long rounds;
    private long holdMillis;
    private int throttledSlots;

    private UsersRun(String name, World world) {
        this.name = name;
        this.world = world;
    }

    /**
     * Runs the users and cycles.
     *
     * @param faults a list as for {@code --faults}
     * @param reserved the reserved concurrency, or 0 for none
     * @param concurrency the requested concurrency of each cycle, or 0 for no cycles
     * @param limitReadable whether cycles can read the reserved concurrency
     */
    static UsersRun run(
            String name,
            String faults,
            int hours,
            int reserved,
            int concurrency,
            long lifetimeMillis,
            boolean limitReadable) {
        LambdaSettings lambda = LambdaSettings.with(Faults.parse(faults, 1)).lifetimeMillis(lifetimeMillis);
        World.Plan plan = World.with(lambda).init(InitModel.fixed(INIT_MILLIS));
        if (!limitReadable) {
            plan.taskFaults(ServiceTrouble.of(
                    ServiceTrouble.GET_CONCURRENCY, ServiceTrouble.refused("Lambda.AccessDeniedException")));
        }
        try (World world = plan.start()) {
            if (reserved > 0) {
                world.account().reserve(World.ORDERS, reserved);
            }
            UsersRun run = new UsersRun(name, world);
            run.live(hours, concurrency);
            return run;
        }
    }

    private void live(int hours, int concurrency) {
        long began = world.time().nowMillis();
        long end = began + hours * HOUR_MILLIS;
        sendUsers(began, end);
        String input = "{\"function\":\"orders\",\"concurrency\":" + concurrency + "}";
        for (long at = began; at < end; at += World.INTERVAL_MILLIS) {
            if (concurrency > 0) {
                count(world.cycle(input));
            }
            world.time().runUntil(at + World.INTERVAL_MILLIS);
        }
        world.time().runUntil(end + 60_000);
    }

    private void sendUsers(long began, long end) {
        Random random = new Random(7);
        for (double at = began; at < end; at += -Math.log(1 - random.nextDouble()) * ALONE_EVERY_MILLIS) {
            users.add(send((long) at));
        }
        for (long at = began + 300_000; at < end; at += 540_000 + random.nextInt(120_000)) {
            for (int i = 0; i < BURST; i++) {
                users.add(send(at));
            }
        }
    }

    private Sent send(long at) {
        return world.send(at, World.ORDERS, "{\"workMillis\":" + WORK_MILLIS + "}");
    }

    private void count(Cycle cycle) {
        cycles++;
        shortfalls += cycle.succeeded() ? 0 : 1;
        requested += cycle.number("requested");
        proven += cycle.warm();
        rounds += cycle.number("rounds");
        holdMillis += cycle.number("holdMillis");
        throttledSlots += cycle.number("throttled");
    }

    private long failed() {
        return users.stream()
                .filter(user -> !user.succeeded() && !user.throttled())
                .count();
    }

    long throttled() {
        return throttled(false);
    }

    int coldStarts() {
        return world.lives().userColdStarts(World.ORDERS);
    }

    /** The maximum number of environments at one instant. */
    int mostAlive() {
        return world.lives().mostAlive(World.ORDERS);
    }

    /** The maximum number of users with running requests at one instant. */
    int peak() {
        SortedMap<Long, Integer> changes = new TreeMap<>();
        for (Sent user : users) {
            changes.merge(user.sentAt, 1, Integer::sum);
            changes.merge(user.doneAt, -1, Integer::sum);
        }
        int underWay = 0;
        int most = 0;
        for (int change : changes.values()) {
            underWay += change;
            most = Math.max(most, underWay);
        }
        return most;
    }

    /**
     * Users who found no free environment while sleep tasks held environments, and waited for an INIT or were
     * throttled.
     */
    long displaced() {
        return world.lives().displaced(World.ORDERS) + throttled(true);
    }

    private long throttled(boolean whileHeld) {
        return users.stream()
                .filter(user -> user.throttled() && (user.meetsHeld || !whileHeld))
                .count();
    }

    private long percentile(int percent) {
        long[] millis = users.stream()
                .filter(Sent::succeeded)
                .mapToLong(Sent::millis)
                .sorted()
                .toArray();
        return millis[(int) ((millis.length - 1L) * percent / 100)];
    }

    /** The results of users. */
    String users() {
        return String.format(
                Locale.ROOT,
                "%-44s users %6d  throttled %4d  failed %3d  cold starts %5d  displaced %4d  p50 %4d ms  p99 %4d ms",
                name,
                users.size(),
                throttled(),
                failed(),
                coldStarts(),
                displaced(),
                percentile(50),
                percentile(99));
    }

    /** The results of cycles. */
    String cycles() {
        return String.format(
                Locale.ROOT,
                "%-44s cycles %4d  shortfalls %3d  proven %8.4f %% of requested  rounds %.3f  hold %.0f ms = %.3f %% of the"
                        + " interval  throttled slots %d",
                name,
                cycles,
                shortfalls,
                100.0 * proven / Math.max(1, requested),
                (double) rounds / Math.max(1, cycles),
                (double) holdMillis / Math.max(1, cycles),
                100.0 * holdMillis / Math.max(1, cycles) / World.INTERVAL_MILLIS,
                throttledSlots);
    }
}
