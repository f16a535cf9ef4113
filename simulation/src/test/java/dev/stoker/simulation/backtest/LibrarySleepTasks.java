// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static java.util.Objects.requireNonNull;

import dev.stoker.warmable.Host;
import dev.stoker.warmable.SleepTask;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

/** The library's own sleep tasks, on a clock that shows the instant of what happens. */
final class LibrarySleepTasks implements Environments.SleepTasks {
    private static final Map<String, String> VARIABLES = Map.of("AWS_LAMBDA_RUNTIME_API", "modelled");
    private static final PrintStream DISCARDED =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Clock clock;

    LibrarySleepTasks(Scene scene) {
        clock = new Clock(scene.load().initMillis(), scene.seed());
    }

    @Override
    public SleepTask create(long atMillis) {
        clock.now = atMillis;
        return new SleepTask(VARIABLES, DISCARDED, clock);
    }

    @Override
    public void userArrives(Environment one, long atMillis) {
        one.userArrived = at(one, atMillis).userArrives();
    }

    @Override
    public void userLeaves(Environment one, long atMillis) {
        at(one, atMillis).userLeaves(one.userArrived);
    }

    /** The sleep task of an environment, with the clock at an instant. */
    SleepTask at(Environment one, long atMillis) {
        clock.now = atMillis;
        return requireNonNull(one.sleepTask);
    }

    /** Both clocks of all environments. The monotonic one goes on while an environment is frozen. */
    private static final class Clock extends Host {
        private final long initMillis;
        private final Random random;
        private long now;

        Clock(long initMillis, long seed) {
            this.initMillis = initMillis;
            this.random = new Random(seed);
        }

        @Override
        public long epochMillis() {
            return now;
        }

        @Override
        public long nanos() {
            return now * NANOS_PER_MILLI;
        }

        /** Asked at the end of INIT only. */
        @Override
        public long processAgeMillis() {
            return initMillis;
        }

        @Override
        public byte[] randomBytes(int count) {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        }
    }
}
