// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * The HTTP client of all calls. Requests by https use the proxy of {@code HTTPS_PROXY} and those by http that of
 * {@code HTTP_PROXY}, as with the AWS CLI; the SDK's own client supports only one proxy for both. The error of a
 * request without an answer contains its route.
 */
final class RoutedHttpClient implements SdkHttpClient {
    private static final Duration CONNECT_WAIT = Duration.ofSeconds(10);

    private final Map<String, ProxyConfiguration> proxies = new TreeMap<>();
    private final Map<String, SdkHttpClient> clients = new TreeMap<>();

    /**
     * Creates a client.
     *
     * @param wait the timeout for an answer
     */
    RoutedHttpClient(Duration wait, AttributeMap defaults) {
        for (String scheme : new String[] {"http", "https"}) {
            ProxyConfiguration proxy = ProxyConfiguration.builder()
                    .scheme(scheme)
                    .useEnvironmentVariablesValues(true)
                    .useSystemPropertyValues(true)
                    .build();
            proxies.put(scheme, proxy);
            clients.put(
                    scheme,
                    UrlConnectionHttpClient.builder()
                            .connectionTimeout(CONNECT_WAIT)
                            .socketTimeout(wait)
                            .proxyConfiguration(proxy)
                            .buildWithDefaults(defaults));
        }
    }

    /** A builder for SDK clients, which close the HTTP client when they are closed. */
    static SdkHttpClient.Builder<?> builder(Duration wait) {
        return new Maker(wait);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        String scheme = request.httpRequest().protocol();
        ExecutableHttpRequest prepared =
                Objects.requireNonNull(clients.get(scheme), scheme).prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                try {
                    return prepared.call();
                } catch (IOException lost) {
                    throw new LostRequestException(
                            Route.of(request.httpRequest(), Objects.requireNonNull(proxies.get(scheme), scheme)), lost);
                }
            }

            @Override
            public void abort() {
                prepared.abort();
            }
        };
    }

    @Override
    public String clientName() {
        return "UrlConnection";
    }

    @Override
    public void close() {
        clients.values().forEach(SdkHttpClient::close);
    }

    private record Maker(Duration answerWithin) implements SdkHttpClient.Builder<Maker> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return new RoutedHttpClient(answerWithin, defaults);
        }
    }
}
