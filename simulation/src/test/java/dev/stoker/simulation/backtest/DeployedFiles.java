// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.simulation.Cycle;
import dev.stoker.simulation.ServiceTrouble;
import dev.stoker.simulation.World;

/**
 * Stoker by its deployed files: the template and both state machines on the embedded AWS, one cycle at each tick. Only
 * the call of the function goes to {@link Environments} instead of the embedded Lambda.
 *
 * @param name the name of the way
 * @param concurrency the field {@code concurrency} of the input: a number or an object, as JSON
 */
record DeployedFiles(String name, String concurrency) implements Way {
    /** A fixed number learns nothing. */
    @Override
    public boolean learns() {
        return concurrency.startsWith("{");
    }

    @Override
    public Outcome play(Scene scene) {
        Ledger ledger = new Ledger(name, scene);
        LibrarySleepTasks sleepTasks = new LibrarySleepTasks(scene);
        Environments environments = new Environments(scene, ledger.tally(), sleepTasks);
        String input = "{\"function\":\"" + World.ORDERS + "\",\"concurrency\":" + concurrency + "}";
        try (World world = World.with(LambdaSettings.with(Faults.none(scene.seed())))
                .from(scene.series().startMillis())
                .taskFaults(ServiceTrouble.of(
                        "lambda:invoke",
                        time -> new SleepTaskCalls(time, environments, sleepTasks, scene.seed())::meet))
                .start()) {
            for (int i = 0; i < scene.intervals(); i++) {
                world.time().runUntil(scene.tick(i));
                environments.advance(scene.tick(i));
                Cycle cycle = world.cycle(input);
                ledger.keeps(i, kept(cycle));
                ledger.cycle(i, cycle.report());
            }
            world.time().runUntil(scene.endMillis());
        }
        environments.close(scene.endMillis());
        return ledger.outcome();
    }

    /** The number that is kept: that of the input, or the one it chose, of which a cycle that rests asks only for probes. */
    private static int kept(Cycle cycle) {
        if (!cycle.target().path("requested").isNumber()) {
            throw new IllegalStateException("a cycle without a number: " + cycle);
        }
        JsonNode demand = cycle.target().path("demand");
        return demand.has("rest") ? demand.path("chosen").asInt() : cycle.number("requested");
    }
}
