// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.local.OtherShop;
import dev.stoker.cli.local.Shop;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The whole story in minutes of 0.3 s, in this JVM, with a sample that starts at once. */
class DemoTest {
    private static final long MINUTE_MILLIS = 300;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Consumer<URI> browser = address -> {};

    @Test
    void the_ticks_of_the_schedule_keep_warm_what_the_first_burst_met_cold() throws Exception {
        assertThat(demo("--concurrency=4", "--json")).isZero();

        JsonNode json = Json.read(text(out));
        assertThat(burst(json, "/cold")).isEqualTo("4 requests, 4 cold starts, 0 failed");
        assertThat(burst(json, "/warm")).isEqualTo("4 requests, 0 cold starts, 0 failed");
        assertThat(json.at("/cold/p50Millis").asLong())
                .isLessThanOrEqualTo(json.at("/cold/maxMillis").asLong());
        assertThat(json.at("/ticks")).isNotEmpty();
        assertThat(text(err)).startsWith("Minute 0: 4 users at once …\n");
    }

    @Test
    void without_the_schedule_the_second_burst_is_as_cold_as_the_first() throws Exception {
        assertThat(demo("--concurrency=3", "--no-schedule", "--json")).isZero();

        JsonNode json = Json.read(text(out));
        assertThat(burst(json, "/cold")).isEqualTo("3 requests, 3 cold starts, 0 failed");
        assertThat(burst(json, "/warm")).isEqualTo("3 requests, 3 cold starts, 0 failed");
        assertThat(json.at("/ticks")).isEmpty();
        assertThat(json.at("/reclaimed").asInt()).isEqualTo(3);
    }

    @Test
    void people_see_both_bursts_side_by_side_and_a_sentence() {
        assertThat(demo("--concurrency=2", "--no-schedule")).isZero();

        // Lines are folded where the terminal ends, and columns aligned by spaces.
        assertThat(text(out).replaceAll("\\s+", " "))
                .contains(
                        "minute 0 2 users at once 2 cold starts",
                        "minute 6 after 6 idle minutes 2 environments reclaimed",
                        "minute 10 the same 2 users again 2 cold starts",
                        "cold starts 2 2",
                        "All 2 users of the first burst waited for a cold start.",
                        "all 2 users of the second burst waited again");
    }

    @Test
    void a_release_without_promote_meets_cold_users_and_one_with_it_none() throws Exception {
        assertThat(demo("--release", "--concurrency=3", "--json")).isZero();

        JsonNode json = Json.read(text(out));
        assertThat(json.path("without").asInt()).isEqualTo(3);
        assertThat(json.path("with").asInt()).isZero();
        assertThat(json.path("promoted").asBoolean()).isTrue();
        assertThat(json.at("/releases/without/coldStarts").asInt()).isEqualTo(3);
        assertThat(json.at("/releases/with/failed").asInt()).isZero();
        assertThat(json.at("/releases/with/requests").asInt()).isGreaterThanOrEqualTo(9);
        assertThat(text(err)).contains("A release by stoker promote, while 3 users keep calling …\n");
    }

    @Test
    void people_see_both_releases_side_by_side_and_a_sentence() {
        assertThat(demo("--release", "--concurrency=2")).isZero();

        assertThat(text(out).replaceAll("\\s+", " "))
                .contains(
                        "2 users call the alias live without a pause",
                        "without promote with promote requests",
                        "failed 0 0 cold starts 2 0 median wait",
                        "Without it, 2 requests waited for a cold start. With it, no user waited for a cold start.");
    }

    @Test
    void a_release_that_falls_short_leaves_the_alias_and_says_so() throws Exception {
        assertThat(demo("--release", "--concurrency=4", "--account-concurrency=6", "--json"))
                .isEqualTo(3);

        assertThat(Json.read(text(out)).path("promoted").asBoolean()).isFalse();
    }

    @Test
    void users_whom_the_account_refuses_are_reported_and_no_answer_is_invented() throws Exception {
        assertThat(demo("--concurrency=3", "--account-concurrency=2", "--json")).isEqualTo(3);

        JsonNode json = Json.read(text(out));
        assertThat(burst(json, "/cold")).isEqualTo("3 requests, 2 cold starts, 1 failed");
        assertThat(json.at("/warm/failed").asInt()).isEqualTo(1);
    }

    @Test
    void a_function_that_fails_is_never_called_warm_and_says_why(@TempDir Path folder) throws Exception {
        String[] shop = {
            "--jar=" + Shop.jarIn(folder), "--handler=" + Shop.HANDLER, "--env=BROKEN=no stock", "--concurrency=2"
        };

        assertThat(demo(shop)).isEqualTo(3);

        assertThat(text(out).replaceAll("\\s+", " "))
                .contains(
                        "0 of 2 environments proven warm",
                        "median wait – –",
                        "The schedule did not keep them warm: its last cycle proved 0 of 2 environments.",
                        "Requests that failed: 2 of 2 in the first burst, 2 of 2 in the second.",
                        "Users sent {}. If the function expects another event, give it with --event FILE.")
                .doesNotContain("The schedule kept", " 0 ms");
        assertThat(text(err))
                .contains("failed with java.lang.IllegalStateException: no stock.", "  | opening the shop");
    }

    @Test
    void a_function_that_wants_another_event_gets_the_hint_and_its_environments_are_warm(@TempDir Path folder) {
        assertThat(demoOfShop(folder, "--concurrency=2")).isEqualTo(3);

        assertThat(text(out).replaceAll("\\s+", " "))
                .contains(
                        "2 of 2 environments proven warm",
                        "The schedule kept 2 environments warm without users. Requests that failed: 2 of 2",
                        "give it with --event FILE");
    }

    @Test
    void the_live_page_tells_the_story_while_it_happens() throws Exception {
        StringBuilder received = new StringBuilder();
        List<Thread> readers = new ArrayList<>();
        browser = address -> {
            Thread reader = new Thread(() -> {
                try (InputStream events = address.resolve("events").toURL().openStream()) {
                    received.append(new String(events.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException ended) {
                    throw new UncheckedIOException(ended);
                }
            });
            reader.start();
            readers.add(reader);
        };

        assertThat(demo("--concurrency=2", "--watch", "--json")).isZero();
        readers.get(0).join();

        assertThat(text(err)).contains("The live page is http://127.0.0.1:");
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

    @Test
    void a_function_in_python_is_warmed_in_processes(@TempDir Path folder) throws Exception {
        assertThat(execute(Stream.concat(Stream.of(OtherShop.inPython(folder)), Stream.of("--concurrency=2", "--json"))
                        .toArray(String[]::new)))
                .as(text(err))
                .isZero();

        JsonNode json = Json.read(text(out));
        assertThat(burst(json, "/cold")).isEqualTo("2 requests, 2 cold starts, 0 failed");
        assertThat(burst(json, "/warm")).endsWith(" 0 failed");
        assertThat(json.at("/ticks")).isNotEmpty();
    }

    private int demoOfShop(Path folder, String... more) {
        try {
            return demo(Stream.concat(
                            Stream.of("--jar=" + Shop.jarIn(folder), "--handler=" + Shop.HANDLER), Stream.of(more))
                    .toArray(String[]::new));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private int demo(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "--environments=in-jvm";
        all[1] = "--env=SAMPLE_START_MILLIS=0";
        System.arraycopy(args, 0, all, 2, args.length);
        return execute(all);
    }

    private int execute(String... args) {
        Terminal none = new Terminal(false, false, 80, false);
        Console console = new Console(out, err, none, StandardCharsets.UTF_8, false);
        CommandLine command =
                new CommandLine(new DemoCommand(console, MINUTE_MILLIS, new WatchedDemo(console, browser, () -> {})));
        return command.execute(args);
    }

    private static String burst(JsonNode json, String which) {
        return json.at(which + "/requests").asInt() + " requests, "
                + json.at(which + "/coldStarts").asInt() + " cold starts, "
                + json.at(which + "/failed").asInt() + " failed";
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
