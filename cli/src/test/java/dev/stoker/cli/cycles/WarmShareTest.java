// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WarmShareTest {
    @Test
    void the_share_is_never_rounded_up() {
        assertThat(new WarmShare(47_322, 9).sentence())
                .isEqualTo("99.98 % of 47,322 requests met a warm environment; 9 users waited.");
        assertThat(new WarmShare(10_000_000, 1).text()).isEqualTo("99.99 %");
        assertThat(new WarmShare(3, 0).text()).isEqualTo("100.00 %");
        assertThat(new WarmShare(1, 1).sentence())
                .isEqualTo("0.00 % of 1 request met a warm environment; 1 user waited.");
    }

    @Test
    void it_is_compared_exactly_and_without_a_request_nothing_is_missed() {
        assertThat(new WarmShare(1_000, 1).isBelow(new BigDecimal("99.9"))).isFalse();
        assertThat(new WarmShare(999, 1).isBelow(new BigDecimal("99.9"))).isTrue();
        assertThat(new WarmShare(0, 0).isBelow(new BigDecimal("100"))).isFalse();
        assertThat(new WarmShare(0, 0).sentence()).isEqualTo("No request of a user was reported.");
        assertThat(new WarmShare(0, 0).percent()).isEmpty();
    }
}
