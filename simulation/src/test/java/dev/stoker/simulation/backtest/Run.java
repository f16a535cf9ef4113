// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.local.lambda.environments.LambdaSettings.FreeChoice;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** The scenes of the backtest, and which ways take part in each. */
enum Run {
    TAXI_1("taxis, scale 1", true, true) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return Backtest.all(scenes.taxis(1), true);
        }
    },
    TAXI_10("taxis, scale 10", true, true) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return Backtest.all(scenes.taxis(10), true);
        }
    },
    BURSTS("load balancer", true, true) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return Backtest.all(scenes.loadBalancer(), false);
        }
    },
    FLAT("flat", true, true) {
        @Override
        Backtest play(Scenes scenes) {
            return Backtest.all(Scenes.flat(), false);
        }
    },
    RISE("a rise", true, false) {
        @Override
        Backtest play(Scenes scenes) {
            return Backtest.rise(List.of(Scenes.rise(Scenes.SEED)));
        }
    },
    RISES("20 rises", true, false) {
        @Override
        Backtest play(Scenes scenes) {
            return Backtest.rise(LongStream.range(Scenes.SEED, Scenes.SEED + 20)
                    .mapToObj(Scenes::rise)
                    .toList());
        }
    },
    TAXI_THEN_BURSTS("taxis, then load balancer", true, false) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return Backtest.besideFixed(scenes.taxisThenBursts(), false);
        }
    },
    BURSTS_THEN_TAXI("load balancer, then taxis", true, false) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return Backtest.besideFixed(scenes.burstsThenTaxis(), true);
        }
    },
    TAXI_1_LEAST_RECENT("taxis, least recently used", false, false) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return other(scenes, Workload.USUAL.choosing(FreeChoice.LEAST_RECENT), "least recently used");
        }
    },
    TAXI_1_RANDOM("taxis, random", false, false) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return other(scenes, Workload.USUAL.choosing(FreeChoice.RANDOM), "random");
        }
    },
    TAXI_1_TWO_HOURS("taxis, environments of two hours", false, false) {
        @Override
        Backtest play(Scenes scenes) throws IOException {
            return other(scenes, Workload.USUAL.living(Duration.ofHours(2).toMillis()), "environments of two hours");
        }
    };

    /** Its name in the table of docs/demand.md. */
    final String title;

    /** Whether it runs when no scene is named. */
    final boolean isUsual;

    /** Whether all ways play, and not only Stoker and what a goal compares it with. */
    final boolean hasAllWays;

    Run(String title, boolean isUsual, boolean hasAllWays) {
        this.title = title;
        this.isUsual = isUsual;
        this.hasAllWays = hasAllWays;
    }

    /** Lets all ways of this scene play. */
    abstract Backtest play(Scenes scenes) throws IOException;

    /** Taxis with another function, or another Lambda. */
    private static Backtest other(Scenes scenes, Workload load, String how) throws IOException {
        return Backtest.besideFixed(scenes.taxis(1).with(load, how), true);
    }

    /** Its name for people and files, such as {@code taxi-1}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static Run of(String word) {
        return Arrays.stream(values())
                .filter(run -> run.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A scene must be one of "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Run::word).toList())
                        + ", or a series as FORMAT:PLACE, got " + word + "."));
    }
}
