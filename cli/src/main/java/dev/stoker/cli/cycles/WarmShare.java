// SPDX-License-Identifier: Apache-2.0
package dev.stoker.cli.cycles;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoker.cli.output.Count;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How many requests of users met a warm environment.
 *
 * @param requests requests that were served
 * @param waited how many of them waited for INIT
 */
public record WarmShare(long requests, long waited) {
    private static final int DECIMALS = 2;
    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /** What environments reported in one or more cycles. The reports count a user who waited among the requests. */
    public static WarmShare of(Iterable<Cycle> cycles) {
        long requests = 0;
        long waited = 0;
        for (Cycle cycle : cycles) {
            requests += cycle.sum("served");
            waited += cycle.sum("userColdStarts");
        }
        return new WarmShare(requests, waited);
    }

    /** The share of warm ones in percent with two decimals, never rounded up; empty if there was no request. */
    public Optional<BigDecimal> percent() {
        return requests == 0
                ? Optional.empty()
                : Optional.of(PERCENT.multiply(BigDecimal.valueOf(Math.max(0, requests - waited)))
                        .divide(BigDecimal.valueOf(requests), DECIMALS, RoundingMode.FLOOR));
    }

    /** Whether fewer were warm than this percentage. Without a request, no user waited. */
    public boolean isBelow(BigDecimal wantedPercent) {
        return PERCENT.multiply(BigDecimal.valueOf(requests - waited))
                        .compareTo(wantedPercent.multiply(BigDecimal.valueOf(requests)))
                < 0;
    }

    /** Such as {@code 99.98 %}. */
    public String text() {
        return percent().map(share -> share.toPlainString() + " %").orElse(Count.NONE);
    }

    /** Such as {@code 99.98 % of 47,322 requests met a warm environment; 9 users waited.} */
    public String sentence() {
        return requests == 0
                ? "No request of a user was reported."
                : text() + " of " + Count.of(requests, "request") + " met a warm environment; "
                        + Count.of(waited, "user") + " waited.";
    }

    /** Writes the numbers into an object. */
    public void into(ObjectNode fields) {
        fields.put("requests", requests);
        fields.put("waited", waited);
        percent().ifPresentOrElse(share -> fields.put("warmPercent", share), () -> fields.putNull("warmPercent"));
    }
}
