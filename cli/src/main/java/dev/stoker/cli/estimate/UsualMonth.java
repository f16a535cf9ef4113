// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.estimate;

import dev.stoker.cli.choose.Costs;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;

/** What a month costs with the defaults of all options of {@code stoker estimate}. */
public final class UsualMonth {
    private UsualMonth() {}

    /**
     * Warming and provisioned concurrency.
     *
     * @param environments 1 to 10,000
     * @param region the region of the prices. Those of us-east-1 are used if it has none
     */
    public static Costs costs(long environments, FunctionSize size, String region) {
        PriceList prices = PriceFile.carried();
        String priced = prices.find(region).isPresent() ? region : PriceList.DEFAULT_REGION;
        return Estimate.of(WorkloadOptions.usual(environments, size), prices.of(priced))
                .costs();
    }
}
