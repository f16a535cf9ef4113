// SPDX-License-Identifier: Apache-2.0
package dev.stoker.local.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.stoker.local.account.AwsError;
import dev.stoker.local.http.Api.WireResponse;
import dev.stoker.local.http.JsonApi.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rejects requests by their headers, and by the size of their bodies.
 *
 * <p>Signatures are not verified, and functions run on this machine. So no web page may call the embedded AWS, neither
 * by a request from a browser (which has an Origin header or, if it only loads an image or follows a link, Sec-Fetch-Site)
 * nor by another host name for this machine (which is in the Host header).
 */
final class RequestGuard {
    /** Clients put {@code sync-} before the host of StartSyncExecution unless this is turned off. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(127\\.0\\.0\\.1|\\[::1]|(sync-)?localhost)(:[0-9]+)?", Pattern.CASE_INSENSITIVE);

    /** What browsers send for an address that the user has typed or chosen from the bookmarks. Source: W3C, "Fetch Metadata Request Headers". */
    private static final String TYPED_ADDRESS = "none";

    private RequestGuard() {}

    /** The error for a request, before its body is read; empty if the request is allowed. */
    static Optional<WireResponse> refuse(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (headers.getFirst("Origin") != null) {
            return Optional.of(
                    denied("Origin: must be missing, because web pages may not call the embedded AWS. Use an AWS"
                            + " SDK or the AWS CLI."));
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !site.equals(TYPED_ADDRESS)) {
            return Optional.of(denied("Sec-Fetch-Site: must be " + TYPED_ADDRESS + " or missing, because web pages may"
                    + " not call the embedded AWS, not even for an image; got " + site
                    + ". Use an AWS SDK or the AWS CLI."));
        }
        if (host != null && !THIS_MACHINE.matcher(host).matches()) {
            return Optional.of(
                    denied("Host: must be 127.0.0.1 or localhost, since web pages may not call the embedded AWS by"
                            + " another name of this machine; got " + host + "."));
        }
        return Optional.empty();
    }

    private static WireResponse denied(String message) {
        return WireResponse.json(
                403, JsonText.object().put("__type", "AccessDeniedException").put("message", message));
    }

    /**
     * Reads a body.
     *
     * @param most bytes that it may have
     * @throws AwsError RequestEntityTooLargeException, if it says that it is larger or turns out to be so
     */
    static byte[] read(HttpExchange exchange, long most) throws IOException {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        if (length != null && Long.parseLong(length) > most) {
            throw tooLarge(most, length);
        }
        InputStream body = exchange.getRequestBody();
        byte[] read = body.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
        if (body.read() >= 0) {
            throw tooLarge(most, "more");
        }
        return read;
    }

    private static AwsError tooLarge(long most, String length) {
        return new AwsError(
                "RequestEntityTooLargeException",
                413,
                "Request must be smaller than " + most + " bytes for this operation, got " + length + ".");
    }
}
