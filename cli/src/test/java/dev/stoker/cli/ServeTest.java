// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli;

import static dev.stoker.cli.Ran.stoker;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.aws.AwsSurroundings;
import dev.stoker.cli.local.OtherShop;
import dev.stoker.cli.output.Console;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.output.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code stoker serve}: what it prints leads to an AWS that other processes can use. */
class ServeTest {
    @RegisterExtension
    private final AwsSurroundings surroundings = new AwsSurroundings();

    @Test
    void a_run_against_the_endpoint_that_it_names_warms_the_sample() throws Exception {
        try (ServeRun served = ServeRun.start("--json")) {
            JsonNode json = Json.read(served.out().readLine());

            Ran ran = warm(json, "/outputs/SampleFunctionArn", 3);

            assertThat(ran.json().at("/warm").asInt()).isEqualTo(3);
            assertThat(served.err().readLine()).contains("KeepWarm-", "succeeded: ", "proven warm");
        }
    }

    @Test
    void so_is_a_function_of_ones_own_in_python(@TempDir Path folder) throws Exception {
        try (ServeRun served = ServeRun.run(Ran.and(OtherShop.inPython(folder), "--json"))) {
            JsonNode json = Json.read(served.out().readLine());

            Ran ran = warm(json, "/function", 2);

            assertThat(ran.json().at("/targets/0/environments").findValuesAsText("id"))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    /** Warms the function that the printed document names at this pointer, from outside. */
    private static Ran warm(JsonNode printed, String function, int concurrency) {
        return stoker(
                        "run",
                        "--endpoint-url=" + printed.at("/endpoint").asText(),
                        "--region=us-east-1",
                        "--stack=" + printed.at("/stack").asText(),
                        "--function=" + printed.at(function).asText(),
                        "--concurrency=" + concurrency,
                        "--json")
                .ends(0);
    }

    @Test
    void people_get_the_names_and_a_line_for_the_aws_cli() throws Exception {
        try (ServeRun served = ServeRun.start()) {
            StringBuilder screen = new StringBuilder();
            for (String line = served.out().readLine();
                    !line.startsWith("Ctrl-C");
                    line = served.out().readLine()) {
                screen.append(line).append('\n');
            }

            assertThat(screen)
                    .contains(
                            "schedule is rate(4 minutes)",
                            "live page          http://127.0.0.1:",
                            "endpoint           http://127.0.0.1:")
                    .containsPattern("KeepWarmArn +arn:aws:states:us-east-1:000000000000:stateMachine:KeepWarm-")
                    .containsPattern("FanOutArn +arn:aws:states:")
                    .containsPattern("SampleFunctionArn +arn:aws:lambda:")
                    .contains("aws --endpoint-url http://127.0.0.1:", "start-sync-execution");
        }
    }

    @Test
    void the_live_page_shows_the_function_on_a_port_of_its_own() throws Exception {
        try (ServeRun served = ServeRun.start("--json")) {
            JsonNode json = Json.read(served.out().readLine());
            URI page = URI.create(json.at("/page").asText());

            String html;
            try (InputStream body = page.toURL().openStream()) {
                html = new String(body.readAllBytes(), StandardCharsets.UTF_8);
            }

            String function = json.at("/function").asText();
            assertThat(html).contains("<title>Stoker live: " + function.substring(function.lastIndexOf(':') + 1));
            assertThat(page.getPort())
                    .isNotEqualTo(URI.create(json.at("/endpoint").asText()).getPort());
        }
    }

    @Test
    void a_page_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = stoker("serve", "--environments=in-jvm", "--port=0", "--page-port=" + taken.getLocalPort())
                    .ends(1);

            ran.printsFailure("live page cannot be started on port " + taken.getLocalPort(), "--page-port");
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ran ran = stoker("serve", "--environments=in-jvm", "--port=" + taken.getLocalPort())
                    .ends(1);

            ran.printsFailure("cannot be started on port " + taken.getLocalPort(), "choose another port");
        }
    }

    /** The command on a thread of its own, which closing interrupts. */
    private record ServeRun(Thread thread, BufferedReader out, BufferedReader err) implements AutoCloseable {
        private static final int ROOM = 1 << 16;
        private static final Terminal NONE = new Terminal(false, false, 80, false);

        /** The sample, in this JVM. */
        static ServeRun start(String... more) throws IOException {
            return run(Ran.and(more, "--environments=in-jvm", "--env=SAMPLE_START_MILLIS=0"));
        }

        static ServeRun run(String... more) throws IOException {
            PipedOutputStream out = new PipedOutputStream();
            PipedOutputStream err = new PipedOutputStream();
            BufferedReader readOut = reader(out);
            BufferedReader readErr = reader(err);
            Console console = new Console(out, err, NONE, StandardCharsets.UTF_8, false);
            String[] args = Ran.and(more, "serve", "--port=0");
            Thread thread = new Thread(() -> StokerCommand.run(console, args), "serve");
            thread.start();
            return new ServeRun(thread, readOut, readErr);
        }

        private static BufferedReader reader(PipedOutputStream written) throws IOException {
            return new BufferedReader(
                    new InputStreamReader(new PipedInputStream(written, ROOM), StandardCharsets.UTF_8));
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
