// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.simulation.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The figures and charts in docs/benchmarks/backtest/. They take too long for {@code mvn verify}, which does not find this
 * class by its name: {@code .ci/backtest} runs it and writes the files. -Dstoker.backtest names scenes.
 */
final class BacktestFigures {
    private static final String FOLDER = "backtest/";
    static final Path TRAFFIC = Path.of(
            System.getProperty("stoker.traffic", System.getProperty("stoker.root", ".") + "/../shared/traffic"));

    @AfterAll
    static void the_documentation_shows_them() throws IOException {
        GoalTable.same();
    }

    static Stream<String> scenes() {
        String chosen = System.getProperty("stoker.backtest", "");
        if (chosen.isEmpty() || chosen.equals("full")) {
            return Arrays.stream(Run.values())
                    .filter(run -> run.isUsual || !chosen.isEmpty())
                    .map(Run::word);
        }
        return Arrays.stream(chosen.split(",", -1));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void all_ways_meet_the_same_users(String scene) throws IOException {
        if (scene.contains(":")) {
            // Traffic of another source: nothing to compare with.
            Backtest.all(Scenes.of(scene), false).lines().forEach(System.out::println);
            return;
        }
        Run run = Run.of(scene);
        Backtest backtest = run.play(new Scenes(TRAFFIC));
        if (Scenes.SEED != Scenes.COMMITTED_SEED) {
            backtest.lines().forEach(System.out::println);
            return;
        }
        Results.same(FOLDER + scene + ".txt", backtest.lines());
        if (run != Run.RISES) { // the same as the first of them
            Results.drawn(FOLDER + scene + "-days.svg", backtest.daysChart());
        }
        if (run.hasAllWays) {
            Results.drawn(FOLDER + scene + "-ways.svg", backtest.waysChart());
        }
    }
}
