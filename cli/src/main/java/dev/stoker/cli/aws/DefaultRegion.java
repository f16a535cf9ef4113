// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The region if {@code --region} is not set, for commands that do not call AWS. */
public final class DefaultRegion {
    private DefaultRegion() {}

    /**
     * The region in {@code AWS_REGION}, otherwise that of the profile. The region of an EC2 instance is not used,
     * because reading it needs a call.
     */
    public static Optional<String> find() {
        try {
            AwsRegionProviderChain chain =
                    new AwsRegionProviderChain(new SystemSettingsRegionProvider(), new AwsProfileRegionProvider());
            return Optional.ofNullable(chain.getRegion()).map(Region::id);
        } catch (SdkException none) {
            return Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException brokenConfig) {
            return Optional.empty(); // a price needs no credentials, so a command that needs them will say so
        }
    }
}
