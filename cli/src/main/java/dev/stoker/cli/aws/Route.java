// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;

/**
 * The way that a request takes.
 *
 * @param host where it goes, with its port where that is not the scheme's own
 * @param proxy the proxy that it goes through; empty for none
 * @param proxySetting what names the proxy, such as {@code HTTPS_PROXY}
 */
record Route(String host, Optional<String> proxy, String proxySetting) {
    /** The way of a request with a client that uses this proxy. */
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
