// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rejects requests that do not come from the live page itself.
 *
 * <p>Its buttons call the embedded AWS, which runs functions on this machine. So the page answers only under its own
 * names (another name for this machine would be in the Host header), and changes something only for a request whose
 * Origin is the page. A browser adds both headers, and no script of another page can set them.
 */
final class PageGuard {
    /** What browsers send for the page's own requests, and for an address that the user has typed. */
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final List<String> hosts;

    PageGuard(int port) {
        this.hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
    }

    /** Why a request is rejected, as a sentence; empty if it is allowed. */
    Optional<String> refuse(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (host == null || !hosts.contains(host)) {
            return Optional.of("Host: must be " + String.join(" or ", hosts) + ", got " + host + ".");
        }
        String origin = headers.getFirst("Origin");
        boolean reads = exchange.getRequestMethod().equals("GET");
        if (origin == null ? !reads : !origin.equals("http://" + host)) {
            return Optional.of("Origin: must be http://" + host + ", got " + origin
                    + ". Only the live page itself may use its buttons.");
        }
        String site = headers.getFirst("Sec-Fetch-Site");
        if (site != null && !OWN_SITES.contains(site) && !(reads && opensPage(exchange))) {
            return Optional.of("Sec-Fetch-Site: must be same-origin, got " + site
                    + ". Another page may lead to the live page, but not load it.");
        }
        return Optional.empty();
    }

    /** Whether the user follows a link that opens the page in a new window, such as a link in an editor's terminal in a browser. */
    private static boolean opensPage(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        return exchange.getRequestURI().getPath().equals("/")
                && "navigate".equals(headers.getFirst("Sec-Fetch-Mode"))
                && "document".equals(headers.getFirst("Sec-Fetch-Dest"));
    }
}
