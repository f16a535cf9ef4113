// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.advise.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoker.cli.advise.traffic.Interval;
import org.junit.jupiter.api.Test;

final class TrackingPolicyTest {
    private final TrackingPolicy policy = new TrackingPolicy();

    /** What is provisioned after intervals with these users at once on average. */
    private int after(double... means) {
        for (double mean : means) {
            policy.saw(new Interval(0, 0, mean, 0, 0));
        }
        return policy.choose(0);
    }

    @Test
    void one_environment_is_the_least() {
        assertThat(policy.choose(0)).isEqualTo(1);
        assertThat(after(0, 0, 0, 0, 0)).isEqualTo(1);
    }

    @Test
    void one_interval_is_longer_than_the_alarm_of_3_minutes_and_raises_it_to_the_target() {
        assertThat(after(7)).as("7 are 70 % of 10").isEqualTo(10);
        assertThat(after(7.1)).as("71 %").isEqualTo(11);
    }

    @Test
    void between_both_alarms_nothing_changes() {
        assertThat(after(7, 6.9, 6.4, 7, 6.4, 6.4, 6.4, 6.4)).isEqualTo(10);
    }

    @Test
    void only_four_low_intervals_reach_the_alarm_of_15_minutes_and_the_highest_counts() {
        assertThat(after(7, 3, 1, 1)).isEqualTo(10);
        assertThat(after(1)).as("3 are at most 70 % of 5").isEqualTo(5);
        assertThat(after(1)).as("1 is at most 70 % of 2").isEqualTo(2);
    }

    @Test
    void one_interval_above_the_low_alarm_begins_the_15_minutes_again() {
        assertThat(after(7, 1, 1, 1, 6.4, 1, 1, 1)).isEqualTo(10);
        assertThat(after(1)).isEqualTo(2);
    }
}
