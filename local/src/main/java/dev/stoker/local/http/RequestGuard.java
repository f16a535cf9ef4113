// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rejects requests by their headers, before the body is read.
 *
 * <p>Signatures are not verified, and functions run on this machine. So no web page may call the embedded AWS, neither
 * by a request from a browser (which has an Origin header) nor by another host name for this machine (which is in the
 * Host header).
 */
final class RequestGuard {
    /** Clients put {@code sync-} before the host of StartSyncExecution unless this is turned off. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(127\\.0\\.0\\.1|\\[::1]|(sync-)?localhost)(:[0-9]+)?", Pattern.CASE_INSENSITIVE);

    /** The maximum request of CreateFunction: a package of 50 MB as Base64. Source: the service's own error message. */
    private static final long MOST_BYTES_OF_A_FUNCTION = 70_167_211;

    /** The maximum object: a package of 250 MB, the limit of an unpacked package. */
    private static final long MOST_BYTES_OF_AN_OBJECT = 262_144_000;

    /** More than any other operation needs; Invoke needs 6 MB. The services also check their own limits. */
    private static final long MOST_BYTES = 16_777_216;

    private RequestGuard() {}

    /** The error for a request, before its body is read; empty if the request is allowed. */
    static Optional<WireResponse> refuse(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (headers.getFirst("Origin") != null) {
            return Optional.of(
                    denied("Origin: must not be there, since web pages may not call the embedded AWS. Use an AWS"
                            + " SDK or the AWS CLI."));
        }
        if (host != null && !THIS_MACHINE.matcher(host).matches()) {
            return Optional.of(
                    denied("Host: must be 127.0.0.1 or localhost, since web pages may not call the embedded AWS by"
                            + " another name of this machine; got " + host + "."));
        }
        return tooLarge(exchange);
    }

    private static WireResponse denied(String message) {
        return WireResponse.json(
                403, JsonText.object().put("__type", "AccessDeniedException").put("message", message));
    }

    private static Optional<WireResponse> tooLarge(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        long most = mostBytes(exchange);
        if (length == null || Long.parseLong(length) <= most) {
            return Optional.empty();
        }
        String message = "The body must be at most " + most + " bytes, got " + length + ".";
        return Optional.of(WireResponse.json(
                413, JsonText.object().put("__type", "RequestTooLargeException").put("message", message)));
    }

    private static long mostBytes(HttpExchange exchange) {
        if (exchange.getRequestHeaders().getFirst("X-Amz-Target") != null) {
            return MOST_BYTES;
        }
        String path = exchange.getRequestURI().getPath();
        if (path.matches("/20\\d\\d-\\d\\d-\\d\\d/.*")) {
            return path.endsWith("/invocations") ? MOST_BYTES : MOST_BYTES_OF_A_FUNCTION;
        }
        return MOST_BYTES_OF_AN_OBJECT;
    }
}
