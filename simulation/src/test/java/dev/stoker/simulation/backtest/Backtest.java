// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The ways that take part in a scene, and what the goals of Stoker's way are compared with. */
final class Backtest {
    /** The default of the field coldCost of the input. */
    static final double COLD_COST = 20;

    private static final double SAME_AS_FIXED = 1.05;
    private static final double FAR_FROM_FIXED = 0.05;
    private static final double TWICE = 2;
    private static final double THIRD = 1.0 / 3;

    private final Contest contest;
    private final long drawnFrom;
    private final List<Goal> goals = new ArrayList<>();

    private Backtest(Scene scene, long drawnBeforeMillis) {
        this.contest = new Contest(scene);
        this.drawnFrom = scene.measuredFrom() - drawnBeforeMillis;
    }

    /** Stoker's way with a demand object. */
    static Way stoker(double coldCost) {
        String value = String.format(Locale.ROOT, "%.0f", coldCost);
        return new DeployedFiles(
                "Stoker, coldCost " + value, "{\"min\":1,\"max\":200,\"headroom\":0.25,\"coldCost\":" + value + "}");
    }

    /**
     * All ways in a scene of some days.
     *
     * @param predictable whether the traffic has hours and weeks, so that a rule can be far better than a fixed number
     */
    static Backtest all(Scene scene, boolean predictable) {
        Backtest backtest = new Backtest(scene, 0);
        backtest.playOthers();
        Outcome oracle = backtest.contest.play(Oracles.ofRequests());
        Outcome rates = backtest.contest.play(Oracles.ofRates(COLD_COST));
        Outcome stoker = backtest.contest.play(stoker(COLD_COST));
        backtest.compareWithFixed(stoker, predictable ? FAR_FROM_FIXED : SAME_AS_FIXED);
        backtest.compare(stoker, oracle);
        backtest.compare(stoker, rates);
        backtest.compareWithProvisioned(stoker);
        return backtest;
    }

    /** Only Stoker and fixed numbers, for scenes that change to another kind of traffic or have another function. */
    static Backtest besideFixed(Scene scene, boolean predictable) {
        Backtest backtest = new Backtest(scene, 48 * Scene.HOUR_MILLIS);
        Outcome stoker = backtest.contest.play(stoker(COLD_COST));
        backtest.compareWithFixed(stoker, predictable ? FAR_FROM_FIXED : SAME_AS_FIXED);
        return backtest;
    }

    /**
     * The hour after a sudden rise.
     *
     * @param rises the same with several seeds, as a single one has few cold starts. The results show the first
     */
    static Backtest rise(List<Scenes.Rise> rises) {
        Backtest backtest = new Backtest(rises.get(0).scene(), Scene.HOUR_MILLIS);
        long stoker = backtest.firstHours(stoker(COLD_COST), rises);
        for (Way oracle : List.of(Oracles.ofRequests(), Oracles.ofPresentRate(COLD_COST))) {
            backtest.goals.add(Goal.ratio(
                    (rises.size() == 1 ? "first hour after the rise" : "first hours after " + rises.size() + " rises")
                            + ", to the " + oracle.name(),
                    (double) stoker,
                    (double) backtest.firstHours(oracle, rises),
                    TWICE,
                    "cold starts"));
        }
        backtest.contest.play(new ProvisionedTracking("provisioned concurrency, tracking 70 %", false));
        return backtest;
    }

    private long firstHours(Way way, List<Scenes.Rise> rises) {
        long sum = rises.get(0).firstHour(contest.play(way));
        for (Scenes.Rise other : rises.subList(1, rises.size())) {
            sum += other.firstHour(way.play(other.scene()));
        }
        return sum;
    }

    private void playOthers() {
        Scene scene = contest.scene();
        Occupancy occupancy = Occupancy.of(scene);
        contest.play(new ModelledRounds("nothing", any -> StepRule.fixed(0)));
        for (double share : new double[] {0.5, 0.9, 0.99, 1}) {
            int number = occupancy.quantileBefore(scene, share);
            String name = String.format(Locale.ROOT, "fixed %d, %.0f %% of peaks before", number, 100 * share);
            contest.play(new ModelledRounds(name, any -> StepRule.fixed(number)));
        }
        contest.play(new ModelledRounds("the last hour's maximum", any -> StepRule.lastHour()));
        contest.play(new ProvisionedTracking("provisioned concurrency, tracking 70 %", false));
        contest.play(new ProvisionedTracking("the same, by the maximum of a minute", true));
        contest.play(new ProvisionedSchedule());
    }

    private void compareWithFixed(Outcome stoker, double limit) {
        long from = contest.scene().measuredFrom();
        long to = contest.scene().endMillis();
        ToLongFunction<Outcome> all = outcome -> outcome.coldStarts(from, to);
        ToLongFunction<Outcome> others = outcome -> outcome.coldStarts(from, to) - outcome.displaced(from, to);
        goals.add(Goal.ratio(
                "to a fixed number with the same environment-hours",
                (double) all.applyAsLong(stoker),
                contest.fixedColdStarts(stoker, from, to, all),
                limit,
                "cold starts"));
        goals.add(Goal.ratio(
                "the same, without displaced users",
                (double) others.applyAsLong(stoker),
                contest.fixedColdStarts(stoker, from, to, others),
                limit,
                "cold starts"));
    }

    private void compare(Outcome stoker, Outcome oracle) {
        goals.add(Goal.ratio(
                "to the " + oracle.way(),
                (double) stoker.coldStarts(),
                (double) oracle.coldStarts(),
                TWICE,
                "cold starts"));
        goals.add(Goal.ratio(
                "to the " + oracle.way() + ", without displaced users",
                (double) (stoker.coldStarts() - stoker.displaced()),
                (double) (oracle.coldStarts() - oracle.displaced()),
                TWICE,
                "cold starts"));
    }

    /** The dearest of both trackings that Stoker reaches with the default or by a higher coldCost. */
    private void compareWithProvisioned(Outcome stoker) {
        Outcome careful = contest.play(stoker(10 * COLD_COST));
        List<Outcome> trackings = contest.outcomes().stream()
                .filter(outcome -> outcome.way().startsWith("provisioned concurrency, tracking")
                        || outcome.way().startsWith("the same, by the maximum"))
                .toList();
        for (Outcome tracking : trackings) {
            List<Outcome> asGood = List.of(stoker, careful).stream()
                    .filter(outcome -> outcome.coldStarts() <= tracking.coldStarts())
                    .sorted(Comparator.comparingDouble(Outcome::warmingUsd))
                    .toList();
            String text = "dollars for keeping warm, to " + tracking.way().replace("the same", "tracking");
            if (asGood.isEmpty()) {
                goals.add(new Goal(
                        text,
                        Double.POSITIVE_INFINITY,
                        THIRD,
                        "neither coldCost has so few cold starts: " + stoker.coldStarts() + " and "
                                + careful.coldStarts() + ", not " + tracking.coldStarts()));
            } else {
                goals.add(Goal.ratio(text, asGood.get(0).warmingUsd(), tracking.warmingUsd(), THIRD, "dollars"));
                goals.add(Goal.ratio(
                        text.replace("dollars for keeping warm", "the whole bill"),
                        asGood.get(0).extraUsd() + stoker.onDemandUsd(),
                        tracking.extraUsd() + stoker.onDemandUsd(),
                        THIRD,
                        "dollars"));
            }
        }
    }

    /** The outcome of Stoker's way with the default coldCost. */
    Outcome stoker() {
        return contest.outcomes().stream()
                .filter(outcome -> outcome.way().equals(stoker(COLD_COST).name()))
                .findFirst()
                .orElseThrow();
    }

    List<Goal> goals() {
        return List.copyOf(goals);
    }

    /** Draws Stoker in the part that counts, and a little before. */
    String daysChart() {
        return DaysChart.of(stoker(), drawnFrom);
    }

    /** Draws cold starts and dollars of all ways. */
    String waysChart() {
        return ContestChart.of(
                ContestChart.heading(contest.scene(), contest.outcomes().get(0).users()), lines());
    }

    /** The lines of the file of results. */
    List<String> lines() {
        Scene scene = contest.scene();
        List<String> lines = new ArrayList<>();
        lines.add(scene.description());
        lines.add(RuleHash.line());
        contest.outcomes().forEach(outcome -> lines.add(outcome.line()));
        goals.forEach(goal -> lines.add(goal.line()));
        return lines;
    }
}
