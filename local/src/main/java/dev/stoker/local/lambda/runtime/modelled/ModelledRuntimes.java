// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.Payload;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import dev.stoker.local.time.Timeline;
import java.util.Random;

/**
 * Runtimes of functions with Stoker's library: its sleep task on virtual time, and a {@link UserModel} for users'
 * events.
 */
public final class ModelledRuntimes implements Runtimes {
    private final Timeline timeline;
    private final InitModel init;
    private final UserModel user;
    private final Random random;

    /**
     * Creates runtimes on a timeline.
     *
     * @param seed the seed of the environments' IDs and of the models
     */
    public ModelledRuntimes(Timeline timeline, InitModel init, UserModel user, long seed) {
        this.timeline = timeline;
        this.init = init;
        this.user = user;
        this.random = new Random(seed);
    }

    /**
     * The kind of these runtimes.
     *
     * @param seed the seed of the environments' IDs and of the models
     */
    public static Kind kind(InitModel init, UserModel user, long seed) {
        return timeline -> new ModelledRuntimes(timeline, init, user, seed);
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
        ModelledHost host = new ModelledHost(timeline, spec.clockOffset(), random.nextLong());
        ModelledRuntime runtime = new ModelledRuntime(timeline, host, user, events);
        events.spawned();
        runtime.initialize(init.millis(random), spec.variables());
        return runtime;
    }

    @Override
    public void close() {
        // there is nothing outside the timeline
    }

    /** How long INIT takes. */
    @FunctionalInterface
    public interface InitModel {
        /** One draw, in milliseconds, 0 or more. */
        long millis(Random random);

        /** Always the same. */
        static InitModel fixed(long millis) {
            return random -> millis;
        }
    }

    /** The behavior of a function for users' events. */
    @FunctionalInterface
    public interface UserModel {
        /** Works for the event's {@code workMillis}, 0 if it has none, and answers {@code {}}. */
        UserModel SAMPLE =
                event -> new Work(Math.max(0, event.path("workMillis").asLong(0)), Payload.of("{}"));

        /** The work for one event. */
        Work serve(JsonNode event);

        /**
         * The work of an invocation.
         *
         * @param millis its duration, 0 or more
         * @param answer the answer
         */
        record Work(long millis, Payload answer) {}
    }
}
