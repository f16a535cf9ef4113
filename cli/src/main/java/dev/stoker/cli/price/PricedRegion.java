// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import dev.stoker.cli.aws.DefaultRegion;
import java.util.Optional;

/**
 * The region whose prices count.
 *
 * @param name the region
 * @param warning what to know about it; empty where it is the one that was wanted
 */
public record PricedRegion(String name, Optional<String> warning) {
    /**
     * The region that was given, whatever it is, else that of the surroundings where it has prices, else us-east-1.
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
