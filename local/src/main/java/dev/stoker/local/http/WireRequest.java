// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request as it came over HTTP, read to its end. */
public final class WireRequest {
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
