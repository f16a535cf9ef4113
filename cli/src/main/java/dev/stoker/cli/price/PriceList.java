// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.price;

import dev.stoker.cli.output.ExitCode;
import dev.stoker.cli.output.Failure;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The prices of some regions.
 *
 * @param readOn when they were read; the oldest date if there are several
 * @param regions by the region's name
 */
public record PriceList(LocalDate readOn, SortedMap<String, Tariff> regions) {
    /** The default region. */
    public static final String DEFAULT_REGION = "us-east-1";

    /** Days after which prices may be out of date. AWS changes its prices rarely. */
    static final long OLD_DAYS = 180;

    /** Copies the regions. */
    public PriceList {
        regions = new TreeMap<>(regions);
    }

    /**
     * Creates a list. Prices that a region does not have are taken from {@link #DEFAULT_REGION}, if it is in the list.
     */
    static PriceList of(LocalDate readOn, Map<String, Tariff> regions) {
        SortedMap<String, Tariff> whole = new TreeMap<>(regions);
        Tariff examples = whole.get(DEFAULT_REGION);
        if (examples != null) {
            whole.replaceAll((region, tariff) -> tariff == examples ? tariff : tariff.orElse(examples));
        }
        return new PriceList(readOn, whole);
    }

    /** The prices of a region, if the list has them. */
    public Optional<Tariff> find(String region) {
        return Optional.ofNullable(regions.get(region));
    }

    /**
     * The prices of a region.
     *
     * @throws Failure if there are none
     */
    public Tariff of(String region) {
        return find(region)
                .orElseThrow(() -> new Failure(
                        ExitCode.WRONG_USE,
                        "Stoker.NoPrices",
                        "--region: must be a region with prices (" + String.join(", ", regions.keySet())
                                + "), got " + region
                                + ". Choose one of them, or give a file with prices for it with --prices."));
    }

    /** The warning that the prices may be out of date; empty if they are recent. */
    public Optional<String> oldWarning(LocalDate today) {
        long days = ChronoUnit.DAYS.between(readOn, today);
        return days <= OLD_DAYS
                ? Optional.empty()
                : Optional.of("The prices were read on " + readOn + ", " + days
                        + " days ago. Compare them with their sources, and give newer prices with --prices FILE.");
    }
}
