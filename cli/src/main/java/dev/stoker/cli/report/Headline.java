// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.report;

import dev.stoker.cli.cycles.Cycle;
import dev.stoker.cli.cycles.WarmShare;
import dev.stoker.cli.output.Count;
import dev.stoker.cli.price.Dollars;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A summary of the cycles: a title and a few numbers. */
final class Headline {
    private final List<Cycle> cycles;

    Headline(List<Cycle> cycles) {
        this.cycles = List.copyOf(cycles);
    }

    /** {@code 100 requested, 100 proven, 0 users displaced, $0.0004}; for several cycles with their number in front. */
    String title() {
        String title = Count.plain(sum("requested")) + " requested, " + Count.plain(sum("warm")) + " proven, "
                + Count.of(displaced(), "user") + " displaced";
        String many = cycles.size() == 1 ? "" : Count.of(cycles.size(), "cycle") + ": ";
        return many + title + (cost().isEmpty() ? "" : ", " + cost());
    }

    /** The numbers with their names. */
    Map<String, String> tiles() {
        Map<String, String> tiles = new LinkedHashMap<>();
        if (cycles.size() > 1) {
            tiles.put("cycles", Count.plain((long) cycles.size()));
            tiles.put(
                    "fell short",
                    Count.plain(cycles.stream().filter(Cycle::fellShort).count()));
        }
        tiles.put("requested", Count.plain(sum("requested")));
        tiles.put("proven", Count.plain(sum("warm")));
        tiles.put("cold starts", Count.plain(sum("coldStarts")));
        tiles.put("failed", Count.plain(sum("failed")));
        tiles.put("throttled", Count.plain(sum("throttled")));
        tiles.put("users served", Count.plain(sum("served")));
        tiles.put("met a warm one", users().text());
        tiles.put("users displaced", Count.plain(displaced()));
        tiles.put("cost", cost().isEmpty() ? Count.NONE : cost());
        return tiles;
    }

    /** What the environments reported of users. */
    WarmShare users() {
        return WarmShare.of(cycles);
    }

    /** Users who met a cold start. */
    private long displaced() {
        return users().waited();
    }

    /** The sum of all costs; empty if one is unknown. */
    private String cost() {
        if (!cycles.stream().allMatch(cycle -> cycle.cost().isPresent())) {
            return "";
        }
        return Dollars.text(
                cycles.stream().map(cycle -> cycle.cost().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private long sum(String field) {
        return cycles.stream().mapToLong(cycle -> cycle.sum(field)).sum();
    }
}
