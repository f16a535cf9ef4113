// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.Thorough;
import dev.stoker.cli.calibrate.figures.Figures;
import dev.stoker.cli.calibrate.figures.Probe;
import dev.stoker.cli.calibrate.figures.SurvivalCurve;
import dev.stoker.cli.calibrate.measure.CalibrationPlan;
import dev.stoker.cli.calibrate.measure.CalibrationRun;
import dev.stoker.cli.calibrate.measure.CalibrationState;
import dev.stoker.cli.calibrate.measure.VirtualProbes;
import dev.stoker.local.lambda.environments.LambdaSettings;
import dev.stoker.local.lambda.environments.LambdaSettings.IdleTime;
import dev.stoker.local.lambda.faults.Faults;
import dev.stoker.local.lambda.faults.Faults.Delay;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The embedded AWS on virtual time, whose idle time is known: a calibration finds it within its own intervals, in at least 19 of 20
 * seeds. The curve's limits have to hold for all waits at once, and the median with them.
 */
class TruthTest {
    private static final int SEEDS = 20;
    private static final int LEAST = 19;
    private static final long MINUTE = 60_000;
    private static final long AGE = 90 * MINUTE;
    private static final List<Long> WAITS = List.of(5 * MINUTE, 12 * MINUTE, 30 * MINUTE);

    @Test
    void a_fixed_idle_time_is_found() {
        TrueShare fixed = new TrueShare(millis -> millis < 10 * MINUTE ? 1 : 0, 10 * MINUTE);

        assertFound(fixed, plan(WAITS, 1, AGE), lambda -> lambda.idleMillis(10 * MINUTE));
    }

    @Test
    @Thorough
    void an_exponential_idle_time_is_found() {
        double mean = 15 * MINUTE;
        TrueShare exponential = new TrueShare(millis -> Math.exp(-millis / mean), Math.round(mean * Math.log(2)));

        assertFound(exponential, plan(WAITS, 1, AGE), lambda -> lambda.idleTime(IdleTime.exponential((long) mean)));
    }

    /** All idle times outlive all waits, so whatever ends in them is recycled: in the last wait of the second pass. */
    @Test
    @Thorough
    void an_idle_time_is_found_though_a_share_is_recycled_every_two_hours() {
        List<Long> waits = List.of(20 * MINUTE, 45 * MINUTE);
        TrueShare longer = new TrueShare(millis -> 1, 60 * MINUTE);

        List<List<Probe>> seeds = assertFound(
                longer,
                plan(waits, 2, AGE),
                lambda -> lambda.idleMillis(60 * MINUTE).lifetimeMillis(120 * MINUTE, 0.3));

        assertThat(missed(seeds, longer, plan(waits, 2, 24 * 60 * MINUTE)))
                .as("without the bound on the age, recycled environments would be taken for idle ones")
                .hasSizeGreaterThan(SEEDS - LEAST);
    }

    private static List<List<Probe>> assertFound(
            TrueShare truth, CalibrationPlan plan, UnaryOperator<LambdaSettings> kind) {
        List<List<Probe>> seeds = IntStream.rangeClosed(1, SEEDS)
                .mapToObj(seed -> calibrate(seed, plan, kind))
                .toList();
        assertThat(missed(seeds, truth, plan)).hasSizeLessThanOrEqualTo(SEEDS - LEAST);
        return seeds;
    }

    private static List<SurvivalCurve> missed(List<List<Probe>> seeds, TrueShare truth, CalibrationPlan plan) {
        return seeds.stream()
                .map(probes -> Figures.of(probes, plan.wanted()).curve())
                .filter(curve -> !truth.isWithin(curve))
                .toList();
    }

    private static List<Probe> calibrate(int seed, CalibrationPlan plan, UnaryOperator<LambdaSettings> kind) {
        LambdaSettings lambda = kind.apply(LambdaSettings.with(Faults.none(seed).withDispatch(new Delay.Uniform(30))));
        try (VirtualProbes place = new VirtualProbes(lambda)) {
            return new CalibrationRun(place, CalibrationState.of(plan), state -> {})
                    .perform()
                    .probes();
        }
    }

    private static CalibrationPlan plan(List<Long> waits, int passes, long oldest) {
        return new CalibrationPlan(VirtualProbes.FUNCTION, "", 20, waits, passes, 1_000, oldest, 0.95, 0.95);
    }

    /**
     * What is to be found.
     *
     * @param share of environments that outlive a wait, in milliseconds
     * @param medianMillis that half of them outlive
     */
    private record TrueShare(LongToDoubleFunction share, long medianMillis) {
        boolean isWithin(SurvivalCurve curve) {
            return curve.points().stream().allMatch(this::isWithin)
                    && curve.medianAbove().orElse(0) < medianMillis
                    && medianMillis <= curve.medianBelow().orElse(Long.MAX_VALUE);
        }

        private boolean isWithin(SurvivalCurve.Point point) {
            double truly = share.applyAsDouble(point.waitMillis());
            return point.lower() <= truly && truly <= point.upper();
        }
    }
}
