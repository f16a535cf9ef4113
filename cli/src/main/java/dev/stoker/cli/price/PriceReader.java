// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoker.cli.input.Problems;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads prices from a document and collects all its problems. */
final class PriceReader {
    private static final Set<String> FIELDS = Set.of("unit", "usd", "tiers", "free", "source", "readOn", "note");

    private final Problems problems = new Problems();
    private LocalDate oldest = LocalDate.EPOCH;

    /** The problems so far. */
    Problems problems() {
        return problems;
    }

    PriceList list(JsonNode document) {
        LocalDate readOn = date("readOn", document.path("readOn"), LocalDate.EPOCH);
        oldest = readOn;
        if (!document.path("currency").asText("USD").equals("USD")) {
            problem("currency", "must be USD, the currency of all amounts", document.path("currency"), "Convert.");
        }
        Map<String, Tariff> regions = new HashMap<>();
        document.path("regions")
                .properties()
                .forEach(region -> regions.put(
                        region.getKey(),
                        new Tariff(region.getKey(), region(region.getKey(), region.getValue(), readOn))));
        regions.values().forEach(tariff -> refuseGaps(tariff, regions));
        if (regions.isEmpty()) {
            problem("regions", "must name at least one region", document.path("regions"), "Add us-east-1.");
        }
        return PriceList.of(oldest, regions);
    }

    private Map<PriceItem, Price> region(String name, JsonNode fields, LocalDate readOn) {
        Map<PriceItem, Price> prices = new EnumMap<>(PriceItem.class);
        fields.properties().forEach(field -> {
            String place = "regions." + name + "." + field.getKey();
            PriceItem.of(field.getKey())
                    .ifPresentOrElse(
                            item -> prices.put(item, price(place, item, field.getValue(), readOn)),
                            () -> problems.add(
                                    place,
                                    "must be the name of a price",
                                    "an unknown name",
                                    "Remove it, or correct its spelling."));
        });
        return prices;
    }

    /** Missing prices of a region are taken from the default region, so only that region must be complete. */
    private void refuseGaps(Tariff tariff, Map<String, Tariff> regions) {
        boolean borrows = regions.containsKey(PriceList.DEFAULT_REGION)
                && !tariff.region().equals(PriceList.DEFAULT_REGION);
        for (PriceItem item : PriceItem.values()) {
            if (!borrows && tariff.find(item).isEmpty()) {
                problems.add(
                        "regions." + tariff.region() + "." + item.key(),
                        "is required",
                        "nothing",
                        "Add the price of one " + item.unit() + " with its source.");
            }
        }
    }

    private Price price(String place, PriceItem item, JsonNode fields, LocalDate readOn) {
        fields.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                problems.add(
                        place + "." + field,
                        "must be one of unit, usd, tiers, free, source, readOn, note",
                        "another field",
                        "Remove it.");
            }
        });
        if (!fields.path("unit").asText().equals(item.unit())) {
            problem(place + ".unit", "must be " + item.unit(), fields.path("unit"), "Convert the price.");
        }
        if (fields.path("source").asText().isBlank()) {
            problem(place + ".source", "must say where the price was read", fields.path("source"), "Add the address.");
        }
        BigDecimal free = fields.has("free") ? amount(place + ".free", fields.path("free")) : BigDecimal.ZERO;
        LocalDate date = date(place + ".readOn", fields.path("readOn"), readOn);
        oldest = date.isBefore(oldest) ? date : oldest;
        return new Price(
                tiers(place, fields),
                free,
                fields.path("source").asText(),
                date,
                fields.path("note").asText());
    }

    private List<Price.Tier> tiers(String place, JsonNode fields) {
        JsonNode several = fields.path("tiers");
        if (fields.has("usd") == several.isArray()) {
            problem(place, "must have either usd or tiers", fields, "Give one of them.");
            return List.of();
        }
        if (fields.has("usd")) {
            return List.of(new Price.Tier(null, amount(place + ".usd", fields.path("usd"))));
        }
        List<Price.Tier> tiers = new ArrayList<>();
        BigDecimal last = BigDecimal.ZERO;
        for (int at = 0; at < several.size(); at++) {
            String here = place + ".tiers[" + at + "]";
            JsonNode upTo = several.get(at).path("upTo");
            boolean end = at == several.size() - 1;
            if (upTo.isMissingNode() != end
                    || (!end && (!upTo.isNumber() || upTo.decimalValue().compareTo(last) <= 0))) {
                problem(
                        here + ".upTo",
                        "must increase from tier to tier, and be left out in the last tier only",
                        upTo,
                        "Correct it.");
            }
            last = upTo.isNumber() ? upTo.decimalValue() : last;
            tiers.add(new Price.Tier(
                    end ? null : last, amount(here + ".usd", several.get(at).path("usd"))));
        }
        return tiers;
    }

    private BigDecimal amount(String place, JsonNode value) {
        if (value.isNumber() && value.decimalValue().signum() >= 0) {
            return value.decimalValue();
        }
        problem(place, "must be a number from 0", value, "Write it in full, such as 0.0000002.");
        return BigDecimal.ZERO;
    }

    private LocalDate date(String place, JsonNode value, LocalDate otherwise) {
        if (value.isMissingNode() && !otherwise.equals(LocalDate.EPOCH)) {
            return otherwise;
        }
        try {
            return LocalDate.parse(value.asText());
        } catch (DateTimeParseException none) {
            problem(place, "must be the day on which the prices were read", value, "Write it as 2026-11-22.");
            return otherwise;
        }
    }

    private void problem(String place, String rule, JsonNode got, String remedy) {
        problems.add(place, rule, got.isMissingNode() ? "nothing" : got, remedy);
    }
}
