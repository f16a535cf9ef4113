// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import dev.stoker.simulation.traffic.CountSeries;
import dev.stoker.simulation.traffic.TraceFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The scenes of docs/demand.md. No rule was tuned on the weeks that count here. */
final class Scenes {
    /** The seed of the committed results. */
    static final long COMMITTED_SEED = 101;

    /** The seed of this run, which {@code .ci/backtest --seed=} changes. */
    static final long SEED = Long.getLong("stoker.backtest.seed", COMMITTED_SEED);

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long WEEK = 7 * DAY;

    /** A Monday. */
    private static final long TAXI_FROM = Instant.parse("2014-11-10T00:00:00Z").toEpochMilli();

    private static final long BURSTS_FROM =
            Instant.parse("2014-04-10T00:04:00Z").toEpochMilli();

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final Path folder;

    /** @param folder contains the two series, see docs/demand.md */
    Scenes(Path folder) {
        this.folder = folder;
    }

    private CountSeries taxi(double scale) throws IOException {
        return TraceFormat.read("csv:" + folder.resolve("nyc_taxi.csv")).times(scale);
    }

    private CountSeries bursts() throws IOException {
        return TraceFormat.read("csv:" + folder.resolve("elb_request_count_8c0756.csv"))
                .times(100);
    }

    /** Three weeks of taxis, of which the last one counts. It contains Thanksgiving. */
    Scene taxis(double scale) throws IOException {
        return scene(
                taxi(scale).between(TAXI_FROM, TAXI_FROM + 3 * WEEK), 2 * WEEK, "taxis, scale " + Math.round(scale));
    }

    /** Two weeks of the load balancer, of which the second counts. */
    Scene loadBalancer() throws IOException {
        return scene(bursts(), WEEK, "bursts");
    }

    /** A week of 20 requests per second, of which the last four days count. */
    static Scene flat() {
        return scene(CountSeries.flat(START, Scene.HOUR_MILLIS, 7 * 24, 20), 3 * DAY, "flat");
    }

    /** Six hours of 2 requests per second, and then ten times as many, which begin between two ticks. */
    static Rise rise(long seed) {
        long begins = START.toEpochMilli() + DAY / 4 + 97_000;
        int seconds = 9 * 3_600;
        CountSeries steps = CountSeries.flat(START, 1_000, seconds, 2).timesFrom(begins, 10);
        return new Rise(
                new Scene(
                        "a sudden rise to ten times as many",
                        steps,
                        START.toEpochMilli() + DAY / 4,
                        Workload.USUAL,
                        seed),
                begins);
    }

    /** A week of taxis, then four days of the load balancer. A day after the change counts. */
    Scene taxisThenBursts() throws IOException {
        CountSeries taxis = taxi(10).between(TAXI_FROM, TAXI_FROM + WEEK);
        CountSeries bursts = bursts().between(BURSTS_FROM + WEEK, BURSTS_FROM + WEEK + 4 * DAY);
        return scene(taxis.then(bursts), WEEK + DAY, "taxis, then bursts");
    }

    /** A week of the load balancer, then four days of taxis. A day after the change counts. */
    Scene burstsThenTaxis() throws IOException {
        CountSeries bursts = bursts().between(BURSTS_FROM, BURSTS_FROM + WEEK);
        CountSeries taxis = taxi(10).between(TAXI_FROM, TAXI_FROM + 4 * DAY);
        return scene(bursts.then(taxis), WEEK + DAY, "bursts, then taxis");
    }

    /**
     * Any series of {@link TraceFormat#read}, of which the last third counts, in whole days.
     *
     * @throws IllegalArgumentException if the text or a file is invalid
     */
    static Scene of(String source) throws IOException {
        CountSeries series = TraceFormat.read(source);
        long days = (series.endMillis() - series.startMillis()) / DAY;
        return scene(series, (days - days / 3) * DAY, series.name());
    }

    private static Scene scene(CountSeries series, long learnMillis, String name) {
        return new Scene(name, series, series.startMillis() + learnMillis, Workload.USUAL, SEED);
    }

    /**
     * A scene with a sudden rise.
     *
     * @param begins the instant of the rise
     */
    record Rise(Scene scene, long begins) {
        /** The cold starts of a way from the interval of the rise until an hour after it. */
        long firstHour(Outcome outcome) {
            return outcome.coldStarts(begins - Scene.INTERVAL_MILLIS, begins + Scene.HOUR_MILLIS);
        }
    }
}
