// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/**
 * The route of a request.
 *
 * @param host the host, with its port if that is not the default of the scheme
 * @param proxy the proxy; empty for none
 * @param proxySetting the setting that names the proxy, such as {@code HTTPS_PROXY}
 */
record Route(String host, Optional<String> proxy, String proxySetting) {
    /** The route of a request of a client with this proxy configuration. */
    static Route of(SdkHttpRequest request, ProxyConfiguration configuration) {
        String scheme = request.protocol();
        boolean usual = request.port() == (scheme.equals("https") ? 443 : 80);
        boolean direct = configuration.host() == null
                || configuration.nonProxyHosts().stream().anyMatch(request.host()::matches);
        return new Route(
                request.host() + (usual ? "" : ":" + request.port()),
                direct ? Optional.empty() : Optional.of(configuration.host() + ":" + configuration.port()),
                setting(scheme));
    }

    private static String setting(String scheme) {
        String property = scheme + ".proxyHost";
        return System.getProperty(property) == null ? scheme.toUpperCase(Locale.ROOT) + "_PROXY" : property;
    }

    /** {@code at HOST}, or {@code through the proxy PROXY, which HTTPS_PROXY names}. */
    String words() {
        return proxy.map(name -> "through the proxy " + name + " (from " + proxySetting + ")")
                .orElse("at " + host);
    }

    /** What to check when nothing answers. */
    String remedy() {
        return proxy.isPresent()
                ? "Correct or unset " + proxySetting + ", or add the host " + host.replaceFirst(":\\d+$", "")
                        + " to NO_PROXY if it needs no proxy."
                : "Check --endpoint-url or AWS_ENDPOINT_URL, --region, and the network.";
    }
}
