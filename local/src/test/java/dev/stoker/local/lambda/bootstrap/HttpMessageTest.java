// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.lambda.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** HTTP/1.1 as far as the Runtime API uses it. */
final class HttpMessageTest {
    private static HttpMessage read(String text) throws IOException {
        return HttpMessage.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                .orElseThrow();
    }

    private static String body(HttpMessage message) {
        return new String(message.body(), StandardCharsets.UTF_8);
    }

    @Test
    void what_is_written_is_read_again() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HttpMessage("POST /a HTTP/1.1")
                .with("Host", "h:1")
                .with("Absent", null)
                .body("{\"é\":1}".getBytes(StandardCharsets.UTF_8))
                .writeTo(out);

        HttpMessage read =
                HttpMessage.read(new ByteArrayInputStream(out.toByteArray())).orElseThrow();

        assertThat(read.startLine()).isEqualTo("POST /a HTTP/1.1");
        assertThat(read.header("host")).isEqualTo("h:1");
        assertThat(read.header("Absent")).isNull();
        assertThat(body(read)).isEqualTo("{\"é\":1}");
    }

    @Test
    void chunks_are_put_together() throws IOException {
        HttpMessage read = read(String.join(
                "\r\n",
                "POST /a HTTP/1.1",
                "Transfer-Encoding: chunked",
                "",
                "5",
                "Hello",
                "7;x=y",
                ", Ada!!",
                "0",
                "Trailer: t",
                "",
                ""));

        assertThat(body(read)).isEqualTo("Hello, Ada!!");
    }

    @Test
    void several_messages_come_on_one_connection_until_it_closes() throws IOException {
        InputStream in = new ByteArrayInputStream(
                "GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(HttpMessage.read(in).orElseThrow().startLine()).contains("/1");
        assertThat(HttpMessage.read(in).orElseThrow().startLine()).contains("/2");
        assertThat(HttpMessage.read(in)).isEmpty();
    }

    @Test
    void what_is_broken_is_an_io_exception() {
        assertThatThrownBy(() -> read("GET /1 HTTP/1.1\r\nHost: h\r\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("GET /1 HTTP/1.1\r\nno header\r\n\r\n")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\nab"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("x".repeat(20_000))).isInstanceOf(IOException.class);
    }
}
