// SPDX-License-Identifier: Apache-2.0
package dev.stoker.warmable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void without_variables_an_environment_is_on_demand_and_holds_three_seconds_at_most() {
        assertThat(settings(Map.of())).isEqualTo(new Settings("on-demand", 3000, "", false));
        assertThat(printed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "500, 500", "60000, 60000"})
    void a_whole_number_of_milliseconds_is_the_longest_hold(String value, long millis) {
        assertThat(settings(Map.of("STOKER_MAX_HOLD_MILLIS", value)).maxHoldMillis())
                .isEqualTo(millis);
        assertThat(printed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "1.5", "3s", "3000 ", "1e3", "+5", "1000000000000000000", "\u0665\u0660\u0660"})
    void any_other_value_is_reported_in_one_line_and_breaks_nothing(String value) {
        assertThat(settings(Map.of("STOKER_MAX_HOLD_MILLIS", value)).maxHoldMillis())
                .isEqualTo(3000);
        assertThat(printed())
                .isEqualTo("STOKER_MAX_HOLD_MILLIS: must be a number of milliseconds, 1 to 18 digits 0-9, got " + value
                        + ". Correct it; until then Stoker takes 3000." + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on\"demand", "ON-DEMAND", "a b", "a\\b"})
    void an_initialization_type_that_would_need_escaping_is_not_repeated(String type) {
        assertThat(settings(Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", type)).initializationType())
                .isEqualTo("on-demand");
    }

    private Settings settings(Map<String, String> environment) {
        return Settings.from(environment, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
