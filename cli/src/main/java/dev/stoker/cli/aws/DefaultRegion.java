// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.aws;

import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/** The region that holds where {@code --region} is not given, for commands that call nobody. */
public final class DefaultRegion {
    private DefaultRegion() {}

    /** That of {@code AWS_REGION}, else that of the profile; nothing is called, so an EC2 instance's own is not asked for. */
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
