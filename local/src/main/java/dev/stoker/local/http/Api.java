// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.JsonApi.JsonText;
import dev.stoker.local.http.QueryApi.Xml;
import java.io.IOException;
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

/** One service behind the server: a protocol and the operations that are covered. */
public interface Api {
    /** The service's name in signatures, such as {@code states}. */
    String service();

    /** Whether a request is meant for this service. May be called from any thread. */
    boolean serves(WireRequest request);

    /**
     * Answers a request, at once or later; runs on the timeline and must not block.
     *
     * @param reply takes the one answer
     * @throws AwsError if it is refused
     */
    void answer(WireRequest request, Consumer<WireResponse> reply);

    /** An error in this service's shape. */
    WireResponse refusal(WireRequest request, AwsError error);

    /** A request as it came over HTTP, read to its end. */
    public static final class WireRequest {
        private static final Pattern SIGNED_FOR = Pattern.compile("Credential=[^/]+/[^/]+/[^/]+/([^/]+)/aws4_request");

        private final String id = UUID.randomUUID().toString();
        private final String method;
        private final String path;
        private final Map<String, String> query;
        private final Headers headers;
        private final byte[] body;

        private WireRequest(String method, String path, Map<String, String> query, Headers headers, byte[] body) {
            this.method = method;
            this.path = path;
            this.query = query;
            this.headers = headers;
            this.body = body;
        }

        static WireRequest read(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            return new WireRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    decoded(exchange.getRequestURI().getRawQuery()),
                    exchange.getRequestHeaders(),
                    body);
        }

        /** The id that the answer carries. */
        public String id() {
            return id;
        }

        /** GET, PUT and so on. */
        public String method() {
            return method;
        }

        /** The path as it stands in the request line, still encoded. */
        public String path() {
            return path;
        }

        /** The parts of the path between its slashes, decoded; empty parts are left out. */
        public List<String> segments() {
            return Arrays.stream(path.split("/", -1))
                    .filter(part -> !part.isEmpty())
                    .map(WireRequest::decodedPath)
                    .toList();
        }

        /** The query's parameters, decoded; one without a value has an empty one. */
        public Map<String, String> query() {
            return query;
        }

        /** The first header of a name in any case. */
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

        /** The service for which the request was signed, such as {@code s3}; empty if it was not. */
        public Optional<String> signedFor() {
            return header("Authorization")
                    .map(SIGNED_FOR::matcher)
                    .filter(Matcher::find)
                    .map(found -> found.group(1));
        }

        /** Parameters as they stand in a query or in a form; of one given twice the later counts. */
        static Map<String, String> decoded(String parameters) {
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

        /** A piece of a path, decoded: there a plus is a plus. */
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

        /** The same with a header more, or another value for it; null leaves it out. */
        public WireResponse with(String header, String value) {
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
