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
 * @param wallSizes the N that run on wall-clock time
 * @param wallSpreads the spreads that run on wall-clock time
 * @param wallLaps cycles of each that count
 * @param scenarios what runs on virtual time
 * @param withDay whether a day of users runs
 */
public record RacePlan(
        List<Contestant> contestants,
        List<Integer> wallSizes,
        List<Spread> wallSpreads,
        int wallLaps,
        List<Scenario> scenarios,
        boolean withDay) {
    /** The number of environments of the day, and of charts. */
    public static final int DAY_N = 20;

    /** The spread of the day. */
    public static final Spread DAY_SPREAD = Spread.UNIFORM_100;

    private static final int MOST_OF_OTHERS = 100;
    private static final List<Spread> ALL = List.of(Spread.values());

    /** Copies the lists. */
    public RacePlan {
        contestants = List.copyOf(contestants);
        wallSizes = List.copyOf(wallSizes);
        wallSpreads = List.copyOf(wallSpreads);
        scenarios = List.copyOf(scenarios);
    }

    /** Under five minutes on two cores. */
    public static RacePlan brief(List<Contestant> contestants) {
        return new RacePlan(
                contestants,
                List.of(5, 20),
                List.of(Spread.NONE, Spread.UNIFORM_100, Spread.UNIFORM_400),
                4,
                scenarios(List.of(1, 5, 20, 50, 100)),
                true);
    }

    /** All sizes with the contestants' own packages, which takes most of an hour and 8 GB. */
    public static RacePlan full(List<Contestant> contestants) {
        return new RacePlan(
                contestants, List.of(1, 5, 20, 50, 100), ALL, 10, scenarios(List.of(1, 5, 20, 50, 100)), true);
    }

    /** The same on virtual time only. */
    public RacePlan withoutProcesses() {
        return new RacePlan(contestants, List.of(), List.of(), 0, scenarios, withDay);
    }

    /** Those who run in a scenario: of more than 100 environments only Stoker. */
    List<Contestant> of(Scenario scenario, List<Contestant> runners) {
        return runners.stream()
                .filter(one -> scenario.n() <= MOST_OF_OTHERS || one == Contestant.STOKER)
                .toList();
    }

    /** Each N with each spread, a large N, and one scenario with another cold start and other choices of environments. */
    private static List<Scenario> scenarios(List<Integer> sizes) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int n : sizes) {
            ALL.forEach(spread -> scenarios.add(Scenario.of(n, spread)));
        }
        scenarios.add(Scenario.of(1_000, DAY_SPREAD));
        scenarios.add(new Scenario(DAY_N, DAY_SPREAD, 200, FreeChoice.MOST_RECENT));
        scenarios.add(new Scenario(DAY_N, DAY_SPREAD, 2_000, FreeChoice.LEAST_RECENT));
        scenarios.add(new Scenario(DAY_N, DAY_SPREAD, 2_000, FreeChoice.RANDOM));
        return scenarios;
    }
}
