// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The cost of one cycle, computed from its output. Failed sleep tasks are not included, because their billed time is
 * unknown. The duration of executions is computed from the rounds.
 *
 * @param region the region of the prices
 * @param lines the bill, without the Free Tier
 */
public record CycleCost(String region, List<Line> lines) {
    /** Copies the lines. */
    public CycleCost {
        lines = List.copyOf(lines);
    }

    /**
     * Computes the cost of a cycle.
     *
     * @param output the cycle's output
     * @param sizes the size of a function by its name in the output
     * @return empty if a function's size is unknown
     */
    public static Optional<CycleCost> compute(
            JsonNode output, Function<String, Optional<FunctionSize>> sizes, Tariff tariff) {
        List<Line> lines = new ArrayList<>();
        JsonNode targets = output.path("targets");
        long executions = targets.size() > 1 ? 1 : 0;
        double gbHours = 0;
        long longest = 0;
        for (JsonNode target : targets) {
            Optional<FunctionSize> size = sizes.apply(target.path("function").asText());
            if (size.isEmpty()) {
                return Optional.empty();
            }
            CycleUse use = CycleUse.of(target);
            lines.addAll(lambda(use, size.get(), tariff));
            executions += 1 + use.fanOuts();
            gbHours += ExpressRuns.gbHours(use.executionMillis())
                    + use.fanOuts() * ExpressRuns.gbHours(use.roundMillis() + ExpressRuns.OVERHEAD_MILLIS);
            longest = Math.max(longest, use.executionMillis());
        }
        if (targets.size() > 1) {
            gbHours += ExpressRuns.gbHours(longest + ExpressRuns.OVERHEAD_MILLIS);
        }
        lines.addAll(tariff.lines(
                "express.requests",
                "Step Functions executions",
                PriceItem.EXPRESS_REQUEST,
                (double) executions,
                "keep-warm and its nested executions"));
        lines.addAll(tariff.lines(
                "express.memory",
                "Step Functions time",
                PriceItem.EXPRESS_GB_HOUR,
                gbHours,
                "64 MB each, its rounds and " + ExpressRuns.OVERHEAD_MILLIS + " ms"));
        return Optional.of(new CycleCost(tariff.region(), lines));
    }

    private static List<Line> lambda(CycleUse use, FunctionSize size, Tariff tariff) {
        List<Line> lines = new ArrayList<>(tariff.lines(
                "lambda.requests",
                "Sleep tasks",
                PriceItem.LAMBDA_REQUEST,
                (double) use.sleepTasks(),
                "slots of all rounds that were not throttled"));
        lines.addAll(tariff.lines(
                "lambda.held",
                "Their held time",
                size.architecture().time(),
                size.gbSeconds((double) use.heldMillis()),
                use.heldMillis() + " ms at " + size.text()
                        + (use.holdIsKnown() ? "" : ", assumed, since answers of the protocol do not contain it")));
        if (use.coldStarts() > 0) {
            lines.addAll(tariff.lines(
                    "lambda.init",
                    "INIT of cold starts",
                    size.architecture().time(),
                    size.gbSeconds(use.coldStarts() * use.meanInitMillis()),
                    use.coldStarts() + " cold starts of " + Math.round(use.meanInitMillis())
                            + " ms, as far as reported"));
        }
        return lines;
    }

    /** The field that {@code stoker run} adds to the output of a cycle. */
    public ObjectNode json() {
        ObjectNode cost = Json.object();
        cost.put("usd", usd());
        cost.put("region", region);
        ArrayNode list = cost.putArray("lines");
        lines.forEach(line -> line.into(list.addObject()));
        return cost;
    }

    /** The cost as a sentence. */
    public String sentence(String ranIn) {
        StringBuilder words = new StringBuilder("This cycle cost ").append(Dollars.text(usd()));
        String parts = lines.stream()
                .filter(line -> line.usd().signum() > 0)
                .map(line -> line.text() + " " + Dollars.text(line.usd()))
                .collect(Collectors.joining(", "));
        words.append(parts.isEmpty() ? "" : ": " + parts);
        List<Line> elsewhere = lines.stream()
                .filter(line -> !line.region().equals(ranIn) && line.usd().signum() > 0)
                .toList();
        if (elsewhere.isEmpty()) {
            return words.append('.').toString();
        }
        boolean all = lines.stream().allMatch(line -> !line.region().equals(ranIn));
        return words.append(all ? ", at the prices of " : ", in part at the prices of ")
                .append(elsewhere.get(0).region())
                .append('.')
                .toString();
    }

    /** The total in US dollars. */
    public BigDecimal usd() {
        return Line.sum(lines);
    }

    /** The cost in a document that {@code stoker run --json} printed. */
    public static Optional<BigDecimal> readFrom(JsonNode document) {
        JsonNode usd = document.path("cost").path("usd");
        return usd.isNumber() ? Optional.of(usd.decimalValue()) : Optional.empty();
    }
}
