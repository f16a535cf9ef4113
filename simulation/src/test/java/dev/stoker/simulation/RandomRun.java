// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import dev.stoker.local.lambda.runtime.modelled.ModelledRuntimes.InitModel;
import dev.stoker.local.states.run.ExecutionObserver;
import dev.stoker.local.states.run.ExecutionObserver.ExecutionResult;
import dev.stoker.local.states.tasks.TaskService.TaskFaults;
import dev.stoker.local.time.VirtualTimeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Cycles in a world whose Lambda settings, faults, users and inputs come from one seed. */
final class RandomRun {
    private static final int CYCLES = 3;
    private static final long USERS_LAST_MILLIS = 120_000;
    private static final double FAULT = 0.3;

    private final long seed;
    private final Random random;
    private final Faults faults;
    private final LambdaSettings lambda;
    private final long initMillis;
    private final @Nullable Integer reserved;
    private final double serviceTrouble;
    private final boolean twice;
    private final boolean users;
    private final int n;
    private final int maxHoldMillis;
    private final int maxRounds;
    private final int timeoutSeconds;

    RandomRun(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.faults = new Faults(
                dispatch(),
                shard(seed),
                perhaps(2000),
                perhapsChance(),
                perhapsChance(),
                perhapsChance(),
                perhapsChance(),
                perhapsChance(),
                perhapsChance(),
                perhaps(2000) - perhaps(1000),
                seed);
        this.lambda = LambdaSettings.with(faults)
                .accountConcurrency(random.nextInt(4) == 0 ? 120 : 1000)
                .idleMillis(200_000 + random.nextInt(300_000))
                .lifetimeMillis(random.nextBoolean() ? 0 : 600_000)
                .freeChoice(List.of(FreeChoice.values()).get(random.nextInt(FreeChoice.values().length)))
                .handOver(random.nextBoolean());
        this.initMillis = random.nextInt(20) == 0 ? 12_000 : random.nextInt(2_500);
        this.reserved = random.nextInt(3) == 0
                ? Integer.valueOf(random.nextInt(Math.min(80, lambda.accountConcurrency() - 100)))
                : null;
        this.serviceTrouble = random.nextInt(3) == 0 ? 0.3 * random.nextDouble() : 0;
        this.twice = random.nextInt(5) == 0;
        this.users = random.nextBoolean();
        this.n = 1 + random.nextInt(random.nextInt(8) == 0 ? 100 : 20);
        this.maxHoldMillis = 1 + random.nextInt(3000);
        this.maxRounds = 1 + random.nextInt(5);
        this.timeoutSeconds = 1 + random.nextInt(60);
    }

    /** From a separate random generator, so that the other faults of a seed stay the same. */
    private static Delay shard(long seed) {
        Random own = new Random(31 * seed);
        return own.nextInt(3) == 0 ? new Delay.LogNormal(1 + own.nextInt(100), own.nextDouble()) : Delay.none();
    }

    private Delay dispatch() {
        return switch (random.nextInt(4)) {
            case 0 -> Delay.none();
            case 1 -> new Delay.Uniform(random.nextInt(2000));
            case 2 -> new Delay.LogNormal(1 + random.nextInt(200), random.nextDouble());
            default -> new Delay.Fixed(random.nextInt(500));
        };
    }

    private long perhaps(int most) {
        return random.nextDouble() < FAULT ? random.nextInt(most) : 0;
    }

    private double perhapsChance() {
        return random.nextDouble() < FAULT ? 0.2 * random.nextDouble() : 0;
    }

    void run() {
        run(ExecutionObserver.NONE);
    }

    void run(ExecutionObserver observer) {
        try (World world = World.with(lambda)
                .init(InitModel.fixed(initMillis))
                .watchedBy(observer)
                .taskFaults(this::trouble)
                .start()) {
            if (reserved != null) {
                world.account().reserve(World.ORDERS, reserved);
            }
            for (int i = 0; i < CYCLES; i++) {
                List<Sent> sent = users ? users(world) : List.of();
                world.lives().mark(World.ORDERS);
                long next = world.time().nowMillis() + World.INTERVAL_MILLIS;
                CompletableFuture<ExecutionResult> first = world.start(input());
                CompletableFuture<ExecutionResult> second = twice ? world.start(input()) : first;
                check(world, world.await(first));
                check(world, world.await(second));
                world.time().runUntil(next);
                sent.forEach(this::check);
            }
        }
    }

    private String input() {
        return "{\"function\":\"orders\",\"concurrency\":" + n + ",\"maxHoldMillis\":" + maxHoldMillis
                + ",\"maxRounds\":" + maxRounds + ",\"timeoutSeconds\":" + timeoutSeconds + "}";
    }

    /**
     * Faults of SSM, of Lambda's control plane and of nested executions: calls that fail, are late, or are never
     * answered.
     */
    private TaskFaults trouble(VirtualTimeline time) {
        Random chance = new Random(~seed);
        return ServiceTrouble.of("aws-sdk:", timeline -> (call, service, reply) -> {
                    if (chance.nextDouble() >= serviceTrouble) {
                        service.start(call, reply);
                        return;
                    }
                    switch (chance.nextInt(3)) {
                        case 0 -> reply.fail("Aws.ThrottlingException", "the test refuses it");
                        case 1 -> timeline.after(chance.nextInt(3_000), () -> service.start(call, reply));
                        default -> {
                            // never answers
                        }
                    }
                })
                .apply(time);
    }

    private List<Sent> users(World world) {
        List<Sent> sent = new ArrayList<>();
        long now = world.time().nowMillis();
        for (long at = 0; at < USERS_LAST_MILLIS; at += 1 + random.nextInt(3_000)) {
            sent.add(world.send(now + at, World.ORDERS, "{\"workMillis\":" + random.nextInt(800) + "}"));
        }
        return sent;
    }

    private void check(World world, Cycle cycle) {
        Promises.of(cycle)
                .ended(maxRounds, maxHoldMillis)
                .counted()
                .warmIsAtMost(world.lives().livedSince(World.ORDERS))
                .leavesUsersTheirShare(reserved);
    }

    /** A user's request fails only because of an injected fault or a throttle. */
    private void check(Sent user) {
        assertThat(user.outcome).as("%s is answered", user).isNotNull();
        boolean injected = faults.initFail() + faults.serviceError() + faults.handlerError() + faults.crash() > 0
                || initMillis + faults.initMillis() > 10_000;
        boolean scarce = faults.throttle() > 0 || reserved != null || lambda.accountConcurrency() < 2 * n + 100;
        assertThat(user.succeeded() || injected || (scarce && user.throttled()))
                .as("%s succeeds", user)
                .isTrue();
    }

    @Override
    public String toString() {
        return "--faults " + faults + " with " + lambda + ", init " + initMillis + ", reserved " + reserved
                + ", services fail " + serviceTrouble + ", twice " + twice + ", users " + users + ", input " + input();
    }
}
