// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import org.junit.jupiter.api.Test;

/** Two releases side by side: one without {@code stoker promote}, and one with it. */
class DemoReleaseTest {
    private final DemoRun demo = new DemoRun();

    @Test
    void a_release_without_promote_meets_cold_users_and_one_with_it_none() throws Exception {
        assertThat(demo.run("--release", "--concurrency=3", "--json")).isZero();

        JsonNode json = Json.read(demo.out());
        assertThat(json.path("without").asInt()).isEqualTo(3);
        assertThat(json.path("with").asInt()).isZero();
        assertThat(json.path("promoted").asBoolean()).isTrue();
        assertThat(json.at("/releases/without/coldStarts").asInt()).isEqualTo(3);
        assertThat(json.at("/releases/with/failed").asInt()).isZero();
        assertThat(json.at("/releases/with/requests").asInt()).isGreaterThanOrEqualTo(9);
        assertThat(demo.err()).contains("A release by stoker promote, while 3 users keep calling …\n");
    }

    @Test
    void people_see_both_releases_side_by_side_and_a_sentence() {
        assertThat(demo.run("--release", "--concurrency=2")).isZero();

        assertThat(demo.out().replaceAll("\\s+", " "))
                .contains(
                        "2 users call the alias live without a pause",
                        "without promote with promote requests",
                        "failed 0 0 cold starts 2 0 median wait",
                        "Without it, 2 requests waited for a cold start. With it, no user waited for a cold start.");
    }

    @Test
    void a_release_that_falls_short_leaves_the_alias_and_says_so() throws Exception {
        assertThat(demo.run("--release", "--concurrency=4", "--account-concurrency=6", "--json"))
                .isEqualTo(3);

        assertThat(Json.read(demo.out()).path("promoted").asBoolean()).isFalse();
    }
}
