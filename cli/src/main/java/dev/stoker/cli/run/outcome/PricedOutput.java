// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.run.outcome;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import dev.stoker.cli.price.CycleCost;
import dev.stoker.cli.price.PriceFile;
import dev.stoker.cli.price.PriceList;
import dev.stoker.cli.price.Tariff;
import java.util.Optional;

/**
 * The output of a cycle with its cost.
 *
 * @param document the output, with a field {@code cost} if the cost is known
 * @param targets the output's targets
 * @param cost the cost of the cycle; empty if the size of a function could not be read
 * @param region where the cycle ran
 */
record PricedOutput(String document, JsonNode targets, Optional<CycleCost> cost, String region) {
    static PricedOutput price(String text, FunctionFacts functions, String region) {
        PriceList prices = PriceFile.carried();
        // If the region has no prices, uses those of another region and says so.
        Tariff tariff = prices.find(region).orElseGet(() -> prices.of(PriceList.DEFAULT_REGION));
        try {
            ObjectNode output = (ObjectNode) Json.read(text);
            Optional<CycleCost> cost = CycleCost.compute(output, functions::findSize, tariff);
            cost.ifPresent(known -> output.set("cost", known.json()));
            return new PricedOutput(cost.isPresent() ? output.toString() : text, output.path("targets"), cost, region);
        } catch (JsonProcessingException other) {
            throw new IllegalArgumentException(
                    "text: must be the output of a cycle. Parse it as a cycle's output first.", other);
        }
    }

    /** Such as {@code This cycle cost $0.00028: Sleep tasks $0.00002, …, at the prices of us-east-1.} */
    String sentence() {
        return cost.map(known -> known.sentence(region))
                .orElse("The cost of this cycle is not known: lambda:GetFunctionConfiguration, which returns a"
                        + " function's memory, was denied.");
    }
}
