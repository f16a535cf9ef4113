// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may read the live page, and who may press its buttons. */
class PageGuardTest {
    private HttpServer server;
    private int port;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        PageGuard guard = new PageGuard(port);
        server.createContext("/", exchange -> {
            byte[] answer = guard.refuse(exchange).orElse("allowed").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void the_page_itself_may_do_all() throws IOException {
        assertThat(ask("GET / HTTP/1.1", own(), "Sec-Fetch-Site: none")).isEqualTo("allowed");
        assertThat(ask("GET /events HTTP/1.1", own(), "Sec-Fetch-Site: same-origin"))
                .isEqualTo("allowed");
        assertThat(ask("POST /burst HTTP/1.1", own(), origin("127.0.0.1"), "Sec-Fetch-Site: same-origin"))
                .isEqualTo("allowed");
        assertThat(ask("POST /burst HTTP/1.1", "Host: localhost:" + port, origin("localhost")))
                .isEqualTo("allowed");
    }

    @Test
    void another_name_of_this_machine_may_not_even_read() throws IOException {
        assertThat(ask("GET / HTTP/1.1", "Host: rebound.example.com:" + port)).startsWith("Host: must be 127.0.0.1:");
        assertThat(ask("GET / HTTP/1.1", "Host: 127.0.0.1:1")).startsWith("Host: must be");
        assertThat(ask("GET / HTTP/1.0")).startsWith("Host: must be");
    }

    @Test
    void no_button_works_without_the_pages_own_origin() throws IOException {
        assertThat(ask("POST /burst HTTP/1.1", own())).startsWith("Origin: must be http://127.0.0.1:");
        assertThat(ask("POST /burst HTTP/1.1", own(), "Origin: null")).startsWith("Origin: must be");
        assertThat(ask("POST /burst HTTP/1.1", own(), "Origin: https://example.com"))
                .startsWith("Origin: must be");
        assertThat(ask("POST /burst HTTP/1.1", own(), "Origin: http://127.0.0.1:1"))
                .startsWith("Origin: must be");
        assertThat(ask("POST /burst HTTP/1.1", own(), origin("localhost"))).startsWith("Origin: must be");
        assertThat(ask("OPTIONS /burst HTTP/1.1", own(), "Origin: https://example.com"))
                .startsWith("Origin: must be");
    }

    @Test
    void another_page_may_lead_here_but_not_load_the_page_or_its_events() throws IOException {
        String link = "Sec-Fetch-Mode: navigate";
        assertThat(ask("GET / HTTP/1.1", own(), "Sec-Fetch-Site: cross-site", link, "Sec-Fetch-Dest: document"))
                .isEqualTo("allowed");
        assertThat(ask("GET / HTTP/1.1", own(), "Sec-Fetch-Site: cross-site", link, "Sec-Fetch-Dest: iframe"))
                .startsWith("Sec-Fetch-Site: must be");
        assertThat(ask("GET /events HTTP/1.1", own(), "Sec-Fetch-Site: same-site", link, "Sec-Fetch-Dest: document"))
                .startsWith("Sec-Fetch-Site: must be");
        assertThat(ask("GET /events HTTP/1.1", own(), "Sec-Fetch-Site: same-site"))
                .startsWith("Sec-Fetch-Site: must be");
    }

    private String own() {
        return "Host: 127.0.0.1:" + port;
    }

    private String origin(String host) {
        return "Origin: http://" + host + ":" + port;
    }

    /** The body of the answer to a request as it goes over the line. */
    private String ask(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String head = Stream.concat(Stream.of(lines), Stream.of("Connection: close", "", ""))
                    .collect(Collectors.joining("\r\n"));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .dropWhile(line -> !line.isEmpty())
                    .skip(1)
                    .collect(Collectors.joining("\n"));
        }
    }
}
