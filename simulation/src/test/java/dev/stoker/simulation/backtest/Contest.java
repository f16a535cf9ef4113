// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Ways to keep a function warm, in the same scene with the same requests. */
final class Contest {
    private final Scene scene;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<Integer, Outcome> fixed = new TreeMap<>();

    Contest(Scene scene) {
        this.scene = scene;
    }

    Scene scene() {
        return scene;
    }

    /** Lets a way serve the scene, and prints its line, because a scene can take minutes. */
    Outcome play(Way way) {
        Outcome outcome = way.play(way.learns() ? scene : scene.withoutLearning());
        System.out.println(scene.name() + ": " + outcome.line());
        outcomes.add(outcome);
        return outcome;
    }

    /** All outcomes so far. */
    List<Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    /**
     * The cold starts of a fixed number by the deployed files that keeps as many environment-hours as another outcome in
     * a part of the scene: between those of the two whole numbers next to its mean.
     *
     * @param coldStarts which cold starts of an outcome count
     */
    double fixedColdStarts(Outcome other, long from, long to, ToLongFunction<Outcome> coldStarts) {
        double mean = other.meanKept(from, to);
        int below = (int) Math.floor(mean);
        double share = mean - below;
        double cold = (1 - share) * coldStarts.applyAsLong(fixed(below));
        return share == 0 ? cold : cold + share * coldStarts.applyAsLong(fixed(below + 1));
    }

    private Outcome fixed(int number) {
        Outcome known = fixed.get(number);
        if (known == null) {
            known = play(new DeployedFiles("Stoker, fixed " + number, String.valueOf(number)));
            fixed.put(number, known);
        }
        return known;
    }
}
