// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.calibrate.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stoker.cli.calibrate.figures.IntervalAdvice.Tested;
import dev.stoker.cli.calibrate.figures.SurvivalCurve.Point;
import dev.stoker.cli.calibrate.figures.Trial.Outlived;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {
    private static final List<Long> WAITS = List.of(1L, 2L, 3L);

    @Test
    void neighbours_out_of_order_are_pooled_by_their_weight() {
        SurvivalCurve curve = SurvivalCurve.of(WAITS, trials(10, 6, 30, 24, 10, 1), 0.95);

        assertThat(curve.points())
                .extracting(point -> point.estimate().orElseThrow())
                .containsExactly(0.75, 0.75, 0.1);
    }

    @Test
    void a_wait_that_no_environment_was_left_idle_for_has_no_estimate_and_the_limits_of_its_neighbours() {
        SurvivalCurve curve = SurvivalCurve.of(WAITS, trials(20, 18, 0, 0, 20, 2), 0.95);

        Point middle = curve.points().get(1);
        assertThat(middle.estimate()).isEmpty();
        assertThat(middle.upper()).isEqualTo(curve.points().get(0).upper());
        assertThat(middle.lower()).isEqualTo(curve.points().get(2).lower());
    }

    @Test
    void limits_of_three_waits_are_wider_than_those_of_one_alone() {
        Point ofThree = SurvivalCurve.of(WAITS, trials(20, 18, 20, 10, 20, 2), 0.95)
                .points()
                .get(0);
        Point alone = SurvivalCurve.of(List.of(1L), trials(20, 18, 0, 0, 0, 0), 0.95)
                .points()
                .get(0);

        assertThat(alone.lower()).isCloseTo(new Binomial(20, 18).lower(0.025), within(1e-9));
        assertThat(ofThree.lower()).isCloseTo(new Binomial(20, 18).lower((1 - Math.cbrt(0.95)) / 2), within(1e-9));
        assertThat(ofThree.lower()).isLessThan(alone.lower());
    }

    @Test
    void limits_never_rise_with_the_wait() {
        SurvivalCurve curve = SurvivalCurve.of(WAITS, trials(5, 3, 60, 57, 5, 5), 0.95);

        assertThat(curve.points()).isSortedAccordingTo((one, other) -> Double.compare(other.lower(), one.lower()));
        assertThat(curve.points()).isSortedAccordingTo((one, other) -> Double.compare(other.upper(), one.upper()));
        assertThat(curve.points().get(0).lower())
                .isCloseTo(curve.points().get(1).lower(), within(1e-12));
    }

    @Test
    void the_median_lies_between_waits_that_are_surely_on_either_side_of_one_half() {
        SurvivalCurve curve = SurvivalCurve.of(WAITS, trials(30, 29, 30, 15, 30, 1), 0.95);

        assertThat(curve.medianAbove()).hasValue(1);
        assertThat(curve.medianBelow()).hasValue(3);
    }

    @Test
    void fifty_nine_that_all_outlive_a_wait_show_95_percent_and_58_do_not() {
        IntervalAdvice enough = advice(trials(59, 59, 58, 58, 0, 0), List.of());

        assertThat(enough.needed()).isEqualTo(59);
        assertThat(enough.longest().map(Tested::waitMillis)).contains(1L);
        assertThat(enough.failed().map(Tested::waitMillis)).contains(2L);
        assertThat(enough.wantsTrials()).isTrue();
    }

    @Test
    void a_wait_that_passes_after_one_that_failed_is_not_taken() {
        IntervalAdvice advice = advice(trials(200, 200, 200, 100, 200, 200), List.of());

        assertThat(advice.longest().map(Tested::waitMillis)).contains(1L);
        assertThat(advice.wantsTrials()).isFalse();
    }

    @Test
    void old_environments_count_where_the_young_are_too_few() {
        List<Trial> young = trials(20, 20, 0, 0, 0, 0);

        assertThat(advice(young, trials(40, 40, 0, 0, 0, 0)).longest().map(Tested::environments))
                .contains(60);
        assertThat(advice(young, trials(40, 30, 0, 0, 0, 0)).longest()).isEmpty();
        assertThat(advice(trials(59, 59, 0, 0, 0, 0), trials(40, 0, 0, 0, 0, 0))
                        .longest()
                        .map(Tested::environments))
                .contains(59);
    }

    private static IntervalAdvice advice(List<Trial> young, List<Trial> old) {
        return IntervalAdvice.of(
                WAITS, young, Stream.concat(young.stream(), old.stream()).toList(), 0.95, 0.95);
    }

    /** For waits 1, 2, 3: how many there are, and how many of them outlive it. */
    private static List<Trial> trials(int... numbers) {
        List<Trial> trials = new ArrayList<>();
        for (int wait = 1; wait <= 3; wait++) {
            for (int i = 0; i < numbers[2 * wait - 2]; i++) {
                trials.add(new Trial(wait, i < numbers[2 * wait - 1] ? Outlived.YES : Outlived.NO, 0));
            }
        }
        return trials;
    }
}
