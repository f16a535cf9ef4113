// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the suite runs, or why it does not. */
final class NamedEndpointTest {
    @Test
    void without_the_variable_there_is_no_home_and_the_reason_names_it() {
        assertThat(Home.choose(Map.of()).whyNot())
                .hasValueSatisfying(reason -> assertThat(reason).contains("STOKER_ENDPOINT_URL"));
        assertThat(Home.choose(Map.of(NamedEndpoint.VARIABLE, " ")).whyNot()).isPresent();
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
