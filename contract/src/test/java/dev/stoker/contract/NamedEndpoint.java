// SPDX-License-Identifier: Apache-2.0
package dev.stoker.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;

/**
 * An endpoint that runs already and is named by {@code STOKER_ENDPOINT_URL}.
 *
 * @param url the variable's value, empty if it is not set
 */
record NamedEndpoint(String url) implements Home {
    static final String VARIABLE = "STOKER_ENDPOINT_URL";

    static NamedEndpoint of(Map<String, String> environment) {
        return new NamedEndpoint(environment.getOrDefault(VARIABLE, ""));
    }

    @Override
    public Optional<String> whyNot() {
        return url.isBlank()
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

    /** LocalStack has its own path for health checks. */
    @Override
    public boolean isLocalStack() {
        HttpRequest health = HttpRequest.newBuilder(endpoint().orElseThrow().resolve("/_localstack/health"))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(health, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            throw new IllegalStateException(VARIABLE + ": nothing answers at " + url + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return url;
    }

    /** Nothing was started. */
    @Override
    public void close() {}
}
