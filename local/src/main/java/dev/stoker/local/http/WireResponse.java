// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer, before it is sent. Immutable. */
public final class WireResponse {
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
