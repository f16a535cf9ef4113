// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the suite runs, or why it does not. */
final class HomeTest {
    private static final String IMAGE = LocalStackContainer.VARIABLE;

    @Test
    void without_a_word_there_is_the_embedded_aws_even_where_docker_is() {
        for (Map<String, String> environment : List.of(
                Map.<String, String>of(),
                Map.of(NamedEndpoint.VARIABLE, " ", LocalStackContainer.VARIABLE, ""),
                Map.of("DOCKER_HOST", "unix:///var/run/docker.sock"))) {
            try (Home home = Home.choose(environment, null)) {
                assertThat(home).isInstanceOf(EmbeddedHome.class);
                assertThat(home.whyNot()).isEmpty();
                assertThat(home.endpoint().orElseThrow().getHost()).isEqualTo("127.0.0.1");
            }
        }
    }

    @Test
    void an_endpoint_that_is_named_goes_before_an_image() {
        Home home = Home.choose(Map.of(NamedEndpoint.VARIABLE, "http://127.0.0.1:4566", IMAGE, "localstack:1"), null);

        assertThat(home.whyNot()).isEmpty();
        assertThat(home.endpoint()).contains(URI.create("http://127.0.0.1:4566"));
    }

    @Test
    void what_is_no_url_is_a_mistake_and_no_reason_to_skip() {
        Home home = Home.choose(Map.of(NamedEndpoint.VARIABLE, "localhost"), null);

        assertThat(home.whyNot()).isEmpty();
        assertThatThrownBy(home::endpoint).hasMessageContaining("STOKER_ENDPOINT_URL: must be a URL");
    }

    @Test
    void an_image_that_is_named_is_run_by_testcontainers() {
        assertThat(Home.choose(Map.of(IMAGE, "localstack-local:4.14.0"), null))
                .isInstanceOf(LocalStackContainer.class)
                .hasToString("LocalStack by Testcontainers, image localstack-local:4.14.0");
    }

    @Test
    void the_container_gets_the_token_of_an_account_where_there_is_one() {
        assertThat(LocalStackContainer.variables(Map.of(LocalStackContainer.TOKEN, " ls-token ", "HOME", "/root")))
                .isEqualTo(Map.of("AWS_DISABLE_HOST_PREFIX_INJECTION", "true", "LOCALSTACK_AUTH_TOKEN", "ls-token"));
        assertThat(LocalStackContainer.variables(Map.of(LocalStackContainer.TOKEN, "")))
                .isEqualTo(Map.of("AWS_DISABLE_HOST_PREFIX_INJECTION", "true"));
    }

    @Test
    void the_property_asks_for_any_home_whatever_the_variables_say() {
        Map<String, String> both = Map.of(NamedEndpoint.VARIABLE, "http://127.0.0.1:4566", IMAGE, "");

        assertThat(Home.choose(both, "testcontainers"))
                .hasToString(
                        "LocalStack by Testcontainers, image localstack/localstack:4.14.0, asked for by stoker.home");
        assertThat(Home.choose(both, "endpoint")).hasToString("http://127.0.0.1:4566, asked for by stoker.home");
        try (Home home = Home.choose(both, "embedded")) {
            assertThat(home).isInstanceOf(EmbeddedHome.class);
        }
        assertThatThrownBy(() -> Home.choose(both, "moon")).hasMessageContaining("must be embedded, endpoint,");
    }

    @Test
    void what_was_asked_for_by_the_property_and_is_not_there_fails_and_is_not_skipped() {
        Home home = Home.choose(Map.of(), "endpoint");

        assertThat(home.whyNot()).isEmpty();
        assertThatThrownBy(home::endpoint).hasMessageContaining("stoker.home asks for it", "STOKER_ENDPOINT_URL");
    }

    @Test
    void aws_itself_is_reached_by_the_property_alone_and_tells_its_price() {
        assertThat(Home.choose(Map.of(), "aws"))
                .isInstanceOf(AwsItself.class)
                .asString()
                .containsPattern(
                        "AWS itself\\. One run makes [1-9][0-9,]* invocations .* about \\$0\\.[0-9]+ .* at most");
    }

    @Test
    void the_price_is_that_of_the_price_list() {
        SuiteUse million = new SuiteUse(1_000_000, 0, 1_000_000, 0);
        SuiteUse anHour = new SuiteUse(0, 3_600_000, 0, 3_600_000);

        assertThat(million.dollars()).isCloseTo(0.20 + 1.00 + 0.02, within(0.001));
        assertThat(anHour.dollars()).isCloseTo(0.0300 + 0.00375 + 0.02, within(0.001));
        assertThat(anHour.mostDollars()).isCloseTo(0.300 + 0.60 + 0.04, within(0.001));
    }
}
