// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.cli.calibrate.figures.Figures;
import dev.stoker.cli.calibrate.figures.Probe;
import dev.stoker.cli.output.Failure;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.run.CycleInput;
import dev.stoker.cli.run.outcome.Execution;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.faults.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calibrations on virtual time that are stopped, taken up again, and met by users. */
class CalibrationRunTest {
    private static final long MINUTE = 60_000;
    private static final CalibrationPlan PLAN = new CalibrationPlan(
            VirtualProbes.FUNCTION,
            "m",
            5,
            List.of(5 * MINUTE, 8 * MINUTE, 12 * MINUTE),
            2,
            1_000,
            90 * MINUTE,
            0.95,
            0.5);

    @TempDir
    private Path folder;

    private CalibrationState kept = CalibrationState.of(PLAN);

    @Test
    void a_pass_ends_at_the_first_wait_that_no_environment_outlives() {
        try (VirtualProbes place = place("seed=1")) {
            Figures figures = figures(run(place));

            assertThat(figures.curve().points())
                    .extracting(point -> point.outlived() + "/" + point.environments())
                    .containsExactly("10/10", "0/10", "0/0");
            assertThat(figures.usd()).isPresent();
            assertThat(kept.next()).isEmpty();
        }
    }

    @Test
    void what_is_taken_up_again_in_time_goes_on_as_if_it_had_never_been_stopped() {
        Figures whole;
        try (VirtualProbes place = place("seed=1")) {
            whole = figures(run(place));
        }
        kept = CalibrationState.of(PLAN);
        try (VirtualProbes place = place("seed=1")) {
            stopAtCycle(place, 3);
            place.waitUntil(kept.last().orElseThrow().answeredAt() + MINUTE);

            Figures resumed = figures(run(place));

            assertThat(resumed.curve()).isEqualTo(whole.curve());
            assertThat(resumed.cycles()).isEqualTo(whole.cycles());
        }
    }

    @Test
    void a_wait_that_became_too_long_is_repeated_after_warming_again() {
        try (VirtualProbes place = place("seed=1")) {
            stopAtCycle(place, 3);
            place.waitUntil(kept.last().orElseThrow().answeredAt() + 60 * MINUTE);

            Figures resumed = figures(run(place));

            assertThat(resumed.curve().points().get(0).environments()).isEqualTo(10);
            assertThat(resumed.leftOut().mistimed() + resumed.leftOut().unknown())
                    .isZero();
        }
    }

    @Test
    void a_cycle_whose_end_was_not_seen_makes_its_wait_worthless() {
        try (VirtualProbes place = place("seed=1")) {
            stopAtCycle(place, 2);
            kept = new CalibrationState(PLAN, kept.probes(), true);
            int before = kept.probes().size();

            CalibrationState end = run(place);

            assertThat(end.probes().get(before).isMeasuring()).isFalse();
            assertThat(figures(end).curve().points().get(0).outlived()).isEqualTo(10);
        }
    }

    @Test
    void environments_that_users_use_meanwhile_are_left_out() {
        try (VirtualProbes place = place("seed=1")) {
            for (long minute = 1; minute < 40; minute++) {
                place.aws()
                        .at(
                                place.nowMillis() + minute * MINUTE,
                                () -> place.aws()
                                        .account()
                                        .invoke(VirtualProbes.FUNCTION, "{\"workMillis\":50}", outcome -> {}));
            }

            Figures figures = figures(run(place));

            assertThat(figures.leftOut().used()).isGreaterThan(1);
            assertThat(figures.curve().points().get(0).outlived())
                    .isEqualTo(figures.curve().points().get(0).environments());
            assertThat(figures.curve().points().get(1).outlived()).isZero();
        }
    }

    @Test
    void a_throttle_stops_it_since_users_need_the_concurrency() {
        try (VirtualProbes place = place("throttle=0.2,seed=1")) {
            assertThatThrownBy(() -> run(place))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("users need the concurrency")
                    .hasMessageContaining("throttled");
            assertThat(kept.probing()).isTrue();
        }
    }

    @Test
    void crashes_change_nothing_but_the_number_of_environments_that_count() {
        try (VirtualProbes place = place("crash=0.05,seed=3")) {
            Figures figures = figures(run(place));

            assertThat(figures.curve().points().get(0).estimate().orElseThrow()).isGreaterThan(0.5);
            assertThat(figures.curve().points().get(1).outlived()).isZero();
        }
    }

    @Test
    void the_file_is_whole_after_each_cycle_and_says_what_was_kept() throws IOException {
        StateFile file =
                StateFile.named("--state", folder.resolve("orders.json").toString());
        try (VirtualProbes place = place("seed=1")) {
            new CalibrationRun(place, kept, state -> {
                        file.write(state);
                        assertThat(file.read()).isEqualTo(state);
                    })
                    .perform();
        }
        assertThat(file.read().next()).isEmpty();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void a_file_of_another_kind_is_refused() throws IOException {
        StateFile file =
                StateFile.named("--resume", folder.resolve("other.json").toString());
        for (String text : List.of(
                "{}",
                "no JSON",
                "{\"stokerCalibration\":{\"version\":1,\"plan\":{}}}",
                "{\"stokerCalibration\":{\"version\":2}}")) {
            Files.writeString(file.path(), text);

            assertThatThrownBy(file::read).isInstanceOf(Failure.class).hasMessageContaining("--resume: must be a file");
        }
    }

    @Test
    void answers_that_name_no_environment_cannot_be_measured() {
        try (VirtualProbes place = place("garbage=1,seed=1")) {
            assertThatThrownBy(() -> run(place))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("do not identify its environments");
        }
    }

    private static VirtualProbes place(String faults) {
        return new VirtualProbes(LambdaSettings.with(Faults.parse(faults, 1)).idleMillis(6 * MINUTE));
    }

    private CalibrationState run(ProbePlace place) {
        return new CalibrationRun(place, kept, state -> kept = state).perform();
    }

    /** A person ends the process before this cycle begins. */
    private void stopAtCycle(ProbePlace place, int cycle) {
        ProbePlace ends = new ProbePlace() {
            private int cycles;

            @Override
            public Execution run(CycleInput input) {
                cycles++;
                return place.run(input);
            }

            @Override
            public Optional<FunctionSize> findSize(String function) {
                return place.findSize(function);
            }

            @Override
            public long nowMillis() {
                return place.nowMillis();
            }

            @Override
            public void waitUntil(long epochMillis) {
                if (cycles + 1 >= cycle) {
                    throw new IllegalStateException("ended");
                }
                place.waitUntil(epochMillis);
            }

            @Override
            public void close() {
                place.close();
            }
        };
        assertThatThrownBy(() -> run(ends)).hasMessage("ended");
        assertThat(kept.probing()).isFalse();
        assertThat(kept.probes()).extracting(Probe::pass).containsOnly(1);
    }

    private static Figures figures(CalibrationState end) {
        return Figures.of(end.probes(), end.plan().wanted());
    }
}
