// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.deploy.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.cli.output.Failure;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeakHoursTest {
    @Test
    void eight_to_nineteen_are_the_templates_defaults() {
        assertThat(PeakHours.read("8-19").parameters())
                .isEqualTo(Map.of(
                        "PeakSchedule", "cron(0/4 8-18 ? * MON-FRI *)",
                        "OffPeakSchedule", "cron(0/4 0-7,19-23 ? * MON-FRI *)"));
    }

    @Test
    void hours_at_the_ends_of_a_day_have_one_range_of_others() {
        assertThat(PeakHours.read("0-1").parameters())
                .containsEntry("PeakSchedule", "cron(0/4 0 ? * MON-FRI *)")
                .containsEntry("OffPeakSchedule", "cron(0/4 1-23 ? * MON-FRI *)");
        assertThat(PeakHours.read("1-24").parameters()).containsEntry("OffPeakSchedule", "cron(0/4 0 ? * MON-FRI *)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8", "19-8", "8-8", "0-24", "8-25", "8:00-19:00"})
    void anything_else_is_rejected(String text) {
        assertThatThrownBy(() -> PeakHours.read(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--peak-hours: must be two hours of a day");
    }
}
