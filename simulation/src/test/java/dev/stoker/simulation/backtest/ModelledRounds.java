// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.price.ExpressRuns;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/**
 * Rounds as the deployed files run them when nothing fails, without the files: one round at each tick, one sleep task
 * for each environment, held until the last arrival. For ways that only choose the number; a test compares them with the
 * deployed files.
 *
 * @param name the name of the way
 * @param rule creates the rule for a scene
 */
record ModelledRounds(String name, Function<Scene, StepRule> rule) implements Way {
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Outcome play(Scene scene) {
        Ledger ledger = new Ledger(name, scene);
        Environments environments = new Environments(scene, ledger.tally(), null);
        StepRule choose = rule.apply(scene);
        Random random = new Random(scene.seed());
        for (int i = 0; i < scene.intervals(); i++) {
            environments.advance(scene.tick(i));
            int number = choose.choose(i, ledger.tally());
            ledger.keeps(i, number);
            if (number > 0) {
                ObjectNode output = round(environments, scene.tick(i), number, random);
                ledger.cycle(i, output);
            }
        }
        environments.close(scene.endMillis());
        return ledger.outcome();
    }

    private static ObjectNode round(Environments environments, long tick, int number, Random random) {
        long[] arrivals = new long[number];
        Arrays.setAll(arrivals, slot -> tick + Dispatch.millis(random));
        Arrays.sort(arrivals);
        long holdUntil = arrivals[number - 1];
        long held = 0;
        int cold = 0;
        for (long arrival : arrivals) {
            Environment one = environments.warmArrives(arrival);
            boolean isNew = one.readyAt > arrival;
            long from = Math.max(arrival, one.readyAt);
            long until = isNew ? from : Math.max(from, holdUntil);
            environments.hold(one, until);
            held += until - from;
            cold += isNew ? 1 : 0;
        }
        ObjectNode output = JSON.createObjectNode();
        ObjectNode target = output.putArray("targets").addObject();
        target.put("requested", number).put("slots", number).put("sleepTasks", number);
        target.put("rounds", 1).put("executions", 1 + ExpressRuns.fanOuts(number));
        target.put("openedAt", tick).put("holdUntil", holdUntil);
        target.put("heldMillis", held).put("coldStarts", cold);
        return output;
    }
}
