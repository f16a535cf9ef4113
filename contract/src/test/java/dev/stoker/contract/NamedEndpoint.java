// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.net.URI;
import java.util.Optional;

/**
 * An endpoint that somebody else keeps up and names in {@code STOKER_ENDPOINT_URL}.
 *
 * @param url the variable's value, null where it is not set
 */
record NamedEndpoint(String url) implements Home {
    static final String VARIABLE = "STOKER_ENDPOINT_URL";

    @Override
    public Optional<String> whyNot() {
        return url == null || url.isBlank()
                ? Optional.of(
                        VARIABLE + " is not set. Set it to the endpoint of a LocalStack, e.g. http://127.0.0.1:4566.")
                : Optional.empty();
    }

    @Override
    public Optional<URI> endpoint() {
        whyNot().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        URI endpoint = URI.create(url.strip());
        if (endpoint.getScheme() == null || endpoint.getHost() == null) {
            throw new IllegalStateException(
                    VARIABLE + ": must be a URL with scheme and host, got " + url + ". Write http://127.0.0.1:4566.");
        }
        return Optional.of(endpoint);
    }

    @Override
    public String toString() {
        return url;
    }

    /** Nothing was brought up. */
    @Override
    public void close() {}
}
