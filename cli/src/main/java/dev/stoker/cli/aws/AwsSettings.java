// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.net.URI;
import java.util.Optional;

/**
 * Where calls go and who makes them; what is empty follows the SDK's own chains.
 *
 * @param region the name of a region
 * @param profile a profile of the AWS config files
 * @param endpoint an address that stands in for all of AWS
 */
public record AwsSettings(Optional<String> region, Optional<String> profile, Optional<URI> endpoint) {
    /** The same in another region. */
    public AwsSettings in(String otherRegion) {
        return new AwsSettings(Optional.of(otherRegion), profile, endpoint);
    }
}
