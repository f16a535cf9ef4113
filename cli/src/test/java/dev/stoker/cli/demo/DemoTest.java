// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.output.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two bursts of users, ten minutes of 0.3 s apart, in this JVM, with a sample that starts at once. */
class DemoTest {
    private final DemoRun demo = new DemoRun();

    @Test
    void the_ticks_of_the_schedule_keep_warm_what_the_first_burst_met_cold() throws Exception {
        assertThat(demo.run("--concurrency=4", "--json")).isZero();

        JsonNode json = Json.read(demo.out());
        assertThat(DemoRun.burst(json, "/cold")).isEqualTo("4 requests, 4 cold starts, 0 failed");
        assertThat(DemoRun.burst(json, "/warm")).isEqualTo("4 requests, 0 cold starts, 0 failed");
        assertThat(json.at("/cold/p50Millis").asLong())
                .isLessThanOrEqualTo(json.at("/cold/maxMillis").asLong());
        assertThat(json.at("/ticks")).isNotEmpty();
        assertThat(demo.err()).startsWith("Minute 0: 4 users at once …\n");
    }

    @Test
    void without_the_schedule_the_second_burst_is_as_cold_as_the_first() throws Exception {
        assertThat(demo.run("--concurrency=3", "--no-schedule", "--json")).isZero();

        JsonNode json = Json.read(demo.out());
        assertThat(DemoRun.burst(json, "/cold")).isEqualTo("3 requests, 3 cold starts, 0 failed");
        assertThat(DemoRun.burst(json, "/warm")).isEqualTo("3 requests, 3 cold starts, 0 failed");
        assertThat(json.at("/ticks")).isEmpty();
        assertThat(json.at("/reclaimed").asInt()).isEqualTo(3);
    }

    @Test
    void people_see_both_bursts_side_by_side_and_a_sentence() {
        assertThat(demo.run("--concurrency=2", "--no-schedule")).isZero();

        // Lines are folded where the terminal ends, and columns aligned by spaces.
        assertThat(demo.out().replaceAll("\\s+", " "))
                .contains(
                        "minute 0 2 users at once 2 cold starts",
                        "minute 6 after 6 idle minutes 2 environments reclaimed",
                        "minute 10 the same 2 users again 2 cold starts",
                        "cold starts 2 2",
                        "All 2 users of the first burst waited for a cold start.",
                        "all 2 users of the second burst waited again");
    }

    @Test
    void users_whom_the_account_refuses_are_reported_and_no_answer_is_invented() throws Exception {
        assertThat(demo.run("--concurrency=3", "--account-concurrency=2", "--json"))
                .isEqualTo(3);

        JsonNode json = Json.read(demo.out());
        assertThat(DemoRun.burst(json, "/cold")).isEqualTo("3 requests, 2 cold starts, 1 failed");
        assertThat(json.at("/warm/failed").asInt()).isEqualTo(1);
    }

    @Test
    void the_live_page_tells_the_story_while_it_happens() throws Exception {
        StringBuilder received = new StringBuilder();
        List<Thread> readers = new ArrayList<>();
        demo.browseWith(address -> {
            Thread reader = new Thread(() -> {
                try (InputStream events = address.resolve("events").toURL().openStream()) {
                    received.append(new String(events.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException ended) {
                    throw new UncheckedIOException(ended);
                }
            });
            reader.start();
            readers.add(reader);
        });

        assertThat(demo.run("--concurrency=2", "--watch", "--json")).isZero();
        readers.get(0).join();

        assertThat(demo.err()).contains("The live page is http://127.0.0.1:");
        assertThat(received)
                .containsSubsequence(
                        "\"reset\":[]",
                        "\"title\":\"Minute 0: 2 users at once\"",
                        "\"title\":\"Minutes 0 to 10: no users\"",
                        "\"title\":\"Minute 10: the same 2 users again\"",
                        "\"title\":\"The result\"")
                .containsSubsequence("[\"s\",", "\"users\":[0,2]", "[\"c\",", ",2,2,\"succeeded\"]", "\"users\":[2,2]")
                .contains("\"concurrency\":2");
    }
}
