// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.local.OtherShop;
import dev.stoker.cli.local.Shop;
import dev.stoker.cli.output.Json;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of the two bursts with a function of the user's own. */
class DemoOwnFunctionTest {
    private final DemoRun demo = new DemoRun();

    @Test
    void a_function_that_fails_is_never_called_warm_and_says_why(@TempDir Path folder) throws Exception {
        String[] shop = {
            "--jar=" + Shop.jarIn(folder), "--handler=" + Shop.HANDLER, "--env=BROKEN=no stock", "--concurrency=2"
        };

        assertThat(demo.run(shop)).isEqualTo(3);

        assertThat(demo.out().replaceAll("\\s+", " "))
                .contains(
                        "0 of 2 environments proven warm",
                        "median wait – –",
                        "The schedule did not keep them warm: its last cycle proved 0 of 2 environments.",
                        "Requests that failed: 2 of 2 in the first burst, 2 of 2 in the second.",
                        "Users sent {}. If the function expects another event, give it with --event FILE.")
                .doesNotContain("The schedule kept", " 0 ms");
        assertThat(demo.err())
                .contains("failed with java.lang.IllegalStateException: no stock.", "  | opening the shop");
    }

    @Test
    void a_function_that_wants_another_event_gets_the_hint_and_its_environments_are_warm(@TempDir Path folder) {
        assertThat(demo.runShop(folder, "--concurrency=2")).isEqualTo(3);

        assertThat(demo.out().replaceAll("\\s+", " "))
                .contains(
                        "2 of 2 environments proven warm",
                        "The schedule kept 2 environments warm without users. Requests that failed: 2 of 2",
                        "give it with --event FILE");
    }

    @Test
    void a_function_in_python_is_warmed_in_processes(@TempDir Path folder) throws Exception {
        assertThat(demo.execute(
                        Stream.concat(Stream.of(OtherShop.inPython(folder)), Stream.of("--concurrency=2", "--json"))
                                .toArray(String[]::new)))
                .as(demo.err())
                .isZero();

        JsonNode json = Json.read(demo.out());
        assertThat(DemoRun.burst(json, "/cold")).isEqualTo("2 requests, 2 cold starts, 0 failed");
        assertThat(DemoRun.burst(json, "/warm")).endsWith(" 0 failed");
        assertThat(json.at("/ticks")).isNotEmpty();
    }
}
