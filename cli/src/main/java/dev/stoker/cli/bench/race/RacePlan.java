// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.bench.race;

import dev.stoker.cli.bench.contestant.Contestant;
import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import java.util.ArrayList;
import java.util.List;

/**
 * What a race runs.
 *
 * @param contestants those that take part
 * @param wall what runs on wall-clock time
 * @param wallLaps cycles of each spread on wall-clock time that count
 * @param scenarios what runs on virtual time
 * @param withDay whether a day of users runs on virtual time
 * @param withMinute whether users run on wall-clock time, too
 */
public record RacePlan(
        List<Contestant> contestants,
        List<Heat> wall,
        int wallLaps,
        List<Scenario> scenarios,
        boolean withDay,
        boolean withMinute) {
    /** The number of environments of the day, and of charts. */
    public static final int DAY_N = 20;

    /** The spread of the day. */
    public static final Spread DAY_SPREAD = Spread.UNIFORM_100;

    private static final int MOST_OF_OTHERS = 100;
    private static final List<Spread> ALL = List.of(Spread.values());
    private static final List<Integer> SIZES = List.of(1, 5, 20, 50, 100);

    /** Copies the lists. */
    public RacePlan {
        contestants = List.copyOf(contestants);
        wall = List.copyOf(wall);
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Scenarios that differ in their spread only, one after the other in the same environments.
     *
     * @param first the scenario with the first spread, in whose first cycle no environment exists
     * @param spreads all spreads
     */
    public record Heat(Scenario first, List<Spread> spreads) {
        /** Copies the list. */
        public Heat {
            spreads = List.copyOf(spreads);
        }

        /** The scenario with a spread. */
        public Scenario scenario(Spread spread) {
            return new Scenario(first.n(), spread, first.initMillis(), first.choice());
        }
    }

    /** About five minutes on two cores. */
    public static RacePlan brief(List<Contestant> contestants) {
        List<Spread> spreads = List.of(Spread.NONE, Spread.UNIFORM_100, Spread.UNIFORM_400);
        return new RacePlan(contestants, heats(List.of(5, DAY_N), spreads), 4, allScenarios(), true, false);
    }

    /** All scenarios of up to 100 environments with the contestants' own packages, and users beside: about half an hour and 8 GB. */
    public static RacePlan full(List<Contestant> contestants) {
        List<Heat> heats = new ArrayList<>(heats(SIZES, ALL));
        others().forEach(scenario -> heats.add(new Heat(scenario, List.of(scenario.spread()))));
        return new RacePlan(contestants, heats, 5, allScenarios(), true, true);
    }

    /** The same on virtual time only. */
    public RacePlan withoutProcesses() {
        return new RacePlan(contestants, List.of(), 0, scenarios, withDay, false);
    }

    /** Those who run in a scenario: of more than 100 environments only Stoker. */
    List<Contestant> of(Scenario scenario, List<Contestant> runners) {
        return runners.stream()
                .filter(one -> scenario.n() <= MOST_OF_OTHERS || one == Contestant.STOKER)
                .toList();
    }

    /** Each N with each spread, a large N, and other cold starts and choices of environments. */
    public static List<Scenario> allScenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (int n : SIZES) {
            ALL.forEach(spread -> scenarios.add(Scenario.of(n, spread)));
        }
        scenarios.add(Scenario.of(1_000, DAY_SPREAD));
        scenarios.addAll(others());
        return scenarios;
    }

    private static List<Heat> heats(List<Integer> sizes, List<Spread> spreads) {
        return sizes.stream()
                .map(n -> new Heat(Scenario.of(n, spreads.get(0)), spreads))
                .toList();
    }

    private static List<Scenario> others() {
        return List.of(
                new Scenario(DAY_N, DAY_SPREAD, 200, FreeChoice.MOST_RECENT),
                new Scenario(DAY_N, DAY_SPREAD, 2_000, FreeChoice.LEAST_RECENT),
                new Scenario(DAY_N, DAY_SPREAD, 2_000, FreeChoice.RANDOM));
    }
}
