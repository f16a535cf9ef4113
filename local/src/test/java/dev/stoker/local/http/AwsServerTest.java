// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.local.http.JsonApi.JsonInput;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.time.Timeline;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AwsServerTest {
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final Timeline timeline = Timeline.ofThisMachine(failures::add);
    private final BlockingQueue<Consumer<JsonNode>> waiting = new LinkedBlockingQueue<>();
    private final JsonApi api = new JsonApi("things", "Things", "1.0")
            .with("Echo", Set.of("a"), JsonInput::node)
            .with("Break", Set.of(), input -> {
                throw new IllegalStateException("broken inside");
            })
            .withLater("Wait", Set.of(), (input, reply) -> waiting.add(reply));
    private final AwsServer server = AwsServer.listen(0, timeline, List.of(api), failures::add);
    private final HttpClient client = HttpClient.newHttpClient();

    AwsServerTest() throws IOException {}

    @AfterEach
    void close() {
        server.close();
        timeline.close();
    }

    private HttpRequest request(String operation, String body) {
        return HttpRequest.newBuilder(server.endpoint())
                .header("X-Amz-Target", "Things." + operation)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpResponse<String> send(String operation, String body) throws IOException, InterruptedException {
        return client.send(request(operation, body), BodyHandlers.ofString());
    }

    @Test
    void an_operation_answers_in_its_protocol() throws Exception {
        HttpResponse<String> response = send("Echo", "{\"a\":1}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("{\"a\":1}");
        assertThat(response.headers().firstValue("content-type")).hasValue("application/x-amz-json-1.0");
        assertThat(response.headers().firstValue("x-amzn-requestid")).isPresent();
    }

    @Test
    void hundreds_of_waiting_requests_block_no_other() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> longOnes = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            longOnes.add(client.sendAsync(request("Wait", "{}"), BodyHandlers.ofString()));
        }
        List<Consumer<JsonNode>> replies = new ArrayList<>();
        while (replies.size() < 300) {
            replies.add(waiting.take());
        }

        assertThat(send("Echo", "{}").statusCode()).isEqualTo(200);
        replies.forEach(
                reply -> timeline.post(() -> reply.accept(JsonText.object().put("done", true))));
        for (CompletableFuture<HttpResponse<String>> longOne : longOnes) {
            assertThat(longOne.get().body()).isEqualTo("{\"done\":true}");
        }
    }

    @Test
    void hundreds_of_connections_stay_open_for_their_next_request() throws Exception {
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                connections.add(new Connection(server.endpoint()));
                assertThat(connections.get(i).status()).contains("200");
            }
            for (Connection connection : connections) {
                assertThat(connection.status()).contains("200");
            }
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    @Test
    void a_bug_is_an_internal_failure_and_is_reported() throws Exception {
        HttpResponse<String> response = send("Break", "{}");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("InternalFailure", "broken inside");
        assertThat(failures).hasSize(1);
    }

    @Test
    void a_web_page_is_refused_whatever_it_asks() throws Exception {
        HttpRequest fromAPage = HttpRequest.newBuilder(request("Echo", "{}"), (name, value) -> true)
                .header("Origin", "https://example.com")
                .build();

        HttpResponse<String> response = client.send(fromAPage, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("web pages may not call");
    }

    @Test
    void an_image_in_a_web_page_is_refused_although_it_has_no_origin() throws Exception {
        // <img src="http://127.0.0.1:4580/?Action=DeleteStack&..."> is a GET without Origin and with this machine's own
        // Host.
        String deletes = "GET /?Action=DeleteStack&StackName=stoker&Version=2010-05-15 HTTP/1.1";
        String host = "Host: 127.0.0.1:4580";

        assertThat(sendRaw(deletes, host, "Sec-Fetch-Site: cross-site")).contains("403");
        assertThat(sendRaw(deletes, host, "Sec-Fetch-Site: same-site")).contains("403");
        assertThat(sendRaw(deletes, host, "Sec-Fetch-Site: same-origin")).contains("403");
        assertThat(sendRaw(deletes, host, "Sec-Fetch-Site: none")).doesNotContain("403");
    }

    /** A request as it goes over the line, since Java's client writes Host and Content-Length itself. */
    private String sendRaw(String... lines) throws IOException {
        try (Socket socket =
                new Socket(server.endpoint().getHost(), server.endpoint().getPort())) {
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void another_name_of_this_machine_is_refused() throws Exception {
        assertThat(sendRaw("GET /anything HTTP/1.1", "Host: rebound.example.com"))
                .contains("403");
        assertThat(sendRaw("GET /anything HTTP/1.1", "Host: localhost.example.com:80"))
                .contains("403");
        assertThat(sendRaw("GET /anything HTTP/1.1", "Host: localhost:4580")).doesNotContain("403");
        assertThat(sendRaw("GET /anything HTTP/1.1", "Host: sync-localhost")).doesNotContain("403");
        assertThat(sendRaw("GET /anything HTTP/1.1", "Host: [::1]:4580")).doesNotContain("403");
    }

    @Test
    void a_body_that_is_too_large_is_refused_unread() throws Exception {
        String host = "Host: 127.0.0.1";

        assertThat(sendRaw("POST /2015-03-31/functions/f/invocations HTTP/1.1", host, "Content-Length: 100000000"))
                .contains("413");
        assertThat(sendRaw("POST / HTTP/1.1", host, "X-Amz-Target: Things.Echo", "Content-Length: 100000000"))
                .contains("413");
        assertThat(sendRaw("PUT /bucket/key HTTP/1.1", host, "Content-Length: 300000000"))
                .contains("413");
    }

    @Test
    void a_body_that_does_not_tell_its_length_is_refused_where_it_gets_too_large() throws Exception {
        HttpRequest endless = HttpRequest.newBuilder(server.endpoint())
                .header("X-Amz-Target", "Things.Echo")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[(int) Api.MOST_BYTES + 1])))
                .build();

        HttpResponse<String> refused = client.send(endless, BodyHandlers.ofString());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("RequestEntityTooLargeException", "16777216");
    }

    @Test
    void a_form_for_a_service_that_is_not_covered_is_refused_in_XML() throws Exception {
        HttpRequest form = HttpRequest.newBuilder(server.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString("Action=ListRoles&Version=2010-05-08"))
                .build();

        assertThat(client.send(form, BodyHandlers.ofString()).body())
                .contains("<ErrorResponse><Error><Type>Sender</Type><Code>UnknownOperationException</Code>");
    }

    @Test
    void what_is_no_request_is_refused() throws Exception {
        assertThat(send("Echo", "no json").body()).contains("SerializationException");
        assertThat(send("Echo", "[]").body()).contains("SerializationException");
        assertThat(send("Echo", "{\"b\":1}").body()).contains("ValidationException", "the field(s) b");
        assertThat(send("Sing", "{}").body()).contains("UnknownOperationException", "It covers Break, Echo, Wait.");
        HttpRequest elsewhere = HttpRequest.newBuilder(URI.create(server.endpoint() + "/anything"))
                .build();
        assertThat(client.send(elsewhere, BodyHandlers.ofString()).body())
                .contains("UnknownOperationException", "GET /anything", "parts of things");
    }

    /** A connection that a client keeps open: Java's client would open another one unseen. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final BufferedReader answers;

        Connection(URI endpoint) throws IOException {
            socket = new Socket(endpoint.getHost(), endpoint.getPort());
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        }

        /** The status line of a request's answer, which is read to its end; "closed" if there is none. */
        String status() throws IOException {
            String request =
                    "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Amz-Target: Things.Echo\r\nContent-Length: 2\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = answers.readLine();
            if (status == null) {
                return "closed";
            }
            String header = answers.readLine();
            while (!header.isEmpty()) {
                header = answers.readLine();
            }
            assertThat(answers.read(new char[2])).isEqualTo(2);
            return status;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
