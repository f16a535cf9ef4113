// SPDX-License-Identifier: Apache-2.0
package dev.stoker.simulation.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.price.CycleCost;
import dev.stoker.cli.price.FunctionSize;
import dev.stoker.cli.price.Line;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceItem;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.price.Tariff;
import java.util.Optional;

/** AWS's prices of us-east-1, from the file of the command line, without the Free Tier. */
final class Prices {
    private static final Tariff TARIFF = PriceFile.carried().of(PriceList.DEFAULT_REGION);

    private Prices() {}

    /** The cost of one cycle, from its output. */
    static double cycle(JsonNode output, FunctionSize size) {
        return CycleCost.compute(output, function -> Optional.of(size), TARIFF)
                .orElseThrow()
                .usd()
                .doubleValue();
    }

    /** The duration of requests on demand. */
    static double onDemand(FunctionSize size, double millis) {
        return of(size.architecture().time(), size.gbSeconds(millis));
    }

    /** The charge for provisioned environments, used or not. */
    static double provisioned(FunctionSize size, double millis) {
        return of(size.architecture().provisioned(), size.gbSeconds(millis));
    }

    /** The duration of requests in provisioned environments. */
    static double provisionedDuration(FunctionSize size, double millis) {
        return of(size.architecture().provisionedBusy(), size.gbSeconds(millis));
    }

    private static double of(PriceItem item, double quantity) {
        return Line.sum(TARIFF.lines(item.key(), item.key(), item, quantity, ""))
                .doubleValue();
    }
}
