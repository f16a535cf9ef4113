// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.QueryApi.Xml;
import dev.stoker.local.time.Timeline;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A service of the HTTP server: a protocol and its supported operations. */
public interface Api {
    /** The default limit of a request body. It is above the limits of the operations, such as 6 MB for Invoke, which check theirs. */
    long MOST_BYTES = 16_777_216;

    /** The service's name in signatures, such as {@code states}. */
    String service();

    /** Whether a request is for this service. May be called from any thread. */
    boolean serves(WireRequest request);

    /**
     * Bytes that the body of a request may have at most; one that is larger is refused before it is read to its end. May be called from
     * any thread.
     *
     * @param head the request without its body
     */
    default long mostBytes(WireRequest head) {
        return MOST_BYTES;
    }

    /**
     * Answers a request, at once or later; runs on the timeline and must not block.
     *
     * @param reply receives the answer, once
     * @throws AwsError if the request is rejected
     */
    void answer(WireRequest request, Consumer<WireResponse> reply);

    /** An error in this service's format. */
    WireResponse refusal(WireRequest request, AwsError error);

    /**
     * Listens on a port of the loopback address.
     *
     * @param port 0 for any free port
     * @param apis the services, in order of priority
     * @param failures receives exceptions of services that are not errors of AWS
     * @throws IOException if the port is not available
     */
    static Listening listen(int port, Timeline timeline, List<Api> apis, Consumer<Throwable> failures)
            throws IOException {
        return AwsServer.listen(port, timeline, apis, failures);
    }

    /** A server that listens until it is closed. */
    interface Listening extends AutoCloseable {
        /** Its address. */
        URI endpoint();

        /** Stops listening and drops all requests without an answer. */
        @Override
        void close();
    }

    /** A complete HTTP request. */
    public static final class WireRequest {
        private static final Pattern SIGNED_FOR = Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([^/]+)/aws4_request");

        private final String id;
        private final String method;
        private final String path;
        private final Map<String, String> query;
        private final Headers headers;
        private final byte[] body;

        private WireRequest(
                String id, String method, String path, Map<String, String> query, Headers headers, byte[] body) {
            this.id = id;
            this.method = method;
            this.path = path;
            this.query = query;
            this.headers = headers;
            this.body = body;
        }

        /** All but the body, which is still unread. */
        static WireRequest headOf(HttpExchange exchange) {
            return new WireRequest(
                    UUID.randomUUID().toString(),
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    decoded(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders(),
                    new byte[0]);
        }

        /** The same with its body. */
        WireRequest with(byte[] other) {
            return new WireRequest(id, method, path, query, headers, other);
        }

        /** The request ID of the answer. */
        public String id() {
            return id;
        }

        /** GET, PUT and so on. */
        public String method() {
            return method;
        }

        /** The path in the request line, encoded. */
        public String path() {
            return path;
        }

        /** The decoded parts of the path, without empty parts. */
        public List<String> segments() {
            return Arrays.stream(path.split("/", -1))
                    .filter(part -> !part.isEmpty())
                    .map(WireRequest::decodedPath)
                    .toList();
        }

        /** The decoded parameters of the query. A parameter without a value has an empty value. */
        public Map<String, String> query() {
            return query;
        }

        /** The first header with this name, ignoring case. */
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.getFirst(name));
        }

        /** The body, not copied. */
        public byte[] body() {
            return body;
        }

        /** The body read as UTF-8. */
        public String text() {
            return new String(body, UTF_8);
        }

        /** The service in the request's signature, such as {@code s3}; empty if it is not signed. */
        public Optional<String> signedFor() {
            return header("Authorization")
                    .map(SIGNED_FOR::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1));
        }

        /** Decodes the parameters of a query or a form. If one occurs twice, the later one counts. */
        static Map<String, String> decoded(@Nullable String parameters) {
            Map<String, String> decoded = new TreeMap<>();
            if (parameters == null) {
                return decoded;
            }
            for (String parameter : parameters.split("&", -1)) {
                if (!parameter.isEmpty()) {
                    int equals = parameter.indexOf('=');
                    String name = equals < 0 ? parameter : parameter.substring(0, equals);
                    String value = equals < 0 ? "" : parameter.substring(equals + 1);
                    decoded.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
                }
            }
            return decoded;
        }

        /** Decodes a part of a path, in which a plus stays a plus. */
        public static String decodedPath(String part) {
            return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
        }
    }

    /** An answer, before it is sent. Immutable. */
    public static final class WireResponse {
        private static final byte[] NOTHING = {};

        private final int status;
        private final Map<String, String> headers;
        private final byte[] body;

        private WireResponse(int status, Map<String, String> headers, byte[] body) {
            this.status = status;
            this.headers = headers;
            this.body = body;
        }

        /** An answer without a body. */
        public static WireResponse empty(int status) {
            return new WireResponse(status, Map.of(), NOTHING);
        }

        /** An answer with bytes of some type. */
        public static WireResponse of(int status, String contentType, byte[] body) {
            return new WireResponse(status, Map.of("Content-Type", contentType), body);
        }

        /** An answer with JSON. */
        public static WireResponse json(int status, JsonNode body) {
            return of(status, "application/json", JsonText.of(body).getBytes(UTF_8));
        }

        /** An answer with XML. */
        public static WireResponse xml(int status, Xml body) {
            return of(status, "text/xml", body.document().getBytes(UTF_8));
        }

        /** A copy with this header; null does not set it. */
        public WireResponse with(String header, @Nullable String value) {
            if (value == null) {
                return this;
            }
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new WireResponse(status, more, body);
        }

        int status() {
            return status;
        }

        Map<String, String> headers() {
            return headers;
        }

        byte[] body() {
            return body;
        }
    }
}
