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
}
