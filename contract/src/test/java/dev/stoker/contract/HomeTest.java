// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the suite runs, or why it does not. */
final class HomeTest {
    @Test
    void without_the_variable_there_is_the_embedded_aws() throws Exception {
        for (Map<String, String> environment : List.of(Map.<String, String>of(), Map.of(NamedEndpoint.VARIABLE, " "))) {
            try (Home home = Home.choose(environment)) {
                assertThat(home).isInstanceOf(EmbeddedHome.class);
                assertThat(home.whyNot()).isEmpty();
                assertThat(home.endpoint().getHost()).isEqualTo("127.0.0.1");
            }
        }
    }

    @Test
    void with_the_variable_its_url_is_the_endpoint() {
        Home home = Home.choose(Map.of(NamedEndpoint.VARIABLE, "http://127.0.0.1:4566"));

        assertThat(home.whyNot()).isEmpty();
        assertThat(home.endpoint()).hasToString("http://127.0.0.1:4566");
    }

    @Test
    void what_is_no_url_is_a_mistake_and_no_reason_to_skip() {
        Home home = Home.choose(Map.of(NamedEndpoint.VARIABLE, "localhost"));

        assertThat(home.whyNot()).isEmpty();
        assertThatThrownBy(home::endpoint).hasMessageContaining("STOKER_ENDPOINT_URL: must be a URL");
    }
}
