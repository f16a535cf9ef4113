// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.net.URI;
import java.util.Optional;

/**
 * The region, credentials and endpoint of calls. Empty settings use the SDK's default provider chains.
 *
 * @param region the name of a region
 * @param profile a profile of the AWS config files
 * @param endpoint a URL that replaces AWS's endpoints
 */
public record AwsSettings(Optional<String> region, Optional<String> profile, Optional<URI> endpoint) {
    /** The same settings with another region. */
    public AwsSettings in(String otherRegion) {
        return new AwsSettings(Optional.of(otherRegion), profile, endpoint);
    }

    /** Whether the endpoint is one of this machine: an emulator. */
    public boolean isOnThisMachine() {
        return endpoint.map(URI::getHost)
                .filter(host -> host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]"))
                .isPresent();
    }
}
