// SPDX-License-Identifier: Apache-2.0
package dev.stoker.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkBootTest {
    private final List<Long> pauses = new ArrayList<>();

    @Test
    void takes_two_seconds_unless_set_otherwise() {
        assertThat(FrameworkBoot.run(Map.of(), pauses::add).millis()).isEqualTo(2000);
        assertThat(pauses).containsExactly(2000L);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "9000, 9000"})
    void takes_as_long_as_the_variable_says(String value, long millis) {
        assertThat(boot(value).millis()).isEqualTo(millis);
        assertThat(pauses).containsExactly(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "2s", "two", " 2000", "99999999999999999999"})
    void fails_on_any_other_value_and_says_what_to_set(String value) {
        assertThatThrownBy(() -> boot(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SAMPLE_START_MILLIS: must be a whole number of milliseconds, 0 or more, got " + value
                        + ". Set it to 2000, say, or leave it out.");
        assertThat(pauses).isEmpty();
    }

    private FrameworkBoot boot(String value) {
        return FrameworkBoot.run(Map.of("SAMPLE_START_MILLIS", value), pauses::add);
    }
}
