// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.watch;

import dev.stoker.cli.output.HtmlTemplate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The page as one file, and the headers that forbid everything that it does not need.
 *
 * @param text HTML
 * @param headers by name
 */
record PageHtml(String text, Map<String, String> headers) {
    /**
     * @param function the ARN of the function whose environments it shows
     */
    static PageHtml of(String function) {
        String css = read("watch.css");
        String script = read("lanes.js") + read("draw.js") + read("page.js");
        String name = function.substring(function.lastIndexOf(':') + 1);
        String text = HtmlTemplate.fill(
                read("watch.html"), Map.of("function", HtmlTemplate.escaped(name), "css", css, "script", script));
        // By their hashes, the page's own style and script are the only ones that the browser runs.
        String policy = "default-src 'none'; connect-src 'self'; style-src '" + hash(css) + "'; script-src '"
                + hash(script) + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return new PageHtml(
                text,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Content-Security-Policy", policy,
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Referrer-Policy", "same-origin"));
    }

    private static String read(String file) {
        return HtmlTemplate.read(PageHtml.class, file);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
