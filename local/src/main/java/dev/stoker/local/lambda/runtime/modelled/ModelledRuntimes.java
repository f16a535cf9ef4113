// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.runtime.modelled;

import dev.stoker.local.lambda.runtime.Runtimes;
import dev.stoker.local.lambda.runtime.Runtimes.FunctionRuntime;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeEvents;
import dev.stoker.local.lambda.runtime.Runtimes.RuntimeSpec;
import dev.stoker.local.time.Timeline;
import java.util.Random;

/** Runtimes of functions with Stoker's library: its sleep task on virtual time, and a {@link UserModel} behind it. */
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
        ModelledHost host = new ModelledHost(timeline, spec.clockOffset(), random.nextLong());
        ModelledRuntime runtime = new ModelledRuntime(timeline, host, user, events);
        events.spawned();
        runtime.initialize(init.millis(random), spec.variables());
        return runtime;
    }

    @Override
    public void close() {
        // nothing outside the timeline
    }
}
