// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class CountSeriesTest {
    private static final long START = Instant.parse("2014-07-01T00:00:00Z").toEpochMilli();

    @Test
    void a_series_has_the_rate_of_its_step_and_none_outside() {
        CountSeries series = CountSeries.of("two", START, 1000, 10, 30);

        assertThat(series.perMilli(START + 999)).isEqualTo(0.01);
        assertThat(series.perMilli(START + 1000)).isEqualTo(0.03);
        assertThat(series.perMilli(START - 1)).isZero();
        assertThat(series.perMilli(START + 2000)).isZero();
        assertThat(series.nextChange(START - 5)).isEqualTo(START);
        assertThat(series.nextChange(START)).isEqualTo(START + 1000);
        assertThat(series.nextChange(START + 2000)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void a_part_begins_and_ends_with_whole_steps() {
        CountSeries part = CountSeries.of("five", START, 1000, 1, 2, 3, 4, 5).between(START + 500, START + 3500);

        assertThat(part.startMillis()).isEqualTo(START + 1000);
        assertThat(part.total()).isEqualTo(2 + 3 + 4);
        assertThatThrownBy(() -> part.between(START + 9000, START + 10_000))
                .hasMessageContaining("must have steps between");
    }

    @Test
    void another_series_follows_with_the_common_step_and_all_requests() {
        CountSeries joined = CountSeries.of("minutes", START, 60_000, 60, 120).then(CountSeries.of("b", 0, 90_000, 90));

        assertThat(joined.stepMillis()).isEqualTo(30_000);
        assertThat(joined.total()).isEqualTo(270);
        assertThat(joined.endMillis()).isEqualTo(START + 210_000);
        assertThat(joined.perMilli(START + 209_000)).isEqualTo(0.001);
    }

    @Test
    void a_rise_begins_with_the_first_step_at_or_after_its_instant() {
        CountSeries risen = CountSeries.of("flat", START, 1000, 1, 1, 1).timesFrom(START + 900, 10);

        assertThat(risen.count(0)).isEqualTo(1);
        assertThat(risen.count(1)).isEqualTo(10);
        assertThat(risen.times(0.5).total()).isEqualTo(10.5);
    }

    @Test
    void a_negative_count_is_refused() {
        assertThatThrownBy(() -> CountSeries.of("bad", START, 1000, 1, -2))
                .hasMessageContaining("step 1")
                .hasMessageContaining("-2");
    }
}
