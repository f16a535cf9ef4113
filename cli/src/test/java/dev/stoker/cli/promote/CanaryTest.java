// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.promote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoker.cli.output.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {
    @Test
    void it_is_a_share_and_a_time() {
        assertThat(Canary.read("10%,5m")).isEqualTo(new Canary(10, Duration.ofMinutes(5)));
        assertThat(Canary.read(" 1% , 90s ")).isEqualTo(new Canary(1, Duration.ofSeconds(90)));
        assertThat(Canary.read("10%,5m").weight()).isEqualTo(0.1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "10%", "10,5m", "0%,5m", "100%,5m", "10%,5", "10%,999ms", "10%,25h", "5m,10%", "1.5%,5m"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> Canary.read(text))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("--canary: must be a share of 1% to 99% and a time of 1s to 1d");
    }

    @Test
    void its_share_of_the_environments_is_rounded_up() {
        assertThat(new Canary(10, Duration.ofMinutes(5)).share(20)).isEqualTo(2);
        assertThat(new Canary(10, Duration.ofMinutes(5)).share(21)).isEqualTo(3);
        assertThat(new Canary(1, Duration.ofMinutes(5)).share(1)).isEqualTo(1);
    }
}
