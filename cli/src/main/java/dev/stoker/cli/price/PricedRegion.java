// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import dev.stoker.cli.aws.DefaultRegion;
import java.util.Optional;

/**
 * The region of the prices.
 *
 * @param name the region
 * @param warning a warning if it is not the requested region
 */
public record PricedRegion(String name, Optional<String> warning) {
    /**
     * The given region; otherwise the region of the environment or profile, if it has prices; otherwise us-east-1.
     *
     * @param given the value of {@code --region}
     */
    public static PricedRegion find(Optional<String> given, PriceList prices) {
        if (given.isPresent()) {
            return new PricedRegion(given.get(), Optional.empty());
        }
        Optional<String> surroundings = DefaultRegion.find();
        Optional<String> priced =
                surroundings.filter(region -> prices.find(region).isPresent());
        return new PricedRegion(
                priced.orElse(PriceList.DEFAULT_REGION),
                surroundings
                        .filter(region -> priced.isEmpty())
                        .map(region -> "There are no prices for the region " + region + "; the prices of "
                                + PriceList.DEFAULT_REGION + " are used."));
    }
}
