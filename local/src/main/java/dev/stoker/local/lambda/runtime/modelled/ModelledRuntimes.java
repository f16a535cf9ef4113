// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import dev.stoker.local.lambda.runtime.FunctionRuntime;
import dev.stoker.local.lambda.runtime.RuntimeEvents;
import dev.stoker.local.lambda.runtime.RuntimeSpec;
import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.time.Timeline;
import java.util.Random;

/** Runtimes that follow a model: the sleep task's part in all detail, the user's part by {@link UserModel}. */
public final class ModelledRuntimes implements Runtimes {
    private final Timeline timeline;
    private final InitModel init;
    private final UserModel user;
    private final Random random;

    /**
     * Runtimes on a timeline.
     *
     * @param seed of the environments' ids and of what the models draw
     */
    public ModelledRuntimes(Timeline timeline, InitModel init, UserModel user, long seed) {
        this.timeline = timeline;
        this.init = init;
        this.user = user;
        this.random = new Random(seed);
    }

    @Override
    public FunctionRuntime start(RuntimeSpec spec, RuntimeEvents events) {
        long initMillis = init.millis(random);
        ModelledEnvironment environment =
                new ModelledEnvironment(environmentId(), timeline.nowMillis() + initMillis, initMillis, spec);
        ModelledRuntime runtime = new ModelledRuntime(timeline, environment, user, events);
        events.spawned();
        runtime.initialize(initMillis);
        return runtime;
    }

    private String environmentId() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        StringBuilder id = new StringBuilder();
        while (id.length() < 12) {
            id.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return id.toString();
    }

    @Override
    public void close() {
        // nothing outside the timeline
    }
}
