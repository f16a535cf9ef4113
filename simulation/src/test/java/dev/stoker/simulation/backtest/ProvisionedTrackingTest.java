// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.simulation.backtest.ProvisionedTracking.Scaling;
import org.junit.jupiter.api.Test;

final class ProvisionedTrackingTest {
    private final Scaling scaling = new Scaling();
    private long now;

    private void minutes(int count, double inUse) {
        for (int i = 0; i < count; i++) {
            now += 60_000;
            scaling.minute(now, inUse);
        }
    }

    @Test
    void three_minutes_above_the_target_scale_out_two_minutes_later() {
        scaling.allocated = 10;
        minutes(2, 9);
        minutes(1, 5);
        minutes(3, 9.8);
        assertThat(scaling.allocated).isEqualTo(10);
        minutes(1, 9.8);
        assertThat(scaling.allocated).isEqualTo(10);
        minutes(1, 9.8);
        assertThat(scaling.allocated).as("9.8 / 0.7 is a little more than 14").isEqualTo(15);
    }

    @Test
    void a_full_use_grows_by_no_more_than_three_sevenths_at_a_time() {
        scaling.allocated = 70;
        minutes(5, 70);
        assertThat(scaling.allocated).isEqualTo(100);
    }

    @Test
    void fifteen_minutes_of_little_use_scale_in_by_small_steps() {
        scaling.allocated = 100;
        minutes(14, 20);
        assertThat(scaling.allocated).isEqualTo(100);
        minutes(1, 20);
        assertThat(scaling.allocated).isEqualTo(90);
        minutes(1, 20);
        assertThat(scaling.allocated).isEqualTo(81);
        minutes(60, 20);
        assertThat(scaling.allocated)
                .as("20 / 0.7, and 0.63 of it is not enough to scale in again")
                .isBetween(29, 32);
    }

    @Test
    void between_both_alarms_nothing_changes() {
        scaling.allocated = 100;
        minutes(60, 66);
        assertThat(scaling.allocated).isEqualTo(100);
    }
}
