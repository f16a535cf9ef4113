// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.price.ExpressRuns;
import dev.stoker.warmable.Visit;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/**
 * Rounds as the deployed files run them when nothing fails, without the files: one round at each tick and one of the
 * library's sleep tasks for each environment. The instant of a round is the last arrival, which the deployed files can
 * only estimate. For ways that only choose the number; a test compares them with the deployed files.
 *
 * @param name the name of the way
 * @param rule creates the rule for a scene
 */
record ModelledRounds(String name, Function<Scene, StepRule> rule) implements Way {
    private static final JsonMapper JSON = new JsonMapper();

    /** More than any hold needs here, as arrivals differ by 100 ms. */
    private static final long MOST_HOLD_MILLIS = 1_000;

    /** Longer than any hold. */
    private static final long REMAINING_MILLIS = 30_000;

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public Outcome play(Scene scene) {
        Ledger ledger = new Ledger(name, scene);
        LibrarySleepTasks sleepTasks = new LibrarySleepTasks(scene);
        Environments environments = new Environments(scene, ledger.tally(), sleepTasks);
        StepRule choose = rule.apply(scene);
        Random random = new Random(scene.seed());
        for (int i = 0; i < scene.intervals(); i++) {
            environments.advance(scene.tick(i));
            int number = choose.choose(i, ledger.tally());
            ledger.keeps(i, number);
            if (number > 0) {
                ObjectNode output = round(environments, sleepTasks, scene.tick(i), number, random);
                ledger.cycle(i, output);
            }
        }
        environments.close(scene.endMillis());
        return ledger.outcome();
    }

    private static ObjectNode round(
            Environments environments, LibrarySleepTasks sleepTasks, long tick, int number, Random random) {
        long[] arrivals = new long[number];
        Arrays.setAll(arrivals, slot -> tick + Dispatch.millis(random));
        Arrays.sort(arrivals);
        long holdUntil = arrivals[number - 1];
        long held = 0;
        int cold = 0;
        for (long arrival : arrivals) {
            Environment one = environments.warmArrives(arrival);
            long from = Math.max(arrival, one.readyAt);
            Visit visit = sleepTasks.at(one, from).arriveWithoutPriming(warmEvent(holdUntil), REMAINING_MILLIS);
            environments.hold(one, from + visit.holdMillis());
            sleepTasks.at(one, from + visit.holdMillis()).leave(visit);
            held += visit.holdMillis();
            cold += visit.coldStart() ? 1 : 0;
        }
        ObjectNode output = JSON.createObjectNode();
        ObjectNode target = output.putArray("targets").addObject();
        target.put("requested", number).put("slots", number).put("sleepTasks", number);
        target.put("rounds", 1).put("executions", 1 + ExpressRuns.fanOuts(number));
        target.put("openedAt", tick).put("holdUntil", holdUntil);
        target.put("heldMillis", held).put("coldStarts", cold);
        return output;
    }

    /** The part of a warm event that the library reads after the colon of {@code "stoker"}. */
    private static InputStream warmEvent(long holdUntil) {
        String request = "{\"version\":1,\"holdUntil\":" + holdUntil + ",\"holdMillis\":" + MOST_HOLD_MILLIS + "}}";
        return new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8));
    }
}
